using System.Globalization;
using System.Text.Json;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/quantiles.json (numpy, scipy.stats.mstats), tolerance 1e-9.</summary>
public sealed class QuantileOracleTests
{
    private static readonly (string Name, QuantileKind Kind)[] Kinds =
    [
        ("linear", QuantileKind.Linear), ("hazen", QuantileKind.Hazen), ("weibull", QuantileKind.Weibull),
        ("median_unbiased", QuantileKind.MedianUnbiased), ("inverted_cdf", QuantileKind.InvertedShare),
    ];

    [Fact]
    public void Every_quantile_interval_and_error_is_the_oracles()
    {
        var compared = 0;
        foreach (var one in Oracle.Cases("quantiles.json").Where(static one => one.TryGetProperty("x", out _)))
        {
            double[] sorted = [.. one.GetProperty("x").Numbers().Order()];
            Assert.Equal(one.GetProperty("n").GetInt32(), sorted.Length);
            foreach (var (share, expected) in Shares(one, "quantiles"))
            {
                foreach (var (name, kind) in Kinds)
                {
                    Oracle.AssertNear(expected.GetProperty(name).Number(), Quantile.Value(sorted, share, kind), 1e-9);
                    compared++;
                }
            }

            foreach (var (share, expected) in Shares(one, "order_stat_ci95"))
            {
                var ranks = Quantile.Ranks(sorted.Length, share, 0.95);
                var interval = Quantile.Of(sorted, share).Value().Interval;
                Assert.Equal((expected.GetProperty("l").GetInt32(), expected.GetProperty("u").GetInt32()), ranks);
                Assert.Equal((expected.GetProperty("lower").Number(), expected.GetProperty("upper").Number()), (interval.Low, interval.High));
                Oracle.AssertNear(expected.GetProperty("coverage").Number(), Quantile.Coverage(sorted.Length, share, ranks), 1e-9);
                compared += 5;
            }

            foreach (var (share, expected) in Shares(one, "harrell_davis"))
            {
                Oracle.AssertNear(expected.Number(), Quantile.HarrellDavis(sorted, share), 1e-9);
                compared++;
            }

            foreach (var (share, expected) in Shares(one, "maritz_jarrett_se"))
            {
                Oracle.AssertNear(expected.Number(), Quantile.MaritzJarrettError(sorted, share)!.Value, 1e-9);
                compared++;
            }
        }

        // Three samples: 7 quantiles of 5 kinds, 2 intervals of 5 figures, 3 steady quantiles and 3 errors.
        Assert.Equal(3 * (35 + 10 + 6), compared);
    }

    [Fact]
    public void The_difference_of_medians_is_Prices_and_Bonetts()
    {
        var one = Oracle.Cases("quantiles.json").Single(static one => one.TryGetProperty("se_a", out _));
        double[] control = [.. one.GetProperty("a").Numbers().Order()], treatment = [.. one.GetProperty("b").Numbers().Order()];

        var effect = MedianComparison.Difference(control, treatment);

        var interval = one.GetProperty("ci95").Numbers();
        Oracle.AssertNear(one.GetProperty("median_a").Number(), Quantile.Value(control, 0.5, QuantileKind.Linear), 1e-9);
        Oracle.AssertNear(one.GetProperty("median_b").Number(), Quantile.Value(treatment, 0.5, QuantileKind.Linear), 1e-9);
        Oracle.AssertNear(one.GetProperty("se_a").Number(), MedianComparison.Error(control)!.Value, 1e-9);
        Oracle.AssertNear(one.GetProperty("se_b").Number(), MedianComparison.Error(treatment)!.Value, 1e-9);
        Oracle.AssertNear(one.GetProperty("diff").Number(), effect.Value!.Value, 1e-9);
        Oracle.AssertNear(interval[0], effect.Interval!.Value.Low, 1e-9);
        Oracle.AssertNear(interval[1], effect.Interval.Value.High, 1e-9);
    }

    [Fact]
    public void Samples_too_small_are_refused()
    {
        Assert.Null(Quantile.MaritzJarrettError([1.0, 2, 3], 0.1));
        Assert.Equal("ST052", MedianComparison.Difference([1.0, 2, 3, 4], [1.0, 2, 3, 4, 5]).Refusal!.Code);
        Assert.Equal("ST052", MedianComparison.Difference([1.0, 2, 3, 4, 5], [7.0, 7, 7, 7, 7, 7]).Refusal!.Code);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Quantile.Value([], 0.5, QuantileKind.Hazen));
    }

    private static IEnumerable<(double Share, JsonElement Expected)> Shares(JsonElement one, string name) =>
        one.GetProperty(name).EnumerateObject().Select(static field => (double.Parse(field.Name, CultureInfo.InvariantCulture), field.Value));
}
