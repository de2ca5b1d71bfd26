using OutsideIn.Diagnosis;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class CandidatesTests
{
    [Fact]
    public void Removing_a_contact_takes_with_it_the_work_and_hand_offs_that_it_alone_caused()
    {
        // 30 cases alike: Call owns 10 minutes and Register; Form owns 60 minutes, two events and one hand-off.
        var diagnosis = Diagnosed(Map, Repeated(30, "0 Call @Desk, 5 Register @Desk, 10 Form @Desk, 50 Key in @Post, 70 Check @Post, 71 Pay @Post"));

        var form = diagnosis.Candidates.Single(static one => one.Name == "Form");
        Assert.Equal(("momentOfTruth", "remove or improve", 1), (form.Kind, form.Verb, form.Rank));
        Assert.Equal((30, 120, 30, 30.5), (form.Cases, form.Events, form.Breakpoints, form.Hours));
        Assert.Equal(["Check", "Key in", "Pay"], form.GoesWith.Select(static one => one.Name));
        Assert.False(form.IsSmall);
        var call = diagnosis.Candidates.Single(static one => one.Name == "Call");
        Assert.Equal((60, 0, 5.0), (call.Events, call.Breakpoints, call.Hours));
    }

    [Fact]
    public void Breakpoints_are_only_removed_and_rules_only_challenged()
    {
        var candidates = Diagnosed(Map, Repeated(30, "0 Call @Desk, 5 Register @Desk, 10 Form @Desk, 50 Key in @Post, 70 Check @Post, 71 Pay @Post")).Candidates;

        var pair = candidates.Single(static one => one.Kind == "breakpoint");
        Assert.Equal(("Desk → Post", "remove", 30, 20.0), (pair.Name, pair.Verb, pair.Breakpoints, pair.Hours));
        var rule = candidates.Single(static one => one.Kind == "rule");
        Assert.Equal(("Check", "challenge", 30, 10.0), (rule.Name, rule.Verb, rule.Events, rule.Hours));
    }

    [Fact]
    public void The_contact_that_shows_the_outcome_is_no_candidate()
    {
        var map = new SmallMap().Contacts("Call", "Collect").Outcome("Collect", "Refuse");

        Assert.DoesNotContain(Diagnosed(map, "0 Call, 5 Collect, 9 File").Candidates, static one => one.Name == "Collect");
    }

    [Fact]
    public void What_happens_after_the_outcome_keeps_no_customer_waiting()
    {
        var map = new SmallMap().Contacts("Call", "Survey").Checks("File").Outcome("Pay", "Refuse");

        var candidates = Diagnosed(map, "0 Call @Desk, 60 Pay @Cash, 180 Survey @Desk, 300 File @Desk").Candidates;

        Assert.Equal(
            [("Call", 1.0), ("Cash → Desk", 0.0), ("Desk → Cash", 1.0), ("File", 0.0), ("Survey", 0.0)],
            candidates.Select(static one => (one.Name, one.Hours)).OrderBy(static one => one.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Equal_hours_share_a_rank_and_few_cases_come_after_many()
    {
        var map = new SmallMap().Contacts("A", "B", "C", "D").Outcome("Pay", "Refuse");
        string[] cases = [.. Repeated(30, "0 A, 10 B, 20 C, 30 Pay"), "0 D, 9000 Pay"];

        var ranked = Diagnosed(map, cases).Candidates.Select(static one => (one.Name, one.Rank, one.IsSmall));

        Assert.Equal([("A", 1, false), ("B", 1, false), ("C", 1, false), ("D", 4, true)], ranked);
    }

    private static SmallMap Map => new SmallMap().Contacts("Call", "Form").Checks("Check").Outcome("Pay", "Refuse");

    private static string[] Repeated(int count, string oneCase) => [.. Enumerable.Repeat(oneCase, count)];

    private static DiagnosisSection Diagnosed(SmallMap map, params string[] cases)
    {
        var log = SmallLog.Of(cases);
        return Diagnoser.Diagnose(
            log, SectionsTests.Report(log), map.ToMap(), new DiagnosisOptions(), TestContext.Current.CancellationToken).Document.Diagnosis;
    }
}
