using System.Globalization;
using OutsideIn.Simulation;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: numpy 1.24.2 and the binomial order-statistic interval, shared/oracles/statistics/quantiles.json, tolerance 1e-9.</summary>
public sealed class QuantileTests
{
    [Theory]
    [InlineData("lognormal_101")]
    [InlineData("poisson_200")]
    [InlineData("exp_40")]
    public void Quantiles_and_intervals_are_the_oracles(string id)
    {
        var one = Oracle.Cases("quantiles.json").Single(c => c.GetProperty("id").GetString() == id);
        double[] sorted = [.. one.GetProperty("x").Numbers().Order()];
        foreach (var quantile in one.GetProperty("quantiles").EnumerateObject())
        {
            var ours = Quantile.Of(sorted, double.Parse(quantile.Name, CultureInfo.InvariantCulture)).Value();
            Oracle.AssertNear(quantile.Value.GetProperty("linear").Number(), ours.Value, 1e-9);
        }

        foreach (var interval in one.GetProperty("order_stat_ci95").EnumerateObject())
        {
            var ours = Quantile.Of(sorted, double.Parse(interval.Name, CultureInfo.InvariantCulture)).Value().Interval;
            Assert.Equal(
                (interval.Value.GetProperty("lower").Number(), interval.Value.GetProperty("upper").Number()), (ours.Low, ours.High));
        }
    }

    [Fact]
    public void A_sample_too_small_to_bound_a_side_says_so()
    {
        var median = Quantile.Of([1, 2, 4], 0.5).Value();

        Assert.Equal(2, median.Value);
        Assert.Equal(new Interval(double.NegativeInfinity, double.PositiveInfinity), median.Interval);
        Assert.False(median.Interval.IsBounded);
    }

    [Fact]
    public void A_quantile_of_nothing_is_refused() => Assert.Equal("ME004", Quantile.Of([], 0.5).Refusal().Code);

    [Fact]
    public void The_interval_covers_the_true_median_at_least_as_often_as_it_says()
    {
        const int Replications = 2_000;
        var stream = RandomSource.Open(11, "coverage");
        var hits = 0;
        for (var replication = 0; replication < Replications; replication++)
        {
            double[] sorted = [.. Enumerable.Range(0, 35).Select(_ => stream.NextExponential(mean: 1)).Order()];
            hits += Quantile.Of(sorted, 0.5).Value().Interval.Contains(Math.Log(2)) ? 1 : 0;
        }

        // Never below 0.95 but for five standard errors of this many replications.
        Assert.InRange((double)hits / Replications, 0.95 - 0.024, 1);
    }
}
