using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Language;

public sealed class MethodWordsTests
{
    // Row 6: "back on the road", not "claims process".
    [Theory]
    [InlineData("Getting back on the road", null)]
    [InlineData("Moving into our own home", null)]
    [InlineData("Claims process", "Claims process")]
    [InlineData("The damage assessment", "assessment")]
    [InlineData("Evaluation of my damage", "Evaluation")]
    [InlineData("Onboarding", "Onboarding")]
    [InlineData("Procurement", "Procurement")]
    [InlineData("Order-to-cash", "Order-to-cash")]
    [InlineData("Enquiry to invoice", "Enquiry to invoice")]
    [InlineData("", null)]
    public void Our_own_names_of_processes_are_found_in_what_the_customer_would_say(string text, string? expected)
    {
        Assert.Equal(expected, InternalNouns.FindIn(text, new Organisation(), []));
    }

    [Fact]
    public void The_organisations_own_words_and_departments_count_too()
    {
        var organisation = new Organisation { Name = "North", InternalWords = ["motor desk"] };
        OrgUnit[] units = [new OrgUnit { Id = "u1", Name = "Triage" }];

        Assert.Equal("Motor-Desk", InternalNouns.FindIn("A Motor-Desk case", organisation, units));
        Assert.Equal("triage", InternalNouns.FindIn("Being in triage", organisation, units));
        Assert.Null(InternalNouns.FindIn("Getting back on the road by motor", organisation, units));
    }

    // Row 39: address, age, salary (S2); sex, postcode, marital status, firm size.
    [Theory]
    [InlineData("Aged 18 to 25", "Aged")]
    [InlineData("Drivers over 65", "over 65")]
    [InlineData("Women with a company car", "Women")]
    [InlineData("People with a salary above 50,000", "salary")]
    [InlineData("Lives in postcode 8000", "Lives in")]
    [InlineData("Married couples", "Married")]
    [InlineData("Firms with fewer than 250 employees", "250 employees")]
    [InlineData("The car earns the living; every day without it costs a day's pay", null)]
    [InlineData("Wants the salary paid before the rent is due", null)]
    [InlineData("Needs a car again before Monday", null)]
    [InlineData("Wants to finish within over 30 minutes of talk", null)]
    [InlineData("Does it alone on the phone, whatever their age", null)]
    [InlineData("Needs a single point of contact", null)]
    [InlineData("Has no time to wait", null)]
    [InlineData("The car earns the living", null)]
    public void A_definition_by_circumstance_is_told_from_one_by_need(string definition, string? expected)
    {
        Assert.Equal(expected, Circumstance.FindIn(definition));
    }

    // Row 44: "speed up", "train", "remind", "new form".
    [Theory]
    [InlineData("Speed up the settlement", "Speed up")]
    [InlineData("Train the agents", "Train")]
    [InlineData("Remind customers to sign", "Remind")]
    [InlineData("Introduce a new form", "new form")]
    [InlineData("Stop asking for the paper form", null)]
    [InlineData("Sell train tickets on the platform", null)]
    [InlineData("Stop sending reminders", null)]
    public void An_action_on_an_effect_is_told_from_one_on_a_cause(string action, string? expected)
    {
        Assert.Equal(expected, ActionWords.SymptomIn(action));
    }

    // Row 44: "add a check", "new approval".
    [Theory]
    [InlineData("Add a check before payment", "Add a check")]
    [InlineData("Introduce a second approval", "Introduce a second approval")]
    [InlineData("New approval for large claims", "New approval")]
    [InlineData("Have every estimate double-checked by a second pair of eyes", "second pair of eyes")]
    [InlineData("Remove the second check", null)]
    [InlineData("Stop the double check of estimates", null)]
    [InlineData("Pay without an approval", null)]
    [InlineData("Check in at the hotel", null)]
    public void An_action_that_adds_a_check_is_told_from_one_that_takes_it_away(string action, string? expected)
    {
        Assert.Equal(expected, ActionWords.AddedCheckIn(action));
    }

    // P8: "do something, to something, to get something".
    [Theory]
    [InlineData("Send the form to the assessor to get a valuation", true)]
    [InlineData("Forward claim to garage so that the repair can start", true)]
    [InlineData("Check the estimate, to avoid fraud", true)]
    [InlineData("Email the report for approval", true)]
    [InlineData("Send the form to the assessor", false)]
    [InlineData("Handover to finance", false)]
    [InlineData("Assessor to garage", false)]
    [InlineData("Approval", false)]
    [InlineData("Send", false)]
    [InlineData("", false)]
    public void A_breakpoints_name_says_verb_object_and_purpose(string name, bool expected)
    {
        Assert.Equal(expected, BreakpointName.SaysWhat(name));
    }
}
