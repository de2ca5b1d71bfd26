using OutsideIn.Statistics;
using OutsideIn.Tests.Support;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/poisson_rates.json (statsmodels 0.13.5), tolerance 1e-8; its first case is printed in Gu et al. (2008).</summary>
public sealed class RateTests
{
    private static readonly Dictionary<string, Func<CountedRate, CountedRate, Result<HypothesisTest>>> Methods = new()
    {
        ["score"] = RateTest.Score,
        ["wald"] = RateTest.Wald,
        ["exact-cond"] = RateTest.Conditional,
        ["cond-midp"] = RateTest.ConditionalMidP,
        ["sqrt"] = RateTest.SquareRoot,
        ["etest-score"] = RateTest.ETest,
    };

    [Fact]
    public void Every_number_of_the_oracle_comes_out()
    {
        var compared = 0;
        foreach (var one in Oracle.Cases("poisson_rates.json"))
        {
            var control = new CountedRate(one.GetProperty("count1").GetInt64(), one.GetProperty("exposure1").Number());
            var treatment = new CountedRate(one.GetProperty("count2").GetInt64(), one.GetProperty("exposure2").Number());
            foreach (var (name, method) in Methods)
            {
                var (expected, actual) = (one.GetProperty(name), method(control, treatment).Value());
                Oracle.AssertNear(expected[1].Number(), actual.PValue, 1e-8);
                compared++;
                if (actual.Statistic is { } statistic)
                {
                    Oracle.AssertNear(expected[0].Number(), statistic, 1e-8);
                    compared++;
                }
            }

            var (interval, effect) = (RateRatio.Of(control).Interval, RateRatio.Of(control, treatment));
            Oracle.AssertNear(one.GetProperty("poisson_ci95_rate1_exact")[0].Number(), interval.Low, 1e-8);
            Oracle.AssertNear(one.GetProperty("poisson_ci95_rate1_exact")[1].Number(), interval.High, 1e-8);

            // The ratio of a control without events is infinite in the oracle; here it is a refusal with an interval.
            Oracle.AssertNear(one.GetProperty("ratio21").Number(), effect.Value ?? double.PositiveInfinity, 1e-8);
            compared += 3;
        }

        Assert.Equal(65, compared);
    }

    [Fact]
    public void The_exact_ratio_says_the_same_with_its_interval_and_its_p_value()
    {
        for (var events = 0; events < 40; events++)
        {
            var effect = RateRatio.Of(new CountedRate(12, 100), new CountedRate(events, 110));
            Assert.Equal(!effect.Interval!.Value.Contains(1), effect.PValue < 0.05);
        }
    }

    [Fact]
    public void No_events_in_one_arm_leave_a_bound_and_in_both_a_refusal()
    {
        // Five events, all of the treatment: its share of them is at least 0.025^(1/5) = 0.478176, odds of 0.916356.
        var effect = RateRatio.Of(new CountedRate(0, 100), new CountedRate(5, 100));
        Oracle.AssertNear(0.916356, effect.Interval!.Value.Low, 1e-5);
        Assert.Equal((double.PositiveInfinity, null, "ST011"), (effect.Interval.Value.High, effect.Value, effect.Refusal!.Code));

        Assert.Equal("ST014", RateRatio.Of(new CountedRate(0, 100), new CountedRate(0, 100)).Refusal!.Code);
        Assert.Equal("ST014", RateTest.ETest(new CountedRate(0, 100), new CountedRate(0, 100)).Refusal().Code);
        Assert.Equal("ST014", RateTest.Conditional(new CountedRate(0, 100), new CountedRate(0, 100)).Refusal().Code);
        Assert.Equal("ST013", RateTest.ETest(new CountedRate(90_000, 1), new CountedRate(90_000, 1)).Refusal().Code);
        Assert.Throws<ArgumentOutOfRangeException>(static () => RateRatio.Of(new CountedRate(1, 0)));
    }

    [Fact]
    public void Customers_who_differ_are_noticed_and_allowed_for()
    {
        // 100 customers with no contact and 100 with four: mean 2, variance 400 / 199 × 2 = 4.02, twice what Poisson says.
        double[] counts = [.. Enumerable.Repeat(0.0, 100), .. Enumerable.Repeat(4.0, 100)];
        double[] even = [.. Enumerable.Repeat(1.0, 50), .. Enumerable.Repeat(2.0, 100), .. Enumerable.Repeat(3.0, 50)];

        var uneven = RateRatio.OfUnits(Moments.Of(counts), Moments.Of(counts));
        var calm = RateRatio.OfUnits(Moments.Of(even), Moments.Of(even));

        Assert.False(uneven.Checks[0].Holds);
        Assert.True(calm.Checks[0].Holds);
        Oracle.AssertNear(Math.Sqrt(2 * (400.0 / 199 * 2) / (200 * 4)), uneven.StandardError!.Value, 1e-12);
        Assert.Equal(398, uneven.Degrees!.Value, 6);
        Assert.Equal((1, 1), (uneven.Value!.Value, uneven.PValue!.Value));
        Assert.Equal("ST011", RateRatio.OfUnits(Moments.Of([0, 0]), Moments.Of([1, 2])).Refusal!.Code);
        Assert.Equal("ST010", RateRatio.OfUnits(Moments.Of([1]), Moments.Of([1, 2])).Refusal!.Code);
        Assert.Equal("ST012", RateRatio.OfUnits(Moments.Of([1, 1]), Moments.Of([2, 2])).Refusal!.Code);
    }
}
