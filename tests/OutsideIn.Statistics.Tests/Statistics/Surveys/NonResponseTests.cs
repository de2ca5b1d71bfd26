using System.Text.Json;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;
using static OutsideIn.Tests.Statistics.SurveyOracle;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/survey.json, tolerance 1e-9.</summary>
public sealed class NonResponseTests
{
    [Fact]
    public void Bounds_are_Manskis()
    {
        foreach (var one in Of("nonresponse_bounds_binary"))
        {
            var bounds = NonResponse.Bounds(
                one.GetProperty("respondent_mean").Number(), one.GetProperty("responded").GetInt32(), one.GetProperty("invited").GetInt32(), 0, 1);

            Oracle.AssertNear(one.GetProperty("manski_lower").Number(), bounds.Low, 1e-9);
            Oracle.AssertNear(one.GetProperty("manski_upper").Number(), bounds.High, 1e-9);
            var mean = one.GetProperty("respondent_mean").Number();
            Oracle.AssertNear(one.GetProperty("max_abs_bias").Number(), Math.Max(mean - bounds.Low, bounds.High - mean), 1e-9);
            var rate = (double)one.GetProperty("responded").GetInt32() / one.GetProperty("invited").GetInt32();
            Oracle.AssertNear(one.GetProperty("response_rate").Number(), rate, 1e-9);
            var sampling = ProportionInterval.WilsonInterval(mean, one.GetProperty("responded").GetInt32());
            Compare(one.GetProperty("wilson_sampling_only"), sampling.Low, sampling.High);
        }
    }

    [Fact]
    public void Where_nobody_answered_the_bounds_are_the_scale() =>
        Assert.Equal(new Interval(1, 5), NonResponse.Bounds(double.NaN, 0, 10, 1, 5));

    [Fact]
    public void The_post_stratified_mean_and_its_error_are_those_of_the_oracle()
    {
        foreach (var one in Of("poststratification"))
        {
            var estimate = NonResponse.PostStratified(Strata(one, "N_h", "n_h", "k_h")).Value();

            Oracle.AssertNear(one.GetProperty("poststratified").Number(), estimate.Mean.Value, 1e-9);
            Oracle.AssertNear(
                one.GetProperty("se_conditional").Number(), (estimate.Mean.Interval.High - estimate.Mean.Interval.Low) / 2 / NormalDistribution.TwoSided(0.95), 1e-9);
            Assert.Equal(1, estimate.CoveredShare);
            Oracle.AssertNear(one.GetProperty("unweighted").Number(), one.GetProperty("k_h").Numbers().Sum() / one.GetProperty("n_h").Numbers().Sum(), 1e-9);
        }
    }

    [Fact]
    public void The_test_against_all_is_the_oracles_once_the_part_is_taken_for_small()
    {
        foreach (var one in Of("poststratification"))
        {
            int[] counts = [.. one.GetProperty("n_h").Numbers().Select(static value => (int)value)];
            int[] whole = [.. one.GetProperty("N_h").Numbers().Select(static value => (int)value)];

            var test = NonResponse.RandomPart(counts, whole)!;

            var share = (double)counts.Sum() / whole.Sum();
            Oracle.AssertNear(one.GetProperty("chi2_representativeness").Number(), test.Statistic * (1 - share), 1e-9);
            Oracle.AssertNearRelatively(
                one.GetProperty("chi2_p").Number(), ChiSquareDistribution.UpperTail(one.GetProperty("chi2_representativeness").Number(), test.Degrees), 1e-9);
        }
    }

    [Fact]
    public void The_test_is_that_of_the_table_answered_by_value()
    {
        // By hand: answered 30 of 100 and 10 of 100. Table 30, 70 / 10, 90: chi-square 200 (30·90 − 70·10)² / (100·100·40·160) = 12.5.
        var test = NonResponse.RandomPart([30, 10], [100, 100])!;

        Oracle.AssertNear(12.5, test.Statistic, 1e-12);
        Assert.Equal(1, test.Degrees);
    }

    [Fact]
    public void The_R_indicator_and_the_greatest_bias_are_those_of_the_oracle()
    {
        foreach (var one in Of("r_indicator"))
        {
            var (indicator, bias) = NonResponse.Representativeness(Strata(one, "invited", "responded", null))!.Value;

            Oracle.AssertNear(one.GetProperty("R").Number(), indicator, 1e-9);
            Oracle.AssertNear(one.GetProperty("max_bias_per_unit_sd").Number(), bias, 1e-9);
            Oracle.AssertNear(one.GetProperty("cv_of_propensity").Number(), bias, 1e-9);
            var (answered, asked) = (one.GetProperty("responded").Numbers(), one.GetProperty("invited").Numbers());
            Oracle.AssertNear(one.GetProperty("overall").Number(), answered.Sum() / asked.Sum(), 1e-9);
            Assert.Equal(one.GetProperty("response_rates").Numbers(), answered.Zip(asked, static (part, whole) => part / whole));
        }
    }

    [Fact]
    public void A_stratum_with_one_answer_stands_for_nobody_and_its_share_is_missing()
    {
        var estimate = NonResponse.PostStratified([new AnsweredStratum(60, 10, 4, 9), new AnsweredStratum(40, 1, 1, 0)]).Value();

        Assert.Equal((4, 0.6), (estimate.Mean.Value, estimate.CoveredShare));
        Assert.Equal("ME061", NonResponse.PostStratified([new AnsweredStratum(40, 1, 1, 0)]).Refusal().Code);
    }

    [Fact]
    public void A_standardised_difference_by_hand() =>
        // (0.5 − 0.4) / √((0.25 + 0.24) / 2) = 0.1 / 0.494975
        Oracle.AssertNear(0.2020305089104421, NonResponse.StandardisedDifference(0.5, 0.4), 1e-12);

    private static AnsweredStratum[] Strata(JsonElement one, string size, string answered, string? successes)
    {
        var (sizes, counts) = (one.GetProperty(size).Numbers(), one.GetProperty(answered).Numbers());
        var yes = successes is null ? new double[sizes.Length] : one.GetProperty(successes).Numbers();
        return [.. sizes.Select((value, index) =>
            new AnsweredStratum((int)value, (int)counts[index], yes[index] / counts[index], yes[index] * (1 - (yes[index] / counts[index]))))];
    }
}
