using OutsideIn.Simulation;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/survival_km_logrank.json, rmst_diff and test_logrank, tolerance 1e-9.</summary>
public sealed class DurationComparisonTests
{
    [Theory]
    [InlineData("aml")]
    [InlineData("lung_sex")]
    [InlineData("veteran_trt")]
    [InlineData("open_cases_cut_at_day90")]
    public void The_difference_of_restricted_means_and_its_test_are_the_oracles(string id)
    {
        var one = SurvivalOracle.Of(id);
        var expected = one.Case.GetProperty("rmst_diff");
        string[] order = [.. expected.GetProperty("order").EnumerateArray().Select(static group => group.GetString()!)];
        var limit = one.Case.GetProperty("groups").GetProperty(order[0]).GetProperty("rmst_tau").Number();

        var effect = DurationComparison.RestrictedMean(one.Group(order[0]), one.Group(order[1]), limit);

        Oracle.AssertNear(expected.GetProperty("diff").Number(), effect.Value!.Value, 1e-9);
        Oracle.AssertNear(expected.GetProperty("se").Number(), effect.StandardError!.Value, 1e-9);
        Oracle.AssertNear(expected.GetProperty("z").Number(), effect.Value.Value / effect.StandardError.Value, 1e-9);
        Oracle.AssertNear(expected.GetProperty("p").Number(), effect.PValue!.Value, 1e-9);
        Assert.Equal(one.Durations.Length, effect.ControlCount + effect.TreatmentCount);
    }

    [Theory]
    [InlineData("aml", "Maintained", "Nonmaintained")]
    [InlineData("lung_sex", "1", "2")]
    [InlineData("veteran_trt", "1", "2")]
    public void The_hazard_ratio_carries_the_log_rank_tests_p_value(string id, string control, string treatment)
    {
        var one = SurvivalOracle.Of(id);

        var effect = DurationComparison.HazardRatio(one.Group(control), one.Group(treatment));

        Oracle.AssertNear(one.Case.GetProperty("test_logrank").GetProperty("p").Number(), effect.PValue!.Value, 1e-9);
        Assert.True(effect.Interval!.Value.Contains(effect.Value!.Value));
        Assert.Equal(effect.PValue >= 0.05, effect.Interval.Value.Contains(1));
    }

    [Fact]
    public void Without_ties_the_hazard_ratio_is_Coxs()
    {
        // Control 1, 3; treatment 2, 4. Cox's score: 1: −2r/(2+2r); 2: 1 − 2r/(1+2r); 3: −r/(1+r). Their sum is 0 where 1/(1+2r) = 2r/(1+r),
        // 1 + r = 2r + 4r², r = (√17 − 1)/8 = 0.39039.
        var effect = DurationComparison.HazardRatio(All(1, 3), All(2, 4));

        Assert.Equal((Math.Sqrt(17) - 1) / 8, effect.Value!.Value, 10);
    }

    [Fact]
    public void Where_one_arm_never_gets_there_the_ratio_is_refused_and_its_interval_open_to_one_side()
    {
        var none = new DurationGroup(new double[] { 9, 9, 9 }, new[] { CompetingEnd.Open, CompetingEnd.Open, CompetingEnd.Open });

        var slower = DurationComparison.HazardRatio(All(1, 2, 3), none);
        var faster = DurationComparison.HazardRatio(none, All(1, 2, 3));

        Assert.Equal((null, "ST040", 0.0), (slower.Value, slower.Refusal!.Code, slower.Interval!.Value.Low));
        Assert.Equal((null, "ST040", double.PositiveInfinity), (faster.Value, faster.Refusal!.Code, faster.Interval!.Value.High));
        Assert.Contains("treatment", slower.Refusal.Message, StringComparison.Ordinal);
        Assert.Contains("control", faster.Refusal.Message, StringComparison.Ordinal);
        Assert.Equal(slower.PValue!.Value, faster.PValue!.Value, 12);
    }

    [Fact]
    public void The_median_difference_is_that_of_the_curves()
    {
        var one = SurvivalOracle.Of("lung_sex");
        var groups = one.Case.GetProperty("groups");

        var effect = DurationComparison.Median(one.Group("1"), one.Group("2"));

        // R: 270 (212 to 310) and 426 (348 to 550) with the log band; the log-log band of the oracle is put together here.
        var (first, second) = (groups.GetProperty("1").GetProperty("median_ci95_loglog").Numbers(), groups.GetProperty("2").GetProperty("median_ci95_loglog").Numbers());
        Assert.Equal(426 - 270, effect.Value);
        Assert.Equal(156 - double.Hypot(426 - second[0], first[1] - 270), effect.Interval!.Value.Low, 9);
        Assert.Equal(156 + double.Hypot(second[1] - 426, 270 - first[0]), effect.Interval.Value.High, 9);
        Assert.Equal(!effect.Interval.Value.Contains(0), effect.PValue < 0.05);
    }

    [Fact]
    public void A_median_that_was_not_reached_is_refused()
    {
        var late = new DurationGroup(new double[] { 1, 5, 5 }, new[] { CompetingEnd.Reached, CompetingEnd.Open, CompetingEnd.Open });

        Assert.Equal("ST041", DurationComparison.Median(late, All(1, 2, 3)).Refusal!.Code);
        Assert.Contains("treatment", DurationComparison.Median(All(1, 2, 3), late).Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal("ME002", DurationComparison.Median(default, late).Refusal!.Code);
    }

    [Fact]
    public void Every_interval_at_once_of_a_case_worked_by_hand()
    {
        // Control 1, 3 of 4, 2 and 5 open; treatment 1, 9: shares at 3 days 0.625 and 0.5. Up to 3: control 1 + 0.75 × 2 = 2.5, treatment 1 + 0.5 × 2 = 2.
        var control = new DurationGroup(
            new double[] { 1, 3, 2, 5 }, new[] { CompetingEnd.Reached, CompetingEnd.Reached, CompetingEnd.Open, CompetingEnd.Open });

        Assert.Equal(-0.125, DurationComparison.Within(control, All(1, 9), 3).Value!.Value, 12);
        Assert.Equal(-0.5, DurationComparison.RestrictedMean(control, All(1, 9), 3).Value!.Value, 12);
        Assert.Equal(-0.2, DurationComparison.RestrictedMeanRelative(control, All(1, 9), 3).Value!.Value, 12);
        Assert.Equal("ME003", DurationComparison.Within(control, All(1, 9), 6).Refusal!.Code);
        Assert.Equal("ME003", DurationComparison.RestrictedMean(control, All(1, 9), 6).Refusal!.Code);
        Assert.Equal("ME006", DurationComparison.RestrictedMean(All(3, 3), All(4, 4), 5).Refusal!.Code);
        Assert.Equal("ST040", DurationComparison.HazardRatio(All(3, 3), All(4, 4)).Refusal!.Code);
        Assert.Equal("ME005", DurationComparison.HazardRatio(new DurationGroup(new double[] { 3 }, new CompetingEnd[1]), All(4, 4)).Refusal!.Code);
        Assert.Contains(DurationComparison.Within(control, All(1, 9), 3).Checks, static check => check.Holds == false);
    }

    [Fact]
    public void Who_lost_it_counts_the_whole_limit()
    {
        // 1 reached, 2 lost, 3 reached, 10 reached, limit 5: 1 + 5 + 3 + 5 = 14, a mean of 3.5 with the plain error of a mean, Σ(x − 3.5)² = 11, √(11/4/4).
        var group = new DurationGroup(new double[] { 1, 2, 3, 10 }, new[] { CompetingEnd.Reached, CompetingEnd.Lost, CompetingEnd.Reached, CompetingEnd.Reached });

        var mean = CumulativeIncidence.Fit(group.Durations.Span, group.Ends.Span).Value().RestrictedMean(5).Value();

        Assert.Equal(3.5, mean.Value, 12);
        Assert.Equal(Math.Sqrt(11) / 4, (mean.Interval.High - mean.Value) / NormalDistribution.TwoSided(0.95), 12);
    }

    [Fact]
    public void A_pace_that_changes_is_told_beside_the_ratio()
    {
        var stream = RandomSource.Open(5, "crossing paces");
        double[] early = [.. Enumerable.Range(0, 400).Select(_ => stream.NextExponential(10))];
        double[] late = [.. Enumerable.Range(0, 400).Select(_ => 6 + stream.NextExponential(2))];

        var crossing = DurationComparison.HazardRatio(All(early), All(late));
        var same = DurationComparison.HazardRatio(All(early), All([.. early.Select(static wait => wait / 2)]));

        Assert.Contains(crossing.Checks, static check => check.Holds == false && check.Finding.Contains("restricted means", StringComparison.Ordinal));
        Assert.DoesNotContain(same.Checks, static check => check.Holds == false);
        Assert.InRange(same.Value!.Value, 1.7, 2.4);
    }

    private static DurationGroup All(params double[] durations) => new(durations, Enumerable.Repeat(CompetingEnd.Reached, durations.Length).ToArray());
}
