using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Simulation;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Statistics;

public sealed class RankComparisonTests
{
    [Fact]
    public void Arms_that_do_not_overlap_have_an_effect_a_p_value_and_no_interval()
    {
        var effect = RankComparison.Superiority([1.0, 2, 3], [4.0, 5, 6]);

        // All 9 pairs are above: one order of 20, on either side: p = 2/20.
        Assert.Equal((1.0, null, "ST051"), (effect.Value, effect.Interval, effect.Refusal!.Code));
        Assert.Equal(0.1, effect.PValue!.Value, 12);
    }

    [Fact]
    public void Too_few_values_or_values_all_alike_are_refused()
    {
        Assert.Equal("ST049", RankComparison.Superiority([1.0], [2.0, 3]).Refusal!.Code);
        Assert.Equal("ST049", RankComparison.Shift([5.0, 5], [5.0, 5, 5]).Refusal!.Code);
        Assert.Equal("ST049", MeanComparison.Welch(Moments.Of([5.0, 5]), Moments.Of([6.0, 6])).Refusal!.Code);
        Assert.Equal("ST050", MeanComparison.RatioByFieller(Moments.Of([-1.0, 1]), Moments.Of([5.0, 6])).Refusal!.Code);
        Assert.Null(RankTest.Of([5.0, 5], [5.0, 5, 5]));
    }

    [Fact]
    public void The_shift_is_the_median_of_all_differences() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<int>>(),
        ArbMap.Default.ArbFor<NonEmptyArray<int>>(),
        static (one, other) =>
        {
            double[] control = [0, 1, .. one.Get.Select(static x => x / 4.0)], treatment = [0, 2, .. other.Get.Select(static x => x / 3.0)];
            Array.Sort(control);
            Array.Sort(treatment);
            double[] all = [.. treatment.SelectMany(above => control.Select(below => above - below)).Order()];

            var shift = RankComparison.Shift(control, treatment);

            Assert.Equal((all[(all.Length - 1) / 2] + all[all.Length / 2]) / 2, shift.Value);
            Assert.True(shift.Interval!.Value.Contains(shift.Value!.Value));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_arm_shifted_by_two_is_found_to_be()
    {
        var stream = RandomSource.Open(7, "shift");
        double[] control = [.. Enumerable.Range(0, 400).Select(_ => stream.NextExponential(5)).Order()];
        double[] treatment = [.. Enumerable.Range(0, 300).Select(_ => 2 + stream.NextExponential(5)).Order()];

        var shift = RankComparison.Shift(control, treatment);

        Assert.True(shift.Interval!.Value.Contains(2));
        Assert.InRange(shift.Interval.Value.High - shift.Interval.Value.Low, 0.3, 2);
    }

    [Fact]
    public void Distributions_of_many_values_are_compared_in_the_limit()
    {
        // Kolmogorov's limit: D √(nm/(n+m)) of 1.3581 has p = 0.05. n = m = 20,000: D = 0.013581.
        double[] control = [.. Enumerable.Range(0, 20_000).Select(static x => (double)x)];
        double[] treatment = [.. control.Select(static x => x + 271.62)];

        var test = DistributionTest.KolmogorovSmirnov(control, treatment);

        Assert.InRange(test.PValue, 0.048, 0.052);
    }
}
