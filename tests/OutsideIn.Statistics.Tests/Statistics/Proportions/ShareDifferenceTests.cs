using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/two_proportions.json, tolerance 1e-9; there the second arm less the first.</summary>
public sealed class ShareDifferenceTests
{
    [Fact]
    public void The_interval_is_Newcombes_and_the_test_the_pooled_one()
    {
        foreach (var one in Oracle.Cases("two_proportions.json").Where(static one => one.TryGetProperty("diff_ci95_newcomb", out _) && one.TryGetProperty("p_pooled", out _)))
        {
            var (x1, n1) = (one.GetProperty("x1").Number(), one.GetProperty("n1").Number());
            var (x2, n2) = (one.GetProperty("x2").Number(), one.GetProperty("n2").Number());

            var actual = ShareDifference.Of(new WeighedShare(x2 / n2, n2), new WeighedShare(x1 / n1, n1), 0.95, (int)(n1 + n2));

            var interval = one.GetProperty("diff_ci95_newcomb").Numbers();
            Oracle.AssertNear(one.GetProperty("diff").Number(), actual.Value, 1e-9);
            Oracle.AssertNear(interval[0], actual.Interval.Low, 1e-9);
            Oracle.AssertNear(interval[1], actual.Interval.High, 1e-9);
            Oracle.AssertNear(one.GetProperty("p_pooled").Number(), actual.PValue, 1e-9);
        }
    }
}
