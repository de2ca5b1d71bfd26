using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: statsmodels 0.13.5 proportion_confint, shared/oracles/statistics/proportion_ci.json, tolerance 1e-10.</summary>
public sealed class ProportionIntervalTests
{
    [Fact]
    public void Wilsons_interval_is_that_of_statsmodels() =>
        Check("wilson", static (k, n, level) => ProportionInterval.Wilson(k, n, level));

    [Fact]
    public void Clopper_and_Pearsons_interval_is_that_of_statsmodels() =>
        Check("beta", static (k, n, level) => ProportionInterval.ClopperPearson(k, n, level));

    [Fact]
    public void The_published_example_of_Newcombe_comes_out()
    {
        // Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263.
        var wilson = ProportionInterval.Wilson(81, 263).Value().Interval;
        var exact = ProportionInterval.ClopperPearson(81, 263).Value().Interval;

        Assert.Equal((0.2553, 0.3662), (Math.Round(wilson.Low, 4), Math.Round(wilson.High, 4)));
        Assert.Equal((0.2527, 0.3676), (Math.Round(exact.Low, 4), Math.Round(exact.High, 4)));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1_000)]
    public void The_upper_bound_after_none_is_that_of_the_closed_form(long n)
    {
        // (1 − p)^n = 0.05 by definition, of which the rule of three is the approximation.
        var bound = ProportionInterval.ClopperPearsonUpper(0, n).Value();

        Oracle.AssertNearRelatively(1 - Math.Pow(0.05, 1.0 / n), bound.Interval.High, 1e-12);
        Assert.Equal((0, 0.95, n, 0), (bound.Interval.Low, bound.Level, bound.Count, bound.OpenCount));
    }

    [Fact]
    public void The_one_sided_bound_is_the_two_sided_one_of_twice_the_tail()
    {
        var one = ProportionInterval.ClopperPearsonUpper(3, 1_000, 0.975).Value();
        var two = ProportionInterval.ClopperPearson(3, 1_000, 0.95).Value();
        Oracle.AssertNearRelatively(two.Interval.High, one.Interval.High, 1e-12);
    }

    [Fact]
    public void A_share_of_no_cases_is_refused_not_zero()
    {
        Problem[] refusals =
        [
            ProportionInterval.Wilson(0, 0).Refusal(),
            ProportionInterval.ClopperPearson(0, 0).Refusal(),
            ProportionInterval.ClopperPearsonUpper(0, 0).Refusal(),
        ];
        Assert.All(refusals, static one => Assert.Equal(("ME001", ProblemKind.NotEstimable), (one.Code, one.Kind)));
    }

    [Fact]
    public void Impossible_counts_and_levels_break_the_promise()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => ProportionInterval.Wilson(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(static () => ProportionInterval.Wilson(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(static () => ProportionInterval.ClopperPearson(1, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => ProportionInterval.ClopperPearsonUpper(1, 2, double.NaN));
    }

    [Fact]
    public void Every_interval_lies_within_0_and_1_and_holds_its_share() =>
        Prop.ForAll(
            Gen.Choose(1, 5_000).SelectMany(n => Gen.Choose(0, n).Select(k => (K: k, N: n))).ToArbitrary(),
            static count => Holds(ProportionInterval.Wilson(count.K, count.N).Value())
                && Holds(ProportionInterval.ClopperPearson(count.K, count.N).Value()))
            .Check(Config.QuickThrowOnFailure);

    private static bool Holds(Estimate one) =>
        one.Interval is { Low: >= 0, High: <= 1 } && one.Interval.Contains(one.Value) && one.Interval.Low < one.Interval.High;

    private static void Check(string method, Func<long, long, double, Result<Estimate>> ours)
    {
        foreach (var one in Oracle.Cases("proportion_ci.json"))
        {
            var (k, n) = (one.GetProperty("k").GetInt64(), one.GetProperty("n").GetInt64());
            var level = 1 - one.GetProperty("alpha").GetDouble();

            var estimate = ours(k, n, level).Value();

            var expected = one.GetProperty(method).Numbers();
            Oracle.AssertNear(expected[0], estimate.Interval.Low, 1e-10);
            Oracle.AssertNear(expected[1], estimate.Interval.High, 1e-10);
            Assert.Equal(((double)k / n, level, n), (estimate.Value, estimate.Level, estimate.Count));
        }
    }
}
