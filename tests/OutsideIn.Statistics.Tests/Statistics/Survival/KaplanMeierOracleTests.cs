using System.Text.Json;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>
/// Oracle: shared/oracles/statistics/survival_km_logrank.json, tolerance 1e-9; its medians agree with the print-outs of R's survival.
/// </summary>
public sealed class KaplanMeierOracleTests
{
    [Theory]
    [InlineData("aml")]
    [InlineData("lung_sex")]
    [InlineData("veteran_trt")]
    [InlineData("veteran_celltype")]
    [InlineData("open_cases_cut_at_day90")]
    [InlineData("telco_churn_contract")]
    public void Every_step_of_the_curve_is_the_oracles(string id) => ForEachGroup(id, static (curve, expected) =>
    {
        var steps = curve.Steps.ToArray();
        foreach (var row in expected.GetProperty("km").EnumerateArray())
        {
            var step = steps.Single(one => one.Time == row.GetProperty("t").Number());
            Assert.Equal((row.GetProperty("n_risk").GetInt32(), row.GetProperty("events").GetInt32()), (step.AtRisk, step.Events));
            Oracle.AssertNear(row.GetProperty("S").Number(), step.Remaining, 1e-9);
            Oracle.AssertNear(row.GetProperty("greenwood_se").Number(), step.StandardError, 1e-9);
            if (row.TryGetProperty("ci_loglog", out var interval))
            {
                Oracle.AssertNear(interval[0].Number(), step.RemainingInterval.Low, 1e-9);
                Oracle.AssertNear(interval[1].Number(), step.RemainingInterval.High, 1e-9);
            }
        }

        Assert.Equal(expected.GetProperty("n").GetInt32(), curve.Count);
        Assert.Equal(expected.GetProperty("events").GetInt32(), curve.Count - curve.OpenCount);
    });

    [Theory]
    [InlineData("aml")]
    [InlineData("lung_sex")]
    [InlineData("veteran_trt")]
    [InlineData("veteran_celltype")]
    [InlineData("open_cases_cut_at_day90")]
    [InlineData("telco_churn_contract")]
    public void Percentiles_and_their_intervals_are_the_oracles(string id) => ForEachGroup(id, static (curve, expected) =>
    {
        var median = curve.Median();
        var interval = expected.GetProperty("median_ci95_loglog").Numbers();
        Assert.Equal(expected.GetProperty("median").Number(), median.Value ?? double.PositiveInfinity);
        Assert.Equal(interval[0], median.Interval?.Low ?? double.PositiveInfinity);
        Assert.Equal(interval[1], median.Interval?.High ?? double.PositiveInfinity);
        Assert.Equal(expected.GetProperty("q25").Number(), curve.Percentile(0.25).Value ?? double.PositiveInfinity);
        Assert.Equal(expected.GetProperty("q90").Number(), curve.Percentile(0.9).Value ?? double.PositiveInfinity);
    });

    [Theory]
    [InlineData("aml")]
    [InlineData("lung_sex")]
    [InlineData("veteran_trt")]
    [InlineData("veteran_celltype")]
    [InlineData("open_cases_cut_at_day90")]
    [InlineData("telco_churn_contract")]
    public void The_restricted_mean_is_the_oracles(string id) => ForEachGroup(id, static (curve, expected) =>
    {
        var mean = curve.RestrictedMean(expected.GetProperty("rmst_tau").Number()).Value();
        Oracle.AssertNear(expected.GetProperty("rmst").Number(), mean.Value, 1e-9);
        var error = (mean.Interval.High - mean.Interval.Low) / (2 * NormalDistribution.TwoSided(0.95));
        Oracle.AssertNear(expected.GetProperty("rmst_se").Number(), error, 1e-9);
    });

    private static void ForEachGroup(string id, Action<KaplanMeierCurve, JsonElement> check)
    {
        var one = SurvivalOracle.Of(id);
        foreach (var group in one.Case.GetProperty("groups").EnumerateObject())
        {
            var rows = Enumerable.Range(0, one.Durations.Length).Where(row => one.Groups[row] == group.Name).ToArray();
            double[] durations = [.. rows.Select(row => one.Durations[row])];
            bool[] closed = [.. rows.Select(row => one.IsClosed[row])];
            check(KaplanMeier.Fit(durations, closed).Value(), group.Value);
        }
    }
}
