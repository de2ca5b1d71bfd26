using OutsideIn.Simulation;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

public sealed class BootstrapTests
{
    [Fact]
    public void From_a_thousand_observations_on_the_interval_is_the_normal_one()
    {
        // 0 … 999: mean 499.5, variance n(n + 1)/12 = 83,416.67, standard error √(83,416.67 / 1,000) = 9.13327.
        double[] values = [.. Enumerable.Range(0, 1_000).Select(static value => (double)value)];

        var mean = Bootstrap.Mean(values, seed: 1).Value();

        Assert.Equal((499.5, "mean, normal interval"), (mean.Value, mean.Method));
        Assert.Equal(499.5 + (1.959964 * 9.13327), mean.Interval.High, 3);
        Assert.Equal(499.5 - (1.959964 * 9.13327), mean.Interval.Low, 3);
    }

    [Fact]
    public void The_same_values_and_seed_give_the_same_interval_in_any_order()
    {
        double[] values = [1, 5, 2.25, 9, 0.1, 3, 3, 7, 40];
        var one = Bootstrap.Mean(values, 7).Value();

        Assert.Equal(one, Bootstrap.Mean([.. values.Reverse()], 7).Value());
        Assert.NotEqual(one.Interval, Bootstrap.Mean(values, 8).Value().Interval);
    }

    [Fact]
    public void A_skew_sample_has_the_longer_side_where_its_tail_is()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(static index => index < 36 ? 1 + (index * 0.01) : 20.0 + index)];
        var mean = Bootstrap.Mean(values, 3).Value();
        Assert.True(mean.Interval.High - mean.Value > 1.15 * (mean.Value - mean.Interval.Low));
    }

    [Fact]
    public void Nothing_and_no_spread_are_refused()
    {
        Assert.Equal("ME007", Bootstrap.Mean([], 1).Refusal().Code);
        Assert.Equal("ME008", Bootstrap.Mean([4], 1).Refusal().Code);
        Assert.Equal("ME008", Bootstrap.Mean([4, 4, 4], 1).Refusal().Code);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Bootstrap.Mean([1, 2], 1, 1));
    }

    [Theory]
    [InlineData(60, 1_000, 0.91)]
    [InlineData(1_000, 1_000, 0.93)]
    public void The_interval_covers_the_true_mean_of_a_skew_distribution(int count, int replications, double least)
    {
        // Exponential, skewness 2. BCa is second-order right: at 60 observations its coverage is known to be a little short of 0.95.
        var stream = RandomSource.Open(13, "bootstrap");
        var hits = 0;
        for (var replication = 0; replication < replications; replication++)
        {
            double[] values = [.. Enumerable.Range(0, count).Select(_ => stream.NextExponential(mean: 1))];
            hits += Bootstrap.Mean(values, (ulong)replication).Value().Interval.Contains(1) ? 1 : 0;
        }

        Assert.InRange((double)hits / replications, least, 0.97);
    }

    [Fact]
    public void Draws_cost_one_buffer_and_no_more()
    {
        double[] values = [.. Enumerable.Range(0, 900).Select(static value => (double)(value % 17))];
        Bootstrap.Mean(values, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Bootstrap.Mean(values, 1);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
    }
}
