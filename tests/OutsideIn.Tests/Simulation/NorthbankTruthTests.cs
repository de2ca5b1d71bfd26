using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Simulation;

/// <summary>What is said to be planted is in the raw log, by plain counting and without any diagnosis.</summary>
public sealed class NorthbankTruthTests
{
    private static readonly string[] Failure =
        ["Repeat report on web form", "Signed form returned again", "Chase call about claim", "Chase call about repair"];

    private static readonly string[] BegunByCustomer =
        [.. Failure, "Report by phone", "Report in app", "Signed form returned", "Car collected"];

    private static readonly string[] Contacts =
        [.. BegunByCustomer, "Paper form sent", "Assessor visit", "Choose garage", "Survey sent", "Survey answered"];

    private static readonly string[] PaperContacts = ["Paper form sent", "Signed form returned", "Signed form returned again"];

    [Fact]
    public void Cause_1_the_paper_form_causes_the_most_internal_work_and_hand_offs()
    {
        var work = Caused().Where(static one => !Contacts.Contains(one.Event.Activity)).ToList();
        var byContact = work.CountBy(static one => one.Cause).ToDictionary();
        Within(1, (double)PaperContacts.Sum(cause => byContact[cause]) / work.Count);
        Assert.Equal("Signed form returned", byContact.MaxBy(static one => one.Value).Key);

        var handOffs = HandOffs().CountBy(static one => one.Cause).ToDictionary();
        Assert.True(PaperContacts.Sum(cause => handOffs[cause]) > 2 * handOffs["Report by phone"]);
    }

    [Fact]
    public void Cause_1_cases_with_a_paper_form_are_lost_twice_as_often()
    {
        var damaged = Northbank.Cases.Where(static one => one.Damage != "glass" && (one.IsReached || one.IsLost)).ToList();
        var (paper, recorded) = (LostShare(damaged, "paper form"), LostShare(damaged, "recorded call"));
        Assert.True(paper > 1.7 * recorded, $"paper {paper:P1}, recorded {recorded:P1}");
    }

    [Fact]
    public void Cause_1_the_ink_rule_sends_forms_back()
    {
        var firstChecks = Northbank.Cases.Select(static one => one.Events.FirstOrDefault(static e => e.Activity == "Check signature"))
            .OfType<NorthbankEvent>().ToList();
        var sentBack = (double)firstChecks.Count(static one => one.Answer == "no ink") / firstChecks.Count;
        Assert.InRange(sentBack, NorthbankTruth.FormSentBack - 0.05, NorthbankTruth.FormSentBack + 0.05);
    }

    [Fact]
    public void Cause_2_the_second_approval_repeats_the_first()
    {
        var answers = Northbank.Events.Where(static one => one.Activity == "Second approval").Select(static one => one.Answer).ToList();
        Within(2, (double)answers.Count(static one => one == "approved") / answers.Count);
    }

    [Fact]
    public void Causes_2_and_3_customers_chase_after_the_first_approval_and_after_the_report()
    {
        var before = Pairs().Where(static pair => pair.Second.Activity.StartsWith("Chase", StringComparison.Ordinal))
            .GroupBy(static pair => pair.Second.Activity)
            .ToDictionary(static g => g.Key, static g => g.CountBy(static pair => pair.First.Activity).MaxBy(static one => one.Value).Key);
        Assert.Equal("First approval", before["Chase call about claim"]);
        Assert.Equal("Write assessment report", before["Chase call about repair"]);
    }

    [Fact]
    public void Cause_3_the_report_is_released_after_48_hours_to_the_second()
    {
        var waits = Northbank.Cases.Where(static one => one.Has("Release assessment"))
            .Select(static one => one.First("Release assessment") - one.First("Write assessment report")).ToList();
        Within(3, (double)waits.Count(static one => one == TimeSpan.FromHours(48)) / waits.Count);
        var direct = Pairs().Count(static pair => pair is { First.Activity: "Write assessment report", Second.Activity: "Release assessment" });
        Assert.True(direct > waits.Count / 2, $"{direct} of {waits.Count} without a call in between");
    }

    [Fact]
    public void Cause_4_the_first_garage_wins()
    {
        var answers = Northbank.Events.Where(static one => one.Activity == "Compare quotes").Select(static one => one.Answer).ToList();
        Within(4, (double)answers.Count(static one => one == "first garage") / answers.Count);
    }

    [Fact]
    public void Cause_5_second_approvals_are_given_on_mondays()
    {
        var days = Northbank.Events.Where(static one => one.Activity == "Second approval").Select(static one => one.Start.DayOfWeek).ToList();
        Within(5, (double)days.Count(static one => one == DayOfWeek.Monday) / days.Count);
    }

    [Fact]
    public void Cause_6_assessments_go_to_engineering_and_back()
    {
        Within(6, (double)Count("Answer assessment query") / Count("Release assessment"));
        Assert.All(
            Pairs().Where(static pair => pair.First.Activity == "Answer assessment query"),
            static pair => Assert.Equal(("Engineering", "Claims"), (pair.First.Team, pair.Second.Team)));
    }

    [Fact]
    public void Cause_7_some_work_serves_nobody()
    {
        Within(7, (double)Northbank.Cases.Count(static one => one.Events[0].Activity == "Nightly policy refresh") / Northbank.Cases.Count);
        var surveys = Northbank.Cases.Where(static one => one.Has("Survey sent"))
            .Select(static one => (one.First("Survey sent") - one.Last("Car collected"))!.Value.TotalDays);
        Assert.All(surveys, static days => Assert.InRange(days, NorthbankTruth.SurveyAfterDays, NorthbankTruth.SurveyAfterDays + 4));
    }

    [Fact]
    public void Cause_8_cases_closed_too_early_are_reopened()
    {
        var early = Northbank.Cases.Where(static one => one.IsReached && one.First("Claim closed") < one.First("Car collected")).ToList();
        Within(8, (double)early.Count(static one => one.Has("Reopen claim")) / early.Count);
    }

    [Fact]
    public void Cause_9_nearly_half_of_the_customers_contacts_are_failure_demand() =>
        Within(9, (double)Failure.Sum(Count) / BegunByCustomer.Sum(Count));

    private static void Within(int number, double measured)
    {
        var cause = NorthbankTruth.Causes.Single(one => one.Number == number);
        Assert.InRange(measured, cause.Low, cause.High);
    }

    private static int Count(string activity) => Northbank.Events.Count(one => one.Activity == activity);

    private static double LostShare(IEnumerable<NorthbankCase> closed, string statement)
    {
        var cases = closed.Where(one => one.Statement == statement).ToList();
        return (double)cases.Count(static one => one.IsLost) / cases.Count;
    }

    private static IEnumerable<(NorthbankEvent First, NorthbankEvent Second)> Pairs() =>
        Northbank.Cases.SelectMany(static one => one.Events.Zip(one.Events.Skip(1)));

    private static IEnumerable<(string Cause, NorthbankEvent Event)> Caused() => Northbank.Cases.SelectMany(static one =>
    {
        var cause = "none";
        return one.Events.Select(e => (cause = Contacts.Contains(e.Activity) ? e.Activity : cause, e)).ToList();
    });

    private static IEnumerable<(string Cause, NorthbankEvent Event)> HandOffs() => Northbank.Cases.SelectMany(static one =>
    {
        var (cause, team) = ("none", (string?)null);
        var found = new List<(string, NorthbankEvent)>();
        foreach (var e in one.Events)
        {
            cause = Contacts.Contains(e.Activity) ? e.Activity : cause;
            if (e.Team == "Customer")
            {
                continue;
            }

            if (team is not null && team != e.Team)
            {
                found.Add((cause, e));
            }

            team = e.Team;
        }

        return found;
    });
}
