using OutsideIn.Diagnosis;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class MapSuggestionTests
{
    [Theory]
    [InlineData("Chase call", WorkKind.MomentOfTruth, DemandKind.Chase)]
    [InlineData("W_Call after offers", WorkKind.MomentOfTruth, DemandKind.Unmarked)]
    [InlineData("Complaint received", WorkKind.MomentOfTruth, DemandKind.Complaint)]
    [InlineData("Receive customer feedback", WorkKind.MomentOfTruth, DemandKind.Unmarked)]
    [InlineData("Signed form returned again", WorkKind.MomentOfTruth, DemandKind.Repeat)]
    [InlineData("Inform User", WorkKind.MomentOfTruth, DemandKind.Unmarked)]
    [InlineData("Notify Result Appeal to Offender", WorkKind.MomentOfTruth, DemandKind.Unmarked)]
    [InlineData("T05 Print and send confirmation of receipt", WorkKind.MomentOfTruth, DemandKind.Unmarked)]
    [InlineData("Klacht", WorkKind.MomentOfTruth, DemandKind.Complaint)]
    [InlineData("Send Appeal to Prefecture", WorkKind.Internal, DemandKind.Unmarked)]
    [InlineData("Receive Result Appeal from Prefecture", WorkKind.Internal, DemandKind.Unmarked)]
    [InlineData("Send Request for Quotation to Supplier", WorkKind.Internal, DemandKind.Unmarked)]
    [InlineData("Send for Credit Collection", WorkKind.Internal, DemandKind.Unmarked)]
    [InlineData("Assign to Call Centre", WorkKind.Internal, DemandKind.Unmarked)]
    [InlineData("Key form into system", WorkKind.Internal, DemandKind.Unmarked)]
    [InlineData("Check if customer has all required information", WorkKind.RuleCheck, DemandKind.Unmarked)]
    [InlineData("T06 Determine necessity of stop advice", WorkKind.RuleCheck, DemandKind.Unmarked)]
    [InlineData("Declaration FINAL_APPROVED by SUPERVISOR", WorkKind.RuleCheck, DemandKind.Unmarked)]
    public void Words_say_what_an_activity_is(string activity, WorkKind kind, DemandKind demand)
    {
        var map = MapSuggestion.Suggest(SmallLog.Of($"0 Report by phone, 1 {activity}, 2 Other"), "log");

        var suggested = map.MappedActivities().Single(one => one.Name == activity);
        Assert.Equal((kind, demand, true), (suggested.Kind, suggested.Demand, suggested.IsSuggested));
        Assert.False(string.IsNullOrWhiteSpace(suggested.Reason));
    }

    [Theory]
    [InlineData("W_Call incomplete files", Initiator.Organisation)]
    [InlineData("Chase call", Initiator.Customer)]
    [InlineData("Call received", Initiator.Customer)]
    [InlineData("Phone contact", null)]
    public void Who_begins_a_call_is_said_only_where_the_words_say_it(string activity, Initiator? initiator)
    {
        var map = MapSuggestion.Suggest(SmallLog.Of($"0 Application, 1 {activity}, 2 Other"), "log");

        Assert.Equal(initiator, map.MappedActivities().Single(one => one.Name == activity).Initiator);
    }

    [Fact]
    public void Contacts_that_only_the_firm_begins_do_not_bring_cases_in()
    {
        var map = MapSuggestion.Suggest(SmallLog.Of("0 Check if complete, 1 Assess, 2 Inform claimant"), "log");

        Assert.Equal(["Check if complete", "Inform claimant"], Contacts(map));
    }

    [Fact]
    public void What_a_resource_named_customer_does_is_a_contact_whatever_its_name()
    {
        var map = MapSuggestion.Suggest(SmallLog.Of("0 Step one %customer, 1 Step two %Claims handler, 2 Step three %Customer service"), "log");

        Assert.Equal(["Step one"], Contacts(map));
        var doer = Assert.Single(map.Doers);
        Assert.Equal((DoerKind.Customer, "customer", true), (doer.Kind, doer.Resources[0].Text, doer.IsSuggested));
    }

    [Fact]
    public void Whoever_submits_is_the_customer_wherever_a_name_says_by_whom()
    {
        var map = MapSuggestion.Suggest(
            SmallLog.Of("0 Form SAVED by EMPLOYEE, 1 Form SUBMITTED by EMPLOYEE, 2 Form REJECTED by OFFICE, 3 Form REJECTED by EMPLOYEE, 4 Payment Handled"),
            "log");

        Assert.Equal(["Form SAVED by EMPLOYEE", "Form SUBMITTED by EMPLOYEE", "Form REJECTED by EMPLOYEE"], Contacts(map));
        Assert.Equal(["Payment Handled"], map.Outcomes[0].Reached.Select(static pattern => pattern.Text));
        Assert.Equal(["Form REJECTED by OFFICE", "Form REJECTED by EMPLOYEE"], map.Outcomes[0].Lost.Select(static pattern => pattern.Text));
    }

    [Fact]
    public void Activities_that_name_a_channel_are_contacts_where_others_name_none()
    {
        var map = MapSuggestion.Suggest(SmallLog.Of("0 Step one #web, 1 Step two, 2 Step three, 3 Step four #phone"), "log");

        Assert.Equal(["Step one", "Step four"], Contacts(map));
    }

    [Fact]
    public void Where_nothing_shows_a_contact_the_activity_that_begins_cases_is_taken_and_the_reason_says_so()
    {
        var map = MapSuggestion.Suggest(SmallLog.Of("0 Alpha, 1 Beta, 2 Gamma", "0 Alpha, 1 Beta, 2 Gamma"), "log");

        Assert.Equal(["Alpha"], Contacts(map));
        Assert.Equal(DemandKind.Value, map.MappedActivities()[0].Demand);
        Assert.Contains("No word, doer or channel", map.MappedActivities()[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closing_that_ends_every_case_tells_none_from_another_and_the_word_before_it_decides()
    {
        var map = MapSuggestion.Suggest(
            SmallLog.Of("0 register request, 1 work, 2 pay compensation, 3 end", "0 register request, 1 work, 2 reject request, 3 end"), "log");

        Assert.Equal(["pay compensation"], map.Outcomes[0].Reached.Select(static pattern => pattern.Text));
        Assert.Equal(["reject request"], map.Outcomes[0].Lost.Select(static pattern => pattern.Text));
        Assert.Contains("'pay'", map.Outcomes[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_word_shows_the_outcome_the_end_of_most_cases_is_taken_and_the_reason_admits_it()
    {
        var map = MapSuggestion.Suggest(SmallLog.Of("0 Alpha, 1 Beta, 2 Gamma", "0 Alpha, 1 Gamma", "0 Alpha, 1 Beta"), "log");

        Assert.Equal(["Gamma"], map.Outcomes[0].Reached.Select(static pattern => pattern.Text));
        Assert.Contains("only because", map.Outcomes[0].Reason, StringComparison.Ordinal);
        Assert.True(map.Outcomes[0].IsSuggested);
    }

    [Fact]
    public void Ids_are_distinct_even_for_names_that_differ_only_in_signs()
    {
        var map = MapSuggestion.Suggest(SmallLog.Of("0 A-b, 1 A b, 2 A.b, 3 !!, 4 ??"), "log");

        Assert.Equal(["a-b", "a-b-2", "a-b-3", "activity", "activity-2"], map.MappedActivities().Select(static activity => activity.Id));
    }

    private static IEnumerable<string> Contacts(OutsideInMap map) =>
        map.MappedActivities().Where(static activity => activity.Kind == WorkKind.MomentOfTruth).Select(static activity => activity.Name);
}
