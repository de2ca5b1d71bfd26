using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class MeasureRunsTests
{
    private static readonly SmallMap Map = new SmallMap().Contacts("Ask").Outcome("Pay", "Refuse", "Ask");

    [Fact]
    public void A_duration_without_an_objective_is_told_by_median_and_p90_and_open_cases_stay_in_the_n()
    {
        var result = Result(Map, new MeasureQuestion("time from \"Ask\" to \"Pay\""), "0 Ask, 10 Pay", "0 Ask, 20 Pay", "0 Ask, 30 Pay", "0 Ask");

        Assert.Equal(("duration", "seconds", "case"), (result.Kind, result.Unit, result.Subject));
        Assert.Equal(["median", "p90"], result.Figures.Select(static one => one.Name));

        // Three of four got there, at 10, 20 and 30 minutes: half of them by 20 minutes.
        Assert.Equal(1200, result.Figures[0].Value);
        Assert.Equal((4, 1, 0, 0), (result.Figures[0].Count, result.Figures[0].Open, result.Figures[0].Lost, result.Figures[0].NotApplicable));
        Assert.Null(result.Figures[1].Value);
        Assert.Null(result.Verdict);
        Assert.Equal(new MeasureCountsEntry(3, 1, 0, 0, 0, null, null, null), result.Counts);
        Assert.StartsWith("Half of 4 cases within 20 min", result.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void An_objective_gives_a_verdict_sides_that_add_up_and_the_same_share_on_both_clocks()
    {
        // The firm opens its file late, so that its clock says yes where the customer's says no.
        var map = Map.ToMap();
        var late = map with { Outcomes = [map.Outcomes[0] with { Opened = SmallMap.Patterns("Open file") }] };
        string[] cases = [.. Enumerable.Range(0, 60).Select(static n => $"{n * 100} Ask, {(n * 100) + 30} Open file, {(n * 100) + 40} Pay")];

        var run = MeasureRuns.Ask(
            MeasuredLogs.Of(SmallLog.Of(cases), late, null), new MeasureQuestion("time from \"Ask\" to \"Pay\"") { Objective = "90% of cases <= 20m" }, CancellationToken.None).Value();

        var result = run.Result!;
        Assert.Equal("missed", result.Verdict!.Kind);
        Assert.Equal((0, 60, 0, 0), (result.Verdict.Met, result.Verdict.Missed, result.Verdict.Open, result.Verdict.NotApplicable));
        Assert.All(run.Sides!, static side => Assert.Equal(Side.Missed, side));
        Assert.Equal(["customer", "firm"], result.Clocks.Select(static one => one.Clock));
        Assert.Equal(("share of cases <= 20m", 0.0), (result.Clocks[0].Figures[0].Name, result.Clocks[0].Figures[0].Value!.Value));
        Assert.Equal(1, result.Clocks[1].Figures[0].Value);
        Assert.Equal(["share of cases <= 20m", "median", "p90"], result.Clocks[1].Figures.Select(static one => one.Name));
    }

    [Fact]
    public void Counts_and_answers_have_no_clocks_and_neither_has_a_log_without_a_map()
    {
        Assert.Empty(Result(Map, new MeasureQuestion("count of contacts"), "0 Ask, 1 Pay").Clocks);
        Assert.Empty(Result(Map, new MeasureQuestion("has \"Pay\""), "0 Ask, 1 Pay").Clocks);
        Assert.Empty(Ask(MeasuredLog.Of(SmallLog.Of("0 Ask, 1 Pay")), new MeasureQuestion("time from start to end")).Result!.Clocks);
    }

    [Fact]
    public void The_clocks_are_of_the_cases_the_measure_is_of()
    {
        var result = Result(
            Map, new MeasureQuestion("time from \"Ask\" to \"Pay\" for cases where channel = \"phone\""), "0 Ask #phone, 10 Pay", "0 Ask #web, 50 Pay", "0 Ask #phone, 10 Pay");

        Assert.Equal(2, result.Clocks[0].Figures[0].Count);
        Assert.Equal(600, result.Clocks[0].Figures[0].Value);
        Assert.Equal(1, result.Counts.LeftOut);
    }

    [Fact]
    public void Business_days_of_an_objective_are_the_unit_of_the_figures_and_of_the_clocks()
    {
        var map = Map.ToMap() with { Calendars = [new BusinessCalendar { Id = "c", Name = "Always", Hours = ["Mon-Sun 00:00-24:00"] }] };

        // 1440 minutes are one day of a calendar that never rests.
        var result = Ask(
            MeasuredLogs.Of(SmallLog.Of("0 Ask, 1440 Pay", "0 Ask, 1440 Pay"), map, null),
            new MeasureQuestion("time from \"Ask\" to \"Pay\"") { Objective = "median <= 2bd" }).Result!;

        Assert.Equal("business days", result.Unit);
        Assert.Equal(1, result.Figures[0].Value!.Value, 9);
        Assert.Equal((2.0, "business days"), (result.Verdict!.Target, result.Verdict.Figure.Unit));
        Assert.Equal(1, result.Clocks[0].Figures[0].Value!.Value, 9);
    }

    [Fact]
    public void Groups_go_by_the_first_event_that_has_a_value_and_periods_by_the_start_of_the_case()
    {
        var result = Result(
            Map,
            new MeasureQuestion("has \"Pay\"") { By = "Channel", Per = PeriodUnit.Week },
            "0 Work, 1 Ask #phone, 2 Pay #web", "0 Ask #web, 1 Refuse", "20160 Ask, 20170 Pay");

        Assert.Equal(
            [("phone", 1, 1.0), ("web", 1, 0.0), ("(missing)", 1, 1.0)],
            result.Groups.Select(static one => (one.Name, one.Figure.Count, one.Figure.Value!.Value)));
        Assert.Equal("Channel", result.GroupedBy);
        Assert.Equal("week", result.Period);
        Assert.Equal([("2026-W01", 2), ("2026-W03", 1)], result.Periods.Select(static one => (one.Name, one.Figure.Count)));
    }

    [Theory]
    [InlineData("channels", "DG032", "Did you mean 'channel'?")]
    [InlineData("quite another", "DG032", "It has")]
    [InlineData("amount", "DG033", "Ask for parts of it")]
    public void A_column_that_forms_no_groups_is_refused_with_the_way_out(string by, string code, string hint)
    {
        var builder = new OutsideIn.Events.EventLogBuilder();
        var row = new OutsideIn.Events.EventRow(builder.Case("c"), builder.Activity("Ask"), 0) { Channel = builder.Name(OutsideIn.Events.ColumnRole.Channel, "phone") };
        builder.Add(row);
        builder.Attribute("amount", OutsideIn.Events.AttributeKind.Number, OutsideIn.Events.AttributeLevel.Case).SetNumber(0, 12);

        var refused = MeasureRuns.Ask(MeasuredLog.Of(builder.Build()), new MeasureQuestion("count of events") { By = by }, CancellationToken.None);

        Assert.False(refused.TryGet(out _, out var problem));
        Assert.Equal(code, problem.Code);
        Assert.StartsWith(hint, problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_either_text_is_told_with_its_place_and_nothing_runs()
    {
        var run = Ask(MeasuredLog.Of(SmallLog.Of("0 Ask, 1 Pay")), new MeasureQuestion("time from \"Ask\" to \"Pya\"") { Objective = "95% of cases <= 5" });

        Assert.Null(run.Result);
        Assert.Equal(
            [("measure", "ME130", 19, 5), ("objective", "ME150", 13, 4)],
            run.Faults.Where(static one => one.Severity == "error").Select(static one => (one.In, one.Code, one.Start, one.Length)));
        Assert.Contains("Pay", run.Faults[0].Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Measures_of_customers_say_so()
    {
        var builder = new OutsideIn.Events.EventLogBuilder();
        foreach (var (name, customer) in new[] { ("c1", "Ann"), ("c2", "Ann"), ("c3", "Bob") })
        {
            builder.Add(new OutsideIn.Events.EventRow(builder.Case(name), builder.Activity("Ask"), 0) { Customer = builder.Name(OutsideIn.Events.ColumnRole.Customer, customer) });
        }

        var run = Ask(MeasuredLog.Of(builder.Build()), new MeasureQuestion("count of \"Ask\" per customer") { Objective = "90% of customers <= 1" });

        Assert.Equal("customer", run.Result!.Subject);
        Assert.Equal(["Ann", "Bob"], Enumerable.Range(0, run.Values!.Count).Select(run.Values.NameOf));
        Assert.Equal([Side.Missed, Side.Met], run.Sides!);
    }

    private static MeasureResult Result(SmallMap map, MeasureQuestion question, params string[] cases) =>
        Ask(MeasuredLogs.Of(SmallLog.Of(cases), map.ToMap(), null), question).Result!;

    private static MeasureRun Ask(MeasuredLog log, MeasureQuestion question) => MeasureRuns.Ask(log, question, CancellationToken.None).Value();
}
