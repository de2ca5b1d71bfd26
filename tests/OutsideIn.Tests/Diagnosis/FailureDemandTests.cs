using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class FailureDemandTests
{
    [Fact]
    public void What_the_map_marks_is_counted_as_marked_and_what_it_marks_as_value_is_never_suspected()
    {
        var map = new SmallMap().Demand(DemandKind.Value, "Report").Demand(DemandKind.Chase, "Chase").Outcome("Pay");

        var entry = Compute(map, "0 Report, 60 Report, 100 Chase, 200 Pay", "0 Report, 10 Pay");

        Assert.Equal("marked", entry.Basis);
        Assert.Equal((1, 4, 0.25), (entry.Share.Part, entry.Share.Whole, entry.Share.Share));
        var kind = Assert.Single(entry.Kinds);
        Assert.Equal(("marked", "chase", "Chase", 1, 1, false), (kind.Rule, kind.Demand, kind.Activity, kind.Contacts, kind.Cases, kind.IsSuggested));
    }

    [Fact]
    public void The_interval_of_the_share_is_Wilsons()
    {
        var entry = Compute(
            new SmallMap().Demand(DemandKind.Value, "Report").Demand(DemandKind.Chase, "Chase"),
            "0 Report, 1 Chase", "0 Report", "0 Report");

        // Wilson (1927) worked by hand for 1 of 4 with z = 1.959964: (0.25 + 0.480182 ∓ 0.640815) / 1.960365.
        Oracle.AssertNear(0.0455872608, entry.Share.Low!.Value, 1e-9);
        Oracle.AssertNear(0.6993581574, entry.Share.High!.Value, 1e-9);
    }

    [Fact]
    public void Unmarked_contacts_are_asked_rule_by_rule_and_counted_under_one_only()
    {
        var map = new SmallMap().Contacts("Call", "Write").Outcome("Pay");

        var rules = Contacts(map, "0 Call, 5 Scan, 10 Call, 20 Pay, 30 Call, 40 Close file, 50 Write").Rules;

        Assert.Equal(
            [FailureRule.None, FailureRule.None, FailureRule.SameContactAgain, FailureRule.None, FailureRule.AfterOutcome, FailureRule.None, FailureRule.AfterOutcome],
            rules);
    }

    [Fact]
    public void A_contact_after_the_case_was_closed_without_the_outcome_is_failure_demand()
    {
        var rules = Contacts(new SmallMap().Contacts("Call", "Write").Outcome("Pay"), "0 Call, 40 Close file, 50 Write").Rules;

        Assert.Equal([FailureRule.None, FailureRule.None, FailureRule.AfterClosing], rules);
    }

    [Fact]
    public void A_contact_that_is_the_outcome_itself_and_an_answer_to_one_of_ours_are_no_failure_demand()
    {
        var map = new SmallMap().Contacts("Call", "Collect", "Answer survey").OurContacts("Send survey").Outcome("Collect");

        var rules = Contacts(map, "0 Call, 10 Close file, 20 Collect, 30 Collect, 40 Send survey, 50 Answer survey").Rules;

        Assert.All(rules, static rule => Assert.Equal(FailureRule.None, rule));
    }

    [Fact]
    public void The_same_contact_recorded_twice_at_one_instant_is_no_repeat()
    {
        var rules = Contacts(new SmallMap().Contacts("Call").Outcome("Pay"), "0 Call, 0 Call, 7 Call").Rules;

        Assert.Equal([FailureRule.None, FailureRule.None, FailureRule.SameContactAgain], rules);
    }

    [Fact]
    public void A_contact_the_organisation_begins_is_neither_failure_nor_part_of_the_whole()
    {
        var entry = Compute(new SmallMap().Contacts("Call").OurContacts("Inform").Outcome("Pay"), "0 Call, 1 Inform, 2 Inform, 3 Pay, 4 Inform");

        Assert.Equal((0, 1), (entry.Share.Part, entry.Share.Whole));
    }

    [Fact]
    public void A_contact_out_of_turn_later_than_the_step_usually_goes_on_is_a_chase()
    {
        // After 'Send' three quarters of 40 next steps come within 130 minutes; 10 customers call after 500.
        var onTime = Enumerable.Range(1, 40).Select(static n => $"0 Report, 1 Send, {101 + n} Assess, 900 Pay");
        var late = Enumerable.Range(1, 10).Select(static _ => "0 Report, 1 Send, 501 Call, 600 Assess, 900 Pay");

        var entry = Compute(new SmallMap().Contacts("Report", "Call").Outcome("Pay"), [.. onTime, .. late]);

        var kind = Assert.Single(entry.Kinds);
        Assert.Equal(("afterLongWait", "chase", "Call", 10, 10, true), (kind.Rule, kind.Demand, kind.Activity, kind.Contacts, kind.Cases, kind.IsSuggested));
        Assert.Contains("10 of 10 came later than 2 h 10 min", kind.Reason, StringComparison.Ordinal);
        Assert.Equal("suggested", entry.Basis);
        Assert.Equal((10, 60), (entry.Share.Part, entry.Share.Whole));
    }

    [Fact]
    public void Contacts_that_wait_as_long_as_everything_else_are_not_called_late_by_construction()
    {
        // Calls and assessments have the same waits, so a quarter of the calls lies above the 75th percentile by chance.
        var cases = Enumerable.Range(1, 200).Select(static n => n % 5 == 0
            ? $"0 Report, 1 Send, {100 + n} Call, 900 Pay"
            : $"0 Report, 1 Send, {100 + n} Assess, 900 Pay");

        Assert.Equal(0, Compute(new SmallMap().Contacts("Report", "Call").Outcome("Pay"), [.. cases]).Share.Part);
    }

    [Fact]
    public void The_usual_next_step_is_never_late()
    {
        var usual = Enumerable.Range(1, 60).Select(static n => $"0 Ask, {2000 + n} Answer, 9000 Pay");
        var others = Enumerable.Range(1, 40).Select(static n => $"0 Ask, {100 + n} Remind, 9000 Pay");

        Assert.Equal(0, Compute(new SmallMap().Contacts("Answer").Outcome("Pay"), [.. usual, .. others]).Share.Part);
    }

    [Fact]
    public void Cost_and_hours_are_those_of_the_contacts_and_of_the_work_until_the_next_contact()
    {
        var map = new SmallMap().Demand(DemandKind.Value, "Report").Demand(DemandKind.Chase, "Chase").OurContacts("Inform");

        var entry = Compute(map, "10 Report $1 [0, 70 Assess $2 [10, 130 Chase $4 [100, 250 Search $8 [130, 310 Inform $16 [250, 370 File $32 [310");

        Assert.Equal(12, entry.Cost);
        Assert.Equal(2.5, entry.Hours);
        Assert.Equal(4, Assert.Single(entry.Kinds).Cost);
    }

    [Fact]
    public void The_step_before_the_wait_and_what_came_next_are_ranked()
    {
        var map = new SmallMap().Demand(DemandKind.Chase, "Chase");

        var steps = Compute(
            map,
            "0 Send, 60 Chase, 61 Look up, 90 Send, 95 Pay",
            "0 Send, 120 Chase, 130 Look up",
            "0 Send, 180 Chase",
            "0 Assess, 10 Chase, 20 Search").PrecededBy;

        Assert.Equal(["Send", "Assess"], steps.Select(static step => step.Step));
        Assert.Equal((3, 3, 7200.0, 3, 4, "Look up"),
            (steps[0].Contacts, steps[0].Cases, steps[0].MedianWaitSeconds, steps[0].ShareOfStep.Part, steps[0].ShareOfStep.Whole, steps[0].NextStep));
        Assert.Equal(2 * 3600 + (0.8 * 3600), steps[0].P90WaitSeconds, 6);
    }

    [Fact]
    public void Months_are_counted_by_the_contacts_own_time()
    {
        var map = new SmallMap().Demand(DemandKind.Value, "Report").Demand(DemandKind.Chase, "Chase");

        var months = Compute(map, $"0 Report, {40 * 1440} Chase", $"0 Report, {41 * 1440} Report").ByMonth;

        Assert.Equal(["2026-01", "2026-02"], months.Select(static month => month.Month));
        Assert.Equal([(0, 2), (1, 2)], months.Select(static month => (month.Share.Part, month.Share.Whole)));
    }

    [Fact]
    public void A_recorded_state_that_was_closed_and_goes_on_implies_a_contact()
    {
        var builder = new EventLogBuilder();
        var status = builder.Attribute("lifecycle:transition", AttributeKind.Text, AttributeLevel.Event);
        foreach (var (minute, state) in new[] { (0, "In Progress"), (10, "Resolved"), (20, "In Progress"), (30, "Resolved"), (40, "Closed") })
        {
            status.SetText(builder.EventCount, state);
            builder.Add(new EventRow(builder.Case("c"), builder.Activity("Work"), SmallLog.Minute(minute)));
        }

        var log = builder.Build();
        var mapped = MappedLog.Of(log, new SmallMap().ToMap(), log.LastMicros);
        var book = new FigureBook();

        var entry = FailureDemandSection.Compute(mapped, FailureContacts.Of(mapped, OutcomeSigns.Of(mapped)), book);

        var kind = Assert.Single(entry.Kinds);
        Assert.Equal(("afterClosing", 1, true), (kind.Rule, kind.Contacts, kind.IsSuggested));
        Assert.Equal((1, 2), (entry.Share.Part, entry.Share.Whole));
        Assert.Contains("each case counts as one", kind.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_months_and_figures_partition_the_failure_contacts() => Prop.ForAll(
        Gen.Elements("Call", "Write", "Assess", "Pay", "Chase", "Close file").NonEmptyListOf().NonEmptyListOf().ToArbitrary(),
        static cases =>
        {
            var map = new SmallMap().Contacts("Call", "Write").Demand(DemandKind.Chase, "Chase").Outcome("Pay");
            var log = SmallLog.Of([.. cases.Select(static names => string.Join(", ", names.Select(static (name, n) => $"{n * 90} {name}")))]);
            var mapped = MappedLog.Of(log, map.ToMap(), log.LastMicros);
            var book = new FigureBook();

            var entry = FailureDemandSection.Compute(mapped, FailureContacts.Of(mapped, OutcomeSigns.Of(mapped)), book);

            var figures = book.ToFigureCases();
            Assert.Equal(entry.Share.Part, entry.Kinds.Sum(static kind => kind.Contacts));
            Assert.Equal(entry.Share.Part, entry.ByMonth.Sum(static month => month.Share.Part));
            Assert.Equal(entry.Share.Whole, entry.ByMonth.Sum(static month => month.Share.Whole));
            Assert.Equal(entry.Cases, figures.Open(entry.Figure)!.Length);
            Assert.Equal(figures.Open(entry.Figure)!, entry.Kinds.SelectMany(kind => figures.Open(kind.Figure)!).Distinct().Order());
            Assert.All(entry.PrecededBy, step => Assert.InRange(step.ShareOfStep.Part, 1, step.ShareOfStep.Whole));
        }).Check(Config.QuickThrowOnFailure);

    private static FailureContacts Contacts(SmallMap map, params string[] cases)
    {
        var log = SmallLog.Of(cases);
        var mapped = MappedLog.Of(log, map.ToMap(), log.LastMicros);
        return FailureContacts.Of(mapped, OutcomeSigns.Of(mapped));
    }

    private static FailureDemandEntry Compute(SmallMap map, params string[] cases)
    {
        var log = SmallLog.Of(cases);
        var mapped = MappedLog.Of(log, map.ToMap(), log.LastMicros);
        return FailureDemandSection.Compute(mapped, FailureContacts.Of(mapped, OutcomeSigns.Of(mapped)), new FigureBook());
    }
}
