using System.Text.Json;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/two_proportions.json, tolerance 1e-9, score intervals 1e-8.</summary>
public sealed class ShareEffectTests
{
    private const double Near = 1e-9;
    private int _compared;

    [Fact]
    public void Every_number_of_the_oracle_comes_out()
    {
        foreach (var one in Oracle.Cases("two_proportions.json"))
        {
            var control = new CountedShare(one.GetProperty("x1").GetInt64(), one.GetProperty("n1").GetInt64());
            var treatment = new CountedShare(one.GetProperty("x2").GetInt64(), one.GetProperty("n2").GetInt64());
            Differences(one, control, treatment);
            Ratios(one, control, treatment);
            Tests(one, control, treatment);
        }

        // 467 fields that are not null, of which two are NaN where there is no control event (they are refusals here), the p-value of
        // Boschloo's test of nothing (also one), and 30 Newcombe's limits, which ShareDifferenceTests holds.
        Assert.Equal(437, _compared);
    }

    [Fact]
    public void Newcombes_table_comes_out()
    {
        // Newcombe (1998), Statistics in Medicine 17, table II, methods 5 (Mee) and 6 (Miettinen and Nurminen), 56/70 − 48/80.
        var (mee, score) = (OtherShareEffects.Mee(new(48, 80), new(56, 70)), ShareEffect.Difference(new(48, 80), new(56, 70)));

        Assert.Equal((0.0533, 0.3377), Rounded(mee));
        Assert.Equal((0.0528, 0.3382), Rounded(score));
    }

    [Fact]
    public void An_arm_without_events_gets_an_exact_answer_and_never_a_stand_in()
    {
        var up = ShareEffect.Relative(new(0, 100), new(5, 100));
        var down = ShareEffect.Relative(new(5, 100), new(0, 100));
        var none = ShareEffect.Relative(new(0, 100), new(0, 100));

        // Given five events the treatment's share of them is at least 0.025^(1/5) = 0.478176: odds of 0.916356.
        Assert.Equal((null, "ST011"), (up.Value, up.Refusal!.Code));
        Oracle.AssertNear(-0.083644, up.Interval!.Value.Low, 1e-5);
        Assert.Equal(double.PositiveInfinity, up.Interval.Value.High);
        Assert.Equal((-1, -1), (down.Value!.Value, down.Interval!.Value.Low));
        Oracle.AssertNear((1 / 0.916356) - 1, down.Interval.Value.High, 1e-5);

        // Fisher: 2 × C(100, 5) / C(200, 5) = 0.059389.
        Oracle.AssertNear(0.059389, up.PValue!.Value, 1e-5);
        Assert.Equal((null, null, "ST012"), (none.Value, none.Interval, none.Refusal!.Code));
    }

    [Theory]
    [InlineData(1_000, 0.005)]
    [InlineData(1_000, 0.01)]
    [InlineData(20_000, 0.00025)]
    [InlineData(60, 0.2)]
    public void The_relative_intervals_cover_at_least_94_in_100_from_five_expected_events_an_arm(int units, double share)
    {
        // Goal 9, without simulation: the coverage is summed over every pair of counts that is at all likely.
        foreach (var effect in new[] { -0.3, 0, 0.5 })
        {
            var truth = 1 + effect;
            if (units * share * truth < 5)
            {
                continue;
            }

            Assert.True(Coverage(units, share, truth, static (c, t) => Shift(ShareEffect.Relative(c, t).Interval)) >= 0.94);
            Assert.True(Coverage(units, share, truth, static (c, t) => ShareEffect.Ratio(c, t).Interval) >= 0.94);
        }
    }

    [Fact]
    public void The_p_value_agrees_with_the_interval()
    {
        for (var part = 0; part <= 30; part++)
        {
            var effect = ShareEffect.Difference(new(12, 40), new(part, 30));
            Assert.Equal(!effect.Interval!.Value.Contains(0), effect.PValue < 0.05);
        }
    }

    [Fact]
    public void Boschloos_test_keeps_its_level_and_is_never_more_cautious_than_Fishers()
    {
        var (boschloo, fisher) = (new double[9, 11], new double[9, 11]);
        for (var x = 0; x <= 8; x++)
        {
            for (var y = 0; y <= 10; y++)
            {
                boschloo[x, y] = ShareTest.Boschloo(new(x, 8), new(y, 10)).TryGet(out var one, out _) ? one.PValue : 1;
                fisher[x, y] = ShareTest.Fisher(new(x, 8), new(y, 10)).Value().PValue;
                Assert.True(boschloo[x, y] <= (2 * fisher[x, y]) + 1e-12);
            }
        }

        // Exact: whatever share both arms have, it errs in at most 5 of 100; some of what it sees Fisher's test does not.
        for (var share = 0.01; share < 1; share += 0.01)
        {
            Assert.True(Errors(boschloo, share) <= 0.05 + 1e-9);
            Assert.True(Errors(fisher, share) <= Errors(boschloo, share) + 1e-9);
        }

        Assert.Equal("ST013", ShareTest.Boschloo(new(4, 1_500), new(2, 20)).Refusal().Code);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        Assert.Equal("ST010", ShareEffect.Difference(new(0, 0), new(1, 2)).Refusal!.Code);
        Assert.Equal("ST010", ShareTest.Fisher(new(0, 0), new(1, 2)).Refusal().Code);
        Assert.Equal("ST011", ShareEffect.Odds(new(0, 5), new(1, 2)).Refusal!.Code);
        Assert.Equal("ST012", ShareTest.PooledZ(new(5, 5), new(2, 2)).Refusal().Code);
        Assert.Throws<ArgumentOutOfRangeException>(static () => ShareEffect.Difference(new(3, 2), new(1, 2)));
    }

    private static double Errors(double[,] pValues, double share)
    {
        var sum = 0.0;
        for (var x = 0; x < pValues.GetLength(0); x++)
        {
            for (var y = 0; y < pValues.GetLength(1); y++)
            {
                sum += pValues[x, y] > 0.05 ? 0
                    : BinomialDistribution.Probability(x, pValues.GetLength(0) - 1, share) * BinomialDistribution.Probability(y, pValues.GetLength(1) - 1, share);
            }
        }

        return sum;
    }

    private static Interval? Shift(Interval? lift) => lift is { } one ? new Interval(one.Low + 1, one.High + 1) : null;

    private static double Coverage(int units, double share, double ratio, Func<CountedShare, CountedShare, Interval?> interval)
    {
        var (most, covered, all) = ((int)((units * share * Math.Max(1, ratio)) + (8 * Math.Sqrt(units * share * Math.Max(1, ratio))) + 5), 0.0, 0.0);
        for (var x = 0; x <= Math.Min(units, most); x++)
        {
            var chance = BinomialDistribution.Probability(x, units, share);
            for (var y = 0; y <= Math.Min(units, most); y++)
            {
                var both = chance * BinomialDistribution.Probability(y, units, share * ratio);
                if (both < 1e-9)
                {
                    continue;
                }

                // Two arms without events rule nothing out.
                all += both;
                covered += interval(new(x, units), new(y, units)) is { } one && !one.Contains(ratio) ? 0 : both;
            }
        }

        return covered / all;
    }

    private static (double Low, double High) Rounded(EffectEstimate effect) =>
        (Math.Round(effect.Interval!.Value.Low, 4), Math.Round(effect.Interval.Value.High, 4));

    private void Differences(JsonElement one, CountedShare control, CountedShare treatment)
    {
        var score = ShareEffect.Difference(control, treatment);
        Same(one, "diff", score.Value, Near);
        Same(one, "diff_ci95_miettinen_nurminen", score.Interval, 1e-8);
        Same(one, "diff_ci95_mee", OtherShareEffects.Mee(control, treatment).Interval, 1e-8);
        Same(one, "diff_ci95_agresti_caffo", OtherShareEffects.AgrestiCaffo(control, treatment).Interval, Near);
        Same(one, "cohen_h", OtherShareEffects.CohenH(control.Value, treatment.Value), Near);

        // The oracle's Wald limits go beyond what a difference of shares can be.
        if (one.TryGetProperty("wald_ci95", out var wald))
        {
            var (expected, actual) = (wald.Numbers(), OtherShareEffects.Wald(control, treatment).Interval!.Value);
            Oracle.AssertNear(Math.Max(-1, expected[0]), actual.Low, Near);
            Oracle.AssertNear(Math.Min(1, expected[1]), actual.High, Near);
            _compared += 2;
        }
    }

    private void Ratios(JsonElement one, CountedShare control, CountedShare treatment)
    {
        Same(one, "ratio_ci95_miettinen_nurminen", ShareEffect.Ratio(control, treatment).Interval, 1e-8);
        var odds = ShareEffect.Odds(control, treatment);
        Same(one, "log_odds_ratio", odds.Value is { } ratio ? Math.Log(ratio) : null, Near);
        Same(one, "or_ci95_woolf", odds.Interval, Near);
        var (delta, log) = (OtherShareEffects.RelativeByDelta(control, treatment), ShareEffect.Relative(control, treatment));
        if (control.Part == 0)
        {
            Assert.Equal("NaN", one.GetProperty("rel_lift").GetString());
            Assert.Equal(("ST011", null), (delta.Refusal!.Code, delta.Value));
            _compared++;
            return;
        }

        Same(one, "rel_lift", log.Value, Near);
        Same(one, "rel_lift_delta_se", delta.StandardError, Near);
        Same(one, "rel_lift_ci95_delta", delta.Interval, Near);
        Same(one, "log_rr_se", log.StandardError, Near);
        Same(one, "rel_lift_ci95_log", log.Interval, Near);
    }

    private void Tests(JsonElement one, CountedShare control, CountedShare treatment)
    {
        Same(one, "fisher_two_sided_p", ShareTest.Fisher(control, treatment).Value().PValue, Near);
        if (!one.TryGetProperty("z_pooled", out _))
        {
            Assert.Equal("ST012", ShareTest.PooledZ(control, treatment).Refusal().Code);
            Assert.Equal("ST012", ShareTest.Boschloo(control, treatment).Refusal().Code);
            Assert.Equal("NaN", one.GetProperty("boschloo_p").GetString());
            _compared++;
            return;
        }

        var (pooled, unpooled) = (ShareTest.PooledZ(control, treatment).Value(), ShareTest.UnpooledZ(control, treatment).Value());
        Same(one, "z_pooled", pooled.Statistic, Near);
        Same(one, "p_pooled", pooled.PValue, Near);
        Same(one, "z_unpooled", unpooled.Statistic, Near);
        Same(one, "p_unpooled", unpooled.PValue, Near);
        Pair(one, "chi2", ShareTest.ChiSquare(control, treatment).Value());
        Pair(one, "chi2_yates", ShareTest.ChiSquare(control, treatment, 0.5).Value());
        if (one.GetProperty("boschloo_p").ValueKind != JsonValueKind.Null)
        {
            // The oracle gave scipy, which takes columns as samples, the arms as rows: its figures are those of the two samples
            // "had it" and "had it not". The engine is held to them by turning the table; the arms themselves are tested below.
            var (had, hadNot) = (new CountedShare(control.Part, control.Part + treatment.Part), new CountedShare(control.Rest, control.Rest + treatment.Rest));
            Same(one, "boschloo_p", ShareTest.Boschloo(had, hadNot).Value().PValue, Near);
        }
    }

    private void Pair(JsonElement one, string name, HypothesisTest test)
    {
        var expected = one.GetProperty(name).Numbers();
        Oracle.AssertNear(expected[0], test.Statistic!.Value, Near);
        Oracle.AssertNear(expected[1], test.PValue, Near);
        _compared += 2;
    }

    private void Same(JsonElement one, string name, double? actual, double tolerance)
    {
        if (one.TryGetProperty(name, out var expected))
        {
            Assert.True(actual is not null, name);
            Oracle.AssertNear(expected.Number(), actual.Value, tolerance);
            _compared++;
        }
    }

    private void Same(JsonElement one, string name, Interval? actual, double tolerance)
    {
        if (one.TryGetProperty(name, out var expected))
        {
            Oracle.AssertNear(expected[0].Number(), actual!.Value.Low, tolerance);
            Oracle.AssertNear(expected[1].Number(), actual.Value.High, tolerance);
            _compared += 2;
        }
    }
}
