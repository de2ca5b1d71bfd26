using System.Text.Json;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>
/// Oracle: shared/oracles/statistics/survival_km_logrank.json, tolerance 1e-9; its medians agree with the print-outs of R's survival.
/// </summary>
public sealed class KaplanMeierOracleTests
{
    private const double Tolerance = 1e-9;

    /// <summary>Every number of every group of the file; the whole-file tests of its log-rank and mean differences stand in their own classes.</summary>
    [Fact]
    public void Every_number_of_every_curve_is_the_oracles()
    {
        var compared = 0;
        foreach (var id in new[] { "aml", "lung_sex", "veteran_trt", "veteran_celltype", "open_cases_cut_at_day90", "telco_churn_contract" })
        {
            ForEachGroup(id, (curve, expected) => compared += CompareSteps(curve, expected) + ComparePercentiles(curve, expected) + CompareMeans(curve, expected));
        }

        // 590 steps of 7 figures, of which 7 come down to nobody and have no interval; 15 groups with 9 percentiles' figures and 5 counts and means.
        Assert.Equal((590 * 7) + (583 * 6) + (15 * 9) + (15 * 5), compared);
    }

    private static int CompareSteps(KaplanMeierCurve curve, JsonElement expected)
    {
        var (steps, compared) = (curve.Steps.ToArray().ToDictionary(static one => one.Time), 0);
        foreach (var row in expected.GetProperty("km").EnumerateArray())
        {
            var step = steps[row.GetProperty("t").Number()];
            Assert.Equal((row.GetProperty("n_risk").GetInt32(), row.GetProperty("events").GetInt32()), (step.AtRisk, step.Events));
            Oracle.AssertNear(row.GetProperty("S").Number(), step.Remaining, Tolerance);
            Oracle.AssertNear(row.GetProperty("greenwood_se").Number(), step.StandardError, Tolerance);
            Oracle.AssertNear(row.GetProperty("nelson_aalen").Number(), step.Hazard.Value, Tolerance);
            Oracle.AssertNear(row.GetProperty("nelson_aalen_var").Number(), step.Hazard.Variance, Tolerance);
            compared += 7;
            foreach (var (name, scale) in new[] { ("plain", CurveScale.Plain), ("log", CurveScale.Log), ("loglog", CurveScale.LogLog) })
            {
                if (row.TryGetProperty("ci_" + name, out var interval))
                {
                    AssertInterval(interval, step.RemainingAt(scale, 0.95));
                    compared += 2;
                }
            }

            if (step.Remaining > 0)
            {
                Oracle.AssertNear(row.GetProperty("ci_loglog")[0].Number(), step.RemainingInterval.Low, Tolerance);
                Oracle.AssertNear(row.GetProperty("ci_loglog")[1].Number(), step.RemainingInterval.High, Tolerance);
            }
        }

        return compared;
    }

    private static int ComparePercentiles(KaplanMeierCurve curve, JsonElement expected)
    {
        Assert.Equal(expected.GetProperty("median").Number(), curve.Median().Value ?? double.PositiveInfinity);
        Assert.Equal(expected.GetProperty("q25").Number(), curve.Percentile(0.25).Value ?? double.PositiveInfinity);
        Assert.Equal(expected.GetProperty("q90").Number(), curve.Percentile(0.9).Value ?? double.PositiveInfinity);
        AssertInterval(expected.GetProperty("median_ci95_loglog"), curve.Median().Interval);
        AssertInterval(expected.GetProperty("median_ci95_loglog"), curve.Percentile(0.5, CurveScale.LogLog).Interval);
        AssertInterval(expected.GetProperty("median_ci95_log"), curve.Percentile(0.5, CurveScale.Log).Interval);
        AssertInterval(expected.GetProperty("median_ci95_plain"), curve.Percentile(0.5, CurveScale.Plain).Interval);
        return 9;
    }

    private static int CompareMeans(KaplanMeierCurve curve, JsonElement expected)
    {
        var mean = curve.RestrictedMean(expected.GetProperty("rmst_tau").Number()).Value();
        Oracle.AssertNear(expected.GetProperty("rmst").Number(), mean.Value, Tolerance);
        var error = (mean.Interval.High - mean.Interval.Low) / (2 * NormalDistribution.TwoSided(0.95));
        Oracle.AssertNear(expected.GetProperty("rmst_se").Number(), error, Tolerance);

        // What most tools report, and what the curve corrects: the mean of the closed ones, from the steps' events.
        var closed = 0.0;
        foreach (var step in curve.Steps)
        {
            closed += step.Time * step.Events;
        }

        Oracle.AssertNear(expected.GetProperty("mean_of_closed_only").Number(), closed / (curve.Count - curve.OpenCount), Tolerance);
        Assert.Equal(expected.GetProperty("n").GetInt32(), curve.Count);
        Assert.Equal(expected.GetProperty("events").GetInt32(), curve.Count - curve.OpenCount);
        return 5;
    }

    private static void AssertInterval(JsonElement expected, Interval? actual)
    {
        Oracle.AssertNear(expected[0].Number(), actual?.Low ?? double.PositiveInfinity, Tolerance);
        Oracle.AssertNear(expected[1].Number(), actual?.High ?? double.PositiveInfinity, Tolerance);
    }

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
