using OutsideIn.Experiments;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Experiments;

public sealed class ChecksTests
{
    [Fact]
    public void Arms_alike_before_raise_no_alarm()
    {
        // Means 5 and 5.2, variance 4 each: 0.1 deviations apart; t = 0.2 / √(8 / 100) = 0.71.
        var found = CovariateBalance.Of("age", new Moments(100, 5, 4 * 99), new Moments(100, 5.2, 4 * 99));

        Assert.Equal(0.1, found.StandardisedDifference, 12);
        Assert.False(found.IsAlarm);
        Assert.True(found.AsCheck().Holds);
    }

    [Fact]
    public void Arms_that_differed_before_are_an_alarm()
    {
        // t = 0.2 / √(8 / 10,000) = 7.07.
        var found = CovariateBalance.Of("age", new Moments(10_000, 5, 4 * 9_999), new Moments(10_000, 5.2, 4 * 9_999));

        Assert.True(found.IsAlarm);
        Assert.False(found.AsCheck().Holds);
    }

    [Fact]
    public void A_covariate_that_does_not_vary_cannot_tell() =>
        Assert.Null(CovariateBalance.Of("age", new Moments(10, 5, 0), new Moments(10, 5, 0)).AsCheck().Holds);

    [Fact]
    public void One_cap_counts_for_all_arms()
    {
        double[] control = [1, 2, 3, 4], treatment = [2, 3, 4, 100];
        double[] all = [1, 2, 2, 3, 3, 4, 4, 100];

        var cap = Winsorisation.At(all, 6.0 / 7);
        var (values, capped) = cap.Of(treatment);

        Assert.Equal(4, cap.Cap);
        Assert.Equal((3.25, 1L), (values.Mean, capped));
        Assert.Equal(2.75, values.SquaredDeviations);
        Assert.Equal(Moments.Of(control), cap.Of(control).Values);
    }

    [Fact]
    public void A_symmetric_outcome_needs_few_values_and_a_skewed_one_many()
    {
        // 0, 0, 0, 1: deviations −¼ three times and ¾; Σ³ = 3/8 over 4, variance 3/16: skewness 2/√3, 355 · 4/3 values.
        var skewed = TailCheck.Of([0, 0, 0, 1])!;

        Assert.Equal(2 / Math.Sqrt(3), skewed.Skewness, 12);
        Assert.Equal(355 * 4 / 3.0, skewed.Needed, 9);
        Assert.Equal(0.75, skewed.LargestShare, 12);
        Assert.False(skewed.AsCheck().Holds);
        Assert.True(TailCheck.Of([-1, 0, 0, 1])!.IsEnough);
        Assert.Null(TailCheck.Of([3, 3, 3]));
    }
}
