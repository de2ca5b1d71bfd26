using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>Oracle: sequential_msprt_gavi.json, closed forms of three sources that agree.</summary>
public sealed class ConfidenceSequenceTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Every_evidence_p_and_interval_is_the_same()
    {
        var compared = 0;
        foreach (var one in Cases("generic"))
        {
            var (estimate, error, mixture, alpha) = (Of(one, "estimate"), Of(one, "se"), Of(one, "tau"), Of(one, "alpha"));
            var half = ConfidenceSequence.HalfWidth(error, mixture, alpha);
            Oracle.AssertNear(Of(one, "log_evalue"), ConfidenceSequence.LogEvidence(estimate, error, mixture), Tolerance);
            Oracle.AssertNear(Of(one, "p"), ConfidenceSequence.PValue(estimate, error, mixture), Tolerance);
            Oracle.AssertNear(Of(one, "halfwidth"), half, Tolerance);
            Oracle.AssertNear(one.GetProperty("ci")[0].Number(), estimate - half, Tolerance);
            Oracle.AssertNear(one.GetProperty("ci")[1].Number(), estimate + half, Tolerance);
            compared += 5;
        }

        Assert.Equal(42 * 5, compared);
    }

    [Fact]
    public void Every_tuning_is_the_same()
    {
        var compared = 0;
        foreach (var one in Cases("rho"))
        {
            var (at, alpha) = (Of(one, "v_opt"), Of(one, "alpha"));
            var (exact, near) = (ConfidenceSequence.TunedVarianceExactly(at, alpha), ConfidenceSequence.TunedVariance(at, alpha));
            Oracle.AssertNear(Of(one, "howard_rho_exact"), exact, Tolerance);
            Oracle.AssertNear(Of(one, "howard_rho_approx"), near, Tolerance);
            Oracle.AssertNear(Of(one, "asympcs_rho_exact"), 1 / Math.Sqrt(exact), Tolerance);
            Oracle.AssertNear(Of(one, "asympcs_rho_approx"), 1 / Math.Sqrt(near), Tolerance);
            compared += 4;
        }

        Assert.Equal(12 * 4, compared);
    }

    [Fact]
    public void Every_boundary_of_a_sum_is_the_same()
    {
        var compared = 0;
        foreach (var one in Cases("gavi"))
        {
            var (variance, tuned, alpha) = (Of(one, "v"), Of(one, "rho"), Of(one, "alpha"));
            Oracle.AssertNear(Of(one, "two_sided_boundary"), ConfidenceSequence.SumBoundary(variance, tuned, alpha), Tolerance);
            Oracle.AssertNear(Of(one, "one_sided_boundary_simple"), ConfidenceSequence.SumBoundaryAbove(variance, tuned, alpha), Tolerance);
            Oracle.AssertNear(Of(one, "one_sided_boundary_asympcs"), ConfidenceSequence.AsymptoticSumBoundaryAbove(variance, tuned, alpha), Tolerance);
            compared += 3;
        }

        Assert.Equal(36 * 3, compared);
    }

    [Fact]
    public void Every_look_of_the_path_is_the_same_and_the_looks_together()
    {
        var (compared, least, held) = (0, 1.0, (Interval?)null);
        foreach (var one in Cases("path"))
        {
            const double alpha = 0.05;
            var (difference, error, units) = (Of(one, "diff"), Math.Sqrt(Of(one, "var_diff")), 2 * Of(one, "n_per_arm"));
            var mixture = ConfidenceSequence.MixtureFor(error, units, ConfidenceSequence.UsualTuningUnits, alpha);
            var half = ConfidenceSequence.HalfWidth(error, mixture, alpha);
            var p = ConfidenceSequence.PValue(difference, error, mixture);
            least = Math.Min(least, p);
            held = ConfidenceSequence.Together(held, new Interval(difference - half, difference + half));

            Oracle.AssertNear(Of(one, "log_e"), ConfidenceSequence.LogEvidence(difference, error, mixture), Tolerance);
            Oracle.AssertNear(Of(one, "p"), p, Tolerance);
            Oracle.AssertNear(Of(one, "running_min_p"), least, Tolerance);
            compared += 3 + Compare(one.GetProperty("ci"), new Interval(difference - half, difference + half));
            compared += Compare(one.GetProperty("running_intersection"), held!.Value);
            Oracle.AssertNear(half, error * ConfidenceSequence.Boundary(units, ConfidenceSequence.UsualTuningUnits, alpha), Tolerance);
        }

        Assert.Equal(7 * 7, compared);
    }

    [Fact]
    public void Looks_that_leave_nothing_in_common_say_so()
    {
        Assert.Null(ConfidenceSequence.Together(new Interval(0, 1), new Interval(2, 3)));
    }

    private static int Compare(JsonElement expected, Interval actual)
    {
        Oracle.AssertNear(expected[0].Number(), actual.Low, Tolerance);
        Oracle.AssertNear(expected[1].Number(), actual.High, Tolerance);
        return 2;
    }

    private static double Of(JsonElement one, string field) => one.GetProperty(field).Number();

    private static IEnumerable<JsonElement> Cases(string group)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.At("oracles/statistics/sequential_msprt_gavi.json")));
        return [.. document.RootElement.GetProperty("cases").GetProperty(group).Clone().EnumerateArray()];
    }
}
