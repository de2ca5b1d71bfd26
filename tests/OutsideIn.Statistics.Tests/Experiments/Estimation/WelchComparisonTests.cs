using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class WelchComparisonTests
{
    private static readonly MeanSums Control = new(new Moments(20, 4, 60));
    private static readonly MeanSums Treatment = new(new Moments(30, 5, 120));

    [Fact]
    public void On_the_log_scale_swapping_the_arms_turns_the_interval_over()
    {
        var there = WelchComparison.Of(Control, Treatment, new ComparisonOptions { Scale = EffectScale.Ratio });
        var back = WelchComparison.Of(Treatment, Control, new ComparisonOptions { Scale = EffectScale.Ratio });

        Assert.Equal(1.25, there.Value!.Value, 12);
        Assert.Equal(1 / there.Interval!.Value.High, back.Interval!.Value.Low, 12);
        Assert.Equal(there.PValue!.Value, back.PValue!.Value, 12);
    }

    [Fact]
    public void The_relative_effect_is_the_ratio_less_one_with_the_same_test()
    {
        var ratio = WelchComparison.Of(Control, Treatment, new ComparisonOptions { Scale = EffectScale.Ratio });
        var relative = WelchComparison.Of(Control, Treatment, new ComparisonOptions { Scale = EffectScale.Relative });

        Assert.Equal(ratio.Value!.Value - 1, relative.Value!.Value, 12);
        Assert.Equal(ratio.Interval!.Value.Low - 1, relative.Interval!.Value.Low, 12);
        Assert.Equal(ratio.PValue, relative.PValue);
    }

    [Fact]
    public void The_error_of_the_logarithm_is_both_relative_errors_together()
    {
        // Variances 60/19 and 120/29 over 20 and 30 units, means 4 and 5.
        var expected = Math.Sqrt((60.0 / 19 / 20 / 16) + (120.0 / 29 / 30 / 25));

        Assert.Equal(expected, WelchComparison.Of(Control, Treatment, new ComparisonOptions { Scale = EffectScale.Ratio }).StandardError!.Value, 12);
    }

    [Fact]
    public void A_mean_below_zero_has_no_logarithm_but_a_delta_method()
    {
        var below = new MeanSums(new Moments(20, -4, 60));

        Assert.Equal("EX035", WelchComparison.Of(below, Treatment, new ComparisonOptions { Scale = EffectScale.Relative }).Refusal!.Code);
        Assert.Equal(9 / 4.0, WelchComparison.Of(below, Treatment, new ComparisonOptions { Scale = EffectScale.Relative, Relative = RelativeInterval.Delta }).Value);
    }

    [Fact]
    public void Nothing_is_relative_to_a_control_of_zero() => Assert.Equal(
        "EX034", WelchComparison.Of(new MeanSums(new Moments(20, 0, 60)), Treatment, new ComparisonOptions { Scale = EffectScale.Relative }).Refusal!.Code);

    [Fact]
    public void Arms_of_different_kinds_are_refused() =>
        Assert.Equal("EX033", WelchComparison.Of(Control, new ShareSums(3, 10), ComparisonOptions.Default).Refusal!.Code);

    [Fact]
    public void A_ratio_without_a_denominator_is_refused()
    {
        var none = new RatioSums(JointMoments.Of([1, 2, 4], [0, 0, 0]));

        Assert.Equal("EX032", WelchComparison.Of(none, none, ComparisonOptions.Default).Refusal!.Code);
    }

    [Fact]
    public void A_high_quantile_of_few_values_is_refused()
    {
        double[] values = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];

        Assert.Equal("EX036", WelchComparison.Of(QuantileSums.Of(values, 0.9), QuantileSums.Of(values, 0.9), ComparisonOptions.Default).Refusal!.Code);
        Assert.Null(WelchComparison.Of(QuantileSums.Of(values, 0.5), QuantileSums.Of(values, 0.5), ComparisonOptions.Default).Refusal);
    }

    [Fact]
    public void A_one_sided_interval_is_open_where_its_test_does_not_look()
    {
        var greater = WelchComparison.Of(Control, Treatment, new ComparisonOptions { Alternative = Alternative.Greater });
        var less = WelchComparison.Of(Control, Treatment, new ComparisonOptions { Alternative = Alternative.Less });

        Assert.Equal((double.PositiveInfinity, double.NegativeInfinity), (greater.Interval!.Value.High, less.Interval!.Value.Low));
        Assert.Equal(1, greater.PValue!.Value + less.PValue!.Value, 12);
    }

    [Fact]
    public void Far_out_the_p_value_keeps_its_digits()
    {
        // t = 30 with 1998 degrees: 1 − cdf would be 0.
        var found = WelchComparison.Of(new MeanSums(new Moments(1_000, 0, 999)), new MeanSums(new Moments(1_000, 30 * Math.Sqrt(0.002), 999)), ComparisonOptions.Default);

        Assert.Equal(1_998, found.Degrees!.Value, 6);
        Assert.InRange(found.PValue!.Value, 1e-170, 1e-155);
    }

    [Fact]
    public void The_middle_and_the_spread_of_a_belief_lie_between_prior_and_data()
    {
        // Data 1 ± error 1, prior 0 ± 1 relative to a control of 1: middle one half, deviation √½.
        var found = SecondOpinion.Of(
            new MeanSums(new Moments(50, 1, 0.5 * 50 * 49)), new MeanSums(new Moments(50, 2, 0.5 * 50 * 49)), ComparisonOptions.Default, new NormalPrior(0, 1)).Value();

        Assert.Equal(0.5, found.Value, 12);
        Assert.Equal(Math.Sqrt(0.5), found.StandardDeviation, 12);
        Assert.Equal(found.Value, found.ControlRisk - found.TreatmentRisk, 12);
    }

    [Fact]
    public void Strata_too_small_to_compare_go_to_the_largest_and_it_says_so()
    {
        Stratum[] strata =
        [
            new(new MeanSums(new Moments(20, 4, 60)), new MeanSums(new Moments(30, 5, 120))),
            new(new MeanSums(new Moments(10, 9, 30)), new MeanSums(new Moments(12, 9.5, 40))),
            new(new MeanSums(new Moments(1, 3, 0)), new MeanSums(new Moments(2, 3, 1))),
        ];

        var found = PostStratification.Of(strata, ComparisonOptions.Default);

        Assert.Equal((31L, 44L), (found.ControlCount, found.TreatmentCount));
        Assert.False(found.Checks[0].Holds);
        Assert.Equal("1 of 3 have not and were put to the largest.", found.Checks[0].Finding);
    }

    [Fact]
    public void One_stratum_is_no_stratum()
    {
        var found = PostStratification.Of([new(Control, Treatment)], ComparisonOptions.Default);

        Assert.Equal(WelchComparison.Of(Control, Treatment, ComparisonOptions.Default).StandardError, found.StandardError);
    }

    [Fact]
    public void Strata_of_different_kinds_are_refused() =>
        Assert.Equal("EX033", PostStratification.Of([new(Control, Treatment), new(new ShareSums(1, 4), new ShareSums(2, 5))], ComparisonOptions.Default).Refusal!.Code);

    [Fact]
    public void Power_without_an_error_is_refused()
    {
        var refused = WelchComparison.Of(new MeanSums(new Moments(1, 3, 0)), Treatment, ComparisonOptions.Default);

        Assert.Equal("EX038", MidwayPower.Of(refused, new MidwayQuestion { MinimumEffect = 1 }).Refusal().Code);
        Assert.Equal("EX038", MidwayPower.Of(WelchComparison.Of(Control, Treatment, ComparisonOptions.Default), new MidwayQuestion { MinimumEffect = 1e-9 }).Refusal().Code);
    }
}
