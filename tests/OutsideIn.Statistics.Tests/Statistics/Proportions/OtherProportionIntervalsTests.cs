using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/proportion_ci.json (statsmodels 0.13.5, scipy 1.10.1), tolerance 1e-10.</summary>
public sealed class OtherProportionIntervalsTests
{
    private static readonly Dictionary<string, Func<long, long, double, Interval>> Methods = new()
    {
        ["normal"] = OtherProportionIntervals.Wald,
        ["wilson"] = static (k, n, level) => ProportionInterval.Wilson(k, n, level).Value().Interval,
        ["agresti_coull"] = OtherProportionIntervals.AgrestiCoull,
        ["beta"] = static (k, n, level) => ProportionInterval.ClopperPearson(k, n, level).Value().Interval,
        ["jeffreys"] = OtherProportionIntervals.Jeffreys,
        ["wilson_cc"] = OtherProportionIntervals.WilsonWithContinuity,
    };

    [Fact]
    public void Every_number_of_the_oracle_comes_out()
    {
        var compared = 0;
        foreach (var one in Oracle.Cases("proportion_ci.json"))
        {
            var (k, n, level) = (one.GetProperty("k").GetInt64(), one.GetProperty("n").GetInt64(), 1 - one.GetProperty("alpha").Number());
            foreach (var (name, method) in Methods)
            {
                var (expected, actual) = (one.GetProperty(name).Numbers(), method(k, n, level));

                // The oracle keeps Jeffreys' interval off 0 and 1 where none or all were counted, so that it leaves its value out.
                Oracle.AssertNear(name == "jeffreys" && k == 0 ? 0 : expected[0], actual.Low, 1e-10);
                Oracle.AssertNear(name == "jeffreys" && k == n ? 1 : expected[1], actual.High, 1e-10);
                Assert.True(actual.Contains((double)k / n), $"{name} of {k} in {n}");
                compared += 2;
            }

            Oracle.AssertNearRelatively(one.GetProperty("binom_test_p_vs_half").Number(), BinomialTest.TwoSided(k, n, 0.5), 1e-10);
            compared++;
        }

        Assert.Equal(546, compared);
    }

    [Fact]
    public void The_published_intervals_of_Newcombe_come_out()
    {
        // Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263, methods 1 and 4.
        var (wald, corrected) = (OtherProportionIntervals.Wald(81, 263), OtherProportionIntervals.WilsonWithContinuity(81, 263));

        Assert.Equal((0.2522, 0.3638), (Math.Round(wald.Low, 4), Math.Round(wald.High, 4)));
        Assert.Equal((0.2535, 0.3682), (Math.Round(corrected.Low, 4), Math.Round(corrected.High, 4)));
    }

    [Theory]
    [InlineData(3, 10, 0.2)]
    [InlineData(0, 7, 0.35)]
    [InlineData(9, 11, 0.6)]
    public void The_exact_test_counts_what_is_no_more_probable(long successes, long trials, double probability)
    {
        var seen = BinomialDistribution.Probability(successes, trials, probability);
        var sum = Enumerable.Range(0, (int)trials + 1)
            .Select(k => BinomialDistribution.Probability(k, trials, probability)).Where(one => one <= seen * (1 + 1e-7)).Sum();

        Oracle.AssertNearRelatively(sum, BinomialTest.TwoSided(successes, trials, probability), 1e-12);
    }

    [Fact]
    public void Impossible_counts_break_the_promise()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => OtherProportionIntervals.Wald(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => OtherProportionIntervals.Jeffreys(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(static () => BinomialTest.TwoSided(3, 2, 0.5));
    }
}
