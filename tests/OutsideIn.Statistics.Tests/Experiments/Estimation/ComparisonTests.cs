using OutsideIn.Experiments;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Experiments;

public sealed class ComparisonTests
{
    private static readonly ComparisonOptions Relative = new() { Scale = EffectScale.Relative };

    [Fact]
    public void No_success_in_control_still_has_a_difference_with_an_interval()
    {
        // gbstats answers an error with p = 1 and an interval [0, 0] here.
        var found = Comparison.Of(new ShareSums(0, 100), new ShareSums(5, 100), ComparisonOptions.Default);

        Assert.Equal(0.05, found.Value);
        Assert.True(found.Interval!.Value.Low > 0 && found.Interval.Value.High < 0.15);
        Assert.InRange(found.PValue!.Value, 0.01, 0.05);
    }

    [Fact]
    public void No_success_in_control_has_no_relative_effect_and_says_what_is_ruled_out()
    {
        var found = Comparison.Of(new ShareSums(0, 100), new ShareSums(5, 100), Relative);

        Assert.Null(found.Value);
        Assert.Equal("ST011", found.Refusal!.Code);

        // All five of five in the treatment: its share of the events is at least 0.025^(1/5) = 0.478, so that the ratio is at least 0.917.
        var share = Math.Pow(0.025, 0.2);
        Assert.Equal((share / (1 - share)) - 1, found.Interval!.Value.Low, 9);
        Assert.Equal(double.PositiveInfinity, found.Interval.Value.High);
    }

    [Fact]
    public void One_side_is_the_nearer_end_of_twice_the_error()
    {
        var (control, treatment) = (new ShareSums(20, 200), new ShareSums(35, 200));

        var both = Comparison.Of(control, treatment, new ComparisonOptions { Level = 0.9 });
        var greater = Comparison.Of(control, treatment, new ComparisonOptions { Alternative = Alternative.Greater });
        var less = Comparison.Of(control, treatment, new ComparisonOptions { Alternative = Alternative.Less });

        Assert.Equal(both.Interval!.Value.Low, greater.Interval!.Value.Low, 12);
        Assert.Equal((double.PositiveInfinity, 0.95), (greater.Interval.Value.High, greater.Level));
        Assert.Equal(both.PValue!.Value / 2, greater.PValue!.Value, 12);
        Assert.Equal(1, greater.PValue.Value + less.PValue!.Value, 12);
    }

    [Fact]
    public void Shares_that_are_no_counts_are_compared_as_means()
    {
        var found = Comparison.Of(new ShareSums(20.5, 200), new ShareSums(35, 200), ComparisonOptions.Default);

        Assert.Equal("difference of shares, Welch's t", found.Method);
    }

    [Fact]
    public void Rates_have_an_interval_of_the_split_of_their_events()
    {
        // 5 events in 100 days against 15 in 100: three times as many.
        var found = Comparison.Of(new RateSums(5, 100, 10), new RateSums(15, 100, 10), Relative);

        Assert.Equal(2, found.Value!.Value, 12);
        Assert.Equal((10L, 10L, EffectScale.Relative), (found.ControlCount, found.TreatmentCount, found.Scale));
        Assert.True(found.Interval!.Value.Low > -0.1 && found.Interval.Value.High > 6);
    }

    [Fact]
    public void Counts_of_units_are_held_against_the_spread_they_have()
    {
        var (control, treatment) = (new CountSums(new Moments(50, 2, 500)), new CountSums(new Moments(50, 3, 500)));

        var found = Comparison.Of(control, treatment, Relative);

        Assert.Equal(0.5, found.Value!.Value, 12);
        Assert.Equal(WelchComparison.Of(control, treatment, Relative).StandardError!.Value, found.StandardError!.Value, 12);
        Assert.NotEmpty(found.Checks);
    }

    [Fact]
    public void Clusters_are_compared_by_their_means_and_counted_as_clusters()
    {
        var (control, treatment) = (new ClusterSums([new(100, 1, 50), new(200, 2, 90), new(50, 1.5, 20)]), new ClusterSums([new(100, 3, 50), new(20, 4, 9)]));

        var found = Comparison.Of(control, treatment, ComparisonOptions.Default);

        Assert.Equal((2.0, 3L, 2L, 3.0), (found.Value, found.ControlCount, found.TreatmentCount, found.Degrees));
    }

    [Fact]
    public void Means_go_to_Welch_and_so_does_whoever_asks_for_the_delta_method()
    {
        var (control, treatment) = (new ShareSums(20, 200), new ShareSums(35, 200));
        var delta = Relative with { Relative = RelativeInterval.Delta };

        Assert.Equal(WelchComparison.Of(control, treatment, delta).Interval, Comparison.Of(control, treatment, delta).Interval);
        Assert.Equal("EX033", Comparison.Of(control, new MeanSums(new Moments(4, 1, 2)), ComparisonOptions.Default).Refusal!.Code);
    }
}
