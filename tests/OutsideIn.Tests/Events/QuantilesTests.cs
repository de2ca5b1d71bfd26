using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;

namespace OutsideIn.Tests.Events;

public sealed class QuantilesTests
{
    // R 4: quantile(c(1, 2, 4, 8), c(.1, .25, .5, .9), type = 7) gives 1.3 1.75 3 6.8.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1.3)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 3)]
    [InlineData(0.9, 6.8)]
    [InlineData(1, 8)]
    public void Quantiles_interpolate_between_neighbours(double probability, double expected)
    {
        Assert.Equal(expected, Quantiles.Of([8, 1, 4, 2], probability), 12);
        Assert.Equal(expected, Quantiles.OfSorted([1, 2, 4, 8], probability), 12);
    }

    [Fact]
    public void A_single_value_is_every_quantile() => Assert.Equal(7, Quantiles.Of([7], 0.9));

    [Fact]
    public void Several_close_quantiles_at_once_are_each_the_one_asked_for()
    {
        double[] probabilities = [0.1, 0.11, 0.11, 0.3, 0.31, 1];
        var quantiles = new double[6];
        long[] values = [10, 0, 20];

        Quantiles.Of(values, probabilities, quantiles);

        Assert.Equal(probabilities.Select(p => 20 * p), quantiles.Select(one => Math.Round(one, 9)));
    }

    [Fact]
    public void An_empty_sample_and_impossible_probabilities_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Quantiles.Of([], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of([1], 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of([1], double.NaN));
        Assert.Throws<ArgumentException>(() => Quantiles.Of([1], [0.5, 0.4], new double[2]));
    }

    [Fact]
    public void Selection_finds_what_sorting_finds_whatever_the_spread()
    {
        var sample =
            from count in Gen.Choose(1, 2000)
            from bits in Gen.Choose(1, 63)
            from raw in Gen.ArrayOf(ArbMap.Default.GeneratorFor<long>(), count)
            from wide in Gen.Choose(0, 3)
            select raw.Select((one, i) => unchecked((one * 0x5851F42D4C957F2D) + (i * 0x14057B7EF767814F)) >> (wide == 0 ? 0 : bits)).ToArray();
        Prop.ForAll(sample.ToArbitrary(), values =>
        {
            int[] ranks = [0, values.Length / 3, values.Length / 2, values.Length / 2, values.Length * 9 / 10, values.Length - 1];
            var selected = new long[ranks.Length];
            OrderStatistics.Select(values, ranks, selected);
            var sorted = values.Order().ToArray();
            Assert.Equal(ranks.Select(rank => sorted[rank]), selected);
        }).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void Selection_holds_at_every_size_around_the_change_of_method()
    {
        foreach (var count in Enumerable.Range(1, 67).Concat(Enumerable.Range(OrderStatistics.SmallMax - 3, 8)))
        {
            var values = Enumerable.Range(0, count).Select(i => (long)(i * 7919 % count) << (i % 40)).ToArray();
            var ranks = Enumerable.Range(0, count).ToArray();
            var selected = new long[count];

            OrderStatistics.Select(values, ranks, selected);

            Assert.Equal(values.Order(), selected);
        }
    }

    [Fact]
    public void The_widest_sample_there_is_does_not_overflow()
    {
        var values = Enumerable.Range(0, 600).Select(i => i % 3 == 0 ? long.MinValue : i % 3 == 1 ? long.MaxValue : i).ToArray();
        var selected = new long[3];

        OrderStatistics.Select(values, [0, 200, 599], selected);

        Assert.Equal([long.MinValue, 2, long.MaxValue], selected);
    }

    [Fact]
    public void A_sum_beyond_64_bits_and_negative_values_are_exact()
    {
        var one = DurationSummary.Of([long.MaxValue / 20, long.MaxValue / 20, -3])!;
        var many = DurationSummary.Of([.. Enumerable.Repeat(long.MaxValue / 20, 100)])!;

        Assert.Equal(((2 * (double)(long.MaxValue / 20)) - 3) / 1e6, one.SumSeconds);
        Assert.Equal(100 * (double)(long.MaxValue / 20) / 1e6, many.SumSeconds);
        Assert.Equal(many.Min, many.Mean);
        Assert.Equal(0, many.DeviationSeconds);
        Assert.Null(DurationSummary.Of([5])!.DeviationSeconds);
        Assert.Null(DurationSummary.Of([]));
    }
}
