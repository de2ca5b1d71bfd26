using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class ScorecardsTests
{
    private static readonly string[] Cases = [.. Enumerable.Range(0, 60).Select(static n => $"{n * 100} Ask, {(n * 100) + 10} Pay{(n % 3 == 0 ? $", {(n * 100) + 20} Chase" : "")}")];

    [Fact]
    public void Every_metric_with_a_measure_is_computed_and_judged_and_the_others_are_named()
    {
        var card = Of(
            new Metric { Id = "within", Name = "Within five minutes", Measure = "time from \"Ask\" to \"Pay\"", Objective = "90% of cases <= 5m" },
            new Metric { Id = "paid", Name = "Paid", Measure = "has \"Pay\"", Objective = "90% of cases yes" },
            new Metric { Id = "chases", Name = "Chases", Measure = "count of \"Chase\"" },
            new Metric { Id = "asked", Name = "Satisfaction" });

        Assert.Equal(new ScorecardCounts(Met: 1, Missed: 1, NotYetProvable: 0, WithoutObjective: 1, Wrong: 0), card.Counts);
        Assert.Equal([("within", "missed"), ("paid", "met"), ("chases", null)], card.Scores.Select(static one => (one.Id, one.Result!.Verdict?.Kind)));
        Assert.Equal(["Satisfaction"], card.WithoutMeasure);

        // Twenty of sixty cases chase once.
        Assert.Equal(1.0 / 3, card.Scores[2].Result!.Figures[0].Value!.Value, 12);
        Assert.Equal(["customer", "firm"], card.Scores[0].Result!.Clocks.Select(static one => one.Clock));
        Assert.Equal("share of cases <= 5m", card.Scores[0].Result!.Clocks[0].Figures[0].Name);
    }

    [Fact]
    public void A_scorecard_gives_each_metric_the_result_it_has_alone()
    {
        Metric[] metrics =
        [
            new() { Id = "a", Name = "A", Measure = "time from \"Ask\" to \"Pay\"", Objective = "median <= 9m" },
            new() { Id = "b", Name = "B", Measure = "time from \"Ask\" to \"Chase\" for cases where has \"Chase\"", Objective = "p90 <= 30m" },
            new() { Id = "c", Name = "C", Measure = "has no \"Chase\"" },
        ];

        var card = Of(metrics);

        var log = Log(metrics);
        Assert.All(card.Scores.Zip(metrics), pair => Assert.Equivalent(
            MeasureRuns.Ask(log, new MeasureQuestion(pair.Second.Measure!) { Objective = pair.Second.Objective }, CancellationToken.None).Value().Result, pair.First.Result));
    }

    [Fact]
    public void A_wrong_measure_is_shown_with_its_fault_and_the_others_are_computed()
    {
        var card = Of(
            new Metric { Id = "wrong", Name = "Wrong", Measure = "count of \"Chaise\"", Objective = "mean <= 1" },
            new Metric { Id = "right", Name = "Right", Measure = "count of \"Chase\"", Objective = "mean <= 1" });

        Assert.Equal(1, card.Counts.Wrong);
        Assert.Null(card.Scores[0].Result);
        Assert.Equal("ME130", card.Scores[0].Faults[0].Code);
        Assert.Equal("met", card.Scores[1].Result!.Verdict!.Kind);
    }

    [Theory]
    [InlineData("has no \"Chase\"", "%", 60.0, Direction.Up, "60% of cases yes")]
    [InlineData("has \"Chase\"", "%", 2.5, Direction.Down, "at most 2.5% of cases yes")]
    [InlineData("has no \"Chase\"", "%", 60.0, null, null)]
    [InlineData("has no \"Chase\"", "days", 60.0, Direction.Up, null)]
    [InlineData("has no \"Chase\"", "%", 160.0, Direction.Up, null)]
    [InlineData("count of \"Chase\"", "%", 60.0, Direction.Down, null)]
    public void Only_a_share_in_percent_with_a_direction_gives_an_objective_by_itself(string measure, string unit, double target, Direction? direction, string? objective)
    {
        var score = Assert.Single(Of(new Metric { Id = "m", Name = "M", Measure = measure, Unit = unit, Target = target, Direction = direction }).Scores);

        Assert.Equal((objective, objective is not null), (score.Objective, score.IsObjectiveDerived));
        Assert.Equal(objective is not null, score.Result!.Verdict is not null);
    }

    [Fact]
    public void A_written_objective_comes_before_the_target()
    {
        var score = Assert.Single(Of(new Metric { Id = "m", Name = "M", Measure = "has \"Pay\"", Objective = "50% of cases yes", Unit = "%", Target = 90, Direction = Direction.Up }).Scores);

        Assert.Equal(("50% of cases yes", false), (score.Objective, score.IsObjectiveDerived));
    }

    [Fact]
    public void Metrics_may_be_asked_for_by_id_or_name_and_their_values_are_handed_over()
    {
        Metric[] metrics = [new() { Id = "a", Name = "First", Measure = "has \"Pay\"", Objective = "90% of cases yes" }, new() { Id = "b", Name = "Second", Measure = "count of events" }];
        List<(string Id, int Values, int? Sides)> taken = [];

        var card = Scorecards.Of(
            Log(metrics), MapOf(metrics), new ScorecardOptions { Metrics = ["B", "first"], Each = (score, values, sides) => taken.Add((score.Id, values.Count, sides?.Count)) }, CancellationToken.None);

        Assert.Equal(["a", "b"], card.Scores.Select(static one => one.Id));
        Assert.Equal([("a", 60, 60), ("b", 60, null)], taken);
    }

    [Fact]
    public void The_sample_organisation_misses_its_objectives_and_its_clocks_diverge()
    {
        var map = MapYaml.Read(NorthbankSample.MapYaml, "northbank.yaml").Map;

        var card = Scorecards.Of(MeasuredLogs.Of(Northbank.Log, map, null), map, new ScorecardOptions(), CancellationToken.None);

        Assert.Equal(["back-in-14", "no-chase", "told-once", "visit-wait", "asks", "passed-on", "satisfaction"], card.Scores.Select(static one => one.Id));
        Assert.All(card.Scores.SkipLast(1), static one => Assert.Equal("missed", one.Result!.Verdict!.Kind));
        Assert.Null(card.Scores[^1].Result!.Verdict);
        Assert.Equal("MET-08", Assert.Single(card.Findings).Code);

        // The garages' queue grows and closing gets quicker: the customer waits longer than the firm's clock says.
        var wait = card.Scores.Single(static one => one.Id == "visit-wait").Result!;
        Assert.True(wait.Clocks[0].Figures[0].Value > wait.Clocks[1].Figures[0].Value);
        Assert.Equal("business days", wait.Unit);
    }

    private static Scorecard Of(params Metric[] metrics) => Scorecards.Of(Log(metrics), MapOf(metrics), new ScorecardOptions(), CancellationToken.None);

    private static MeasuredLog Log(Metric[] metrics) => MeasuredLogs.Of(SmallLog.Of(Cases), MapOf(metrics), null);

    private static OutsideInMap MapOf(Metric[] metrics) =>
        new SmallMap().Contacts("Ask").Demand(DemandKind.Chase, "Chase").Outcome("Pay", firstNeed: "Ask").ToMap() with { Metrics = metrics };
}
