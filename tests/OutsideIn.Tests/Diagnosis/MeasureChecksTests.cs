using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class MeasureChecksTests
{
    [Fact]
    public void A_wrong_measure_is_told_at_its_metric_and_at_the_words_it_is_about()
    {
        var found = Assert.Single(Check(new Metric { Id = "m", Name = "Back in time", Measure = "time from first \"Ask\"" }));

        Assert.Equal((Severity.Error, "ME105", "metrics/m"), (found.Severity, found.Code, found.Subject));
        Assert.StartsWith("The measure of \"Back in time\": ", found.Message, StringComparison.Ordinal);
        Assert.Equal("time from first \"Ask\"", found.SpanIn);
        Assert.False(string.IsNullOrEmpty(found.Hint));
    }

    [Fact]
    public void An_objective_is_checked_against_its_measure_and_is_nothing_without_one()
    {
        Assert.Equal(["ME150"], Check(new Metric { Id = "m", Name = "M", Measure = "time from start to end", Objective = "90% of cases <= 14" }).Select(static one => one.Code));
        Assert.Equal(["DG030"], Check(new Metric { Id = "m", Name = "M", Objective = "90% of cases yes" }).Select(static one => one.Code));
        Assert.Empty(Check(new Metric { Id = "m", Name = "M" }));
    }

    [Fact]
    public void A_criterion_is_a_question_with_yes_or_no_for_an_answer()
    {
        var map = OutsideInMap.Empty with
        {
            Moments =
            [
                new MomentOfTruth
                {
                    Id = "call", Name = "Call",
                    Criteria =
                    [
                        new DesignCriterion { Text = "No second call", Measure = "has no \"Call\" after first \"Call\" within 3d" },
                        new DesignCriterion { Text = "Few calls", Measure = "count of \"Call\"" },
                        new DesignCriterion { Text = "Friendly" },
                    ],
                },
            ],
        };

        var found = Assert.Single(MeasureChecks.Check(map, null));

        Assert.Equal(("DG031", "moments/call"), (found.Code, found.Subject));
        Assert.Contains("Few calls", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_activities_are_judged_by_a_log_and_not_without_one()
    {
        var map = MapOf(new Metric { Id = "m", Name = "M", Measure = "count of \"Pya\" where channel = \"phone\"" });

        Assert.Empty(MeasureChecks.Check(map, null));
        var schema = MeasureSchemas.Of(MeasuredLogs.Of(SmallLog.Of("0 Ask #phone, 1 Pay"), map, null));
        Assert.Equal(["ME130"], MeasureChecks.Check(map, schema).Select(static one => one.Code));
    }

    [Fact]
    public void What_needs_a_map_that_says_it_is_refused_where_the_map_does_not() =>
        Assert.Equal(
            ["ME136", "ME139", "ME140"],
            Check(
                new Metric { Id = "a", Name = "A", Measure = "count of contacts" },
                new Metric { Id = "b", Name = "B", Measure = "time on the customer's clock" },
                new Metric { Id = "c", Name = "C", Measure = "working time from start to end" }).Select(static one => one.Code));

    [Fact]
    public void The_sample_map_has_nothing_wrong_with_or_without_its_log()
    {
        var map = MapYaml.Read(NorthbankSample.MapYaml, "northbank.yaml").Map;

        Assert.Empty(MeasureChecks.Check(map, null));
        Assert.Empty(MeasureChecks.Check(map, MeasureSchemas.Of(MeasuredLogs.Of(Northbank.Log, map, null))));
    }

    private static IReadOnlyList<MapDiagnostic> Check(params Metric[] metrics) => MeasureChecks.Check(MapOf(metrics), null);

    private static OutsideInMap MapOf(params Metric[] metrics) => OutsideInMap.Empty with { Metrics = metrics };
}
