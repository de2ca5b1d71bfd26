using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: scipy.stats 1.10.1, shared/oracles/statistics/distributions.json, relative tolerance 1e-10.</summary>
public sealed class DistributionTests
{
    private static readonly Dictionary<string, Func<double[], double>> Functions = new()
    {
        ["norm.cdf"] = static a => NormalDistribution.Cumulative(a[0]),
        ["norm.sf"] = static a => NormalDistribution.UpperTail(a[0]),
        ["norm.logsf"] = static a => NormalDistribution.LogUpperTail(a[0]),
        ["norm.ppf"] = static a => NormalDistribution.Quantile(a[0]),
        ["norm.isf"] = static a => NormalDistribution.UpperQuantile(a[0]),
        ["t.cdf"] = static a => StudentTDistribution.Cumulative(a[0], a[1]),
        ["t.sf"] = static a => StudentTDistribution.UpperTail(a[0], a[1]),
        ["t.ppf"] = static a => StudentTDistribution.Quantile(a[0], a[1]),
        ["chi2.cdf"] = static a => ChiSquareDistribution.Cumulative(a[0], a[1]),
        ["chi2.sf"] = static a => ChiSquareDistribution.UpperTail(a[0], a[1]),
        ["chi2.ppf"] = static a => ChiSquareDistribution.Quantile(a[0], a[1]),
        ["f.sf"] = static a => FDistribution.UpperTail(a[0], a[1], a[2]),
        ["beta.cdf"] = static a => BetaDistribution.Cumulative(a[0], a[1], a[2]),
        ["beta.ppf"] = static a => BetaDistribution.Quantile(a[0], a[1], a[2]),
        ["gamma.cdf"] = static a => GammaDistribution.Cumulative(a[0], a[1]),
        ["gamma.sf"] = static a => GammaDistribution.UpperTail(a[0], a[1]),
        ["gamma.ppf"] = static a => GammaDistribution.Quantile(a[0], a[1]),
        ["binom.pmf"] = static a => BinomialDistribution.Probability((long)a[0], (long)a[1], a[2]),
        ["binom.cdf"] = static a => BinomialDistribution.Cumulative((long)a[0], (long)a[1], a[2]),
        ["binom.sf"] = static a => BinomialDistribution.UpperTail((long)a[0], (long)a[1], a[2]),
        ["poisson.pmf"] = static a => PoissonDistribution.Probability((long)a[0], a[1]),
        ["poisson.cdf"] = static a => PoissonDistribution.Cumulative((long)a[0], a[1]),

        // From 100,000 degrees on scipy takes them for infinitely many.
        ["studentized_range.sf"] = static a => StudentizedRange.UpperTail(a[0], (int)a[1], a[2] >= 100_000 ? double.PositiveInfinity : a[2]),
        ["gammaln"] = static a => GammaFunction.Log(a[0]),
        ["digamma"] = static a => GammaFunction.Digamma(a[0]),
    };

    [Fact]
    public void Every_number_but_some_of_ts_quantiles_is_scipys()
    {
        var (compared, refuted, wrong) = (0, 0, new List<string>());
        foreach (var one in Oracle.Cases("distributions.json"))
        {
            var (name, args, expected) = (one.GetProperty("fn").GetString()!, one.GetProperty("args").Numbers(), one.GetProperty("value").Number());
            compared++;
            var actual = Functions[name](args);
            if (IsNear(expected, actual) || (name == "t.ppf" && args[0] == 0.5 && actual == 0 && Math.Abs(expected) < 1e-15))
            {
                continue;
            }

            // The t quantile of scipy 1.10 (Cephes' stdtrit) is good to about eight digits: put back into the distribution, which is
            // the oracle's to 1e-10 here, it misses the probability it was asked for, and ours does not.
            if (name == "t.ppf" && Miss(actual, args) < 1e-12 && Miss(expected, args) > 1e-10 && Math.Abs(expected - actual) < 1e-7 * Math.Abs(actual))
            {
                refuted++;
                continue;
            }

            wrong.Add($"{name}({string.Join(", ", args)}) = {actual:R}, expected {expected:R}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal((629, 13), (compared, refuted));
    }

    [Fact]
    public void The_quantiles_of_t_with_one_and_two_degrees_are_those_of_the_closed_forms()
    {
        foreach (var tail in new[] { 0.4, 0.025, 1e-8, 1e-100 })
        {
            // Cauchy's distribution; and Jones (2002), The Statistician 51, for two degrees: t = (1 − 2p) √(2 / (4p (1 − p))).
            Oracle.AssertNearRelatively(1 / Math.Tan(Math.PI * tail), StudentTDistribution.UpperQuantile(tail, 1), 1e-13);
            Oracle.AssertNearRelatively(
                (1 - (2 * tail)) * Math.Sqrt(2 / (4 * tail * (1 - tail))), StudentTDistribution.UpperQuantile(tail, 2), 1e-13);
        }
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-20)]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public void Every_upper_quantile_undoes_its_upper_tail(double tail)
    {
        // With fewer degrees the furthest quantiles are beyond what a double can hold.
        foreach (var shape in new[] { 2.5, 14.9, 30, 700, 1e5 })
        {
            Oracle.AssertNearRelatively(tail, StudentTDistribution.UpperTail(StudentTDistribution.UpperQuantile(tail, shape), shape), 1e-9);
            Oracle.AssertNearRelatively(tail, ChiSquareDistribution.UpperTail(ChiSquareDistribution.UpperQuantile(tail, shape), shape), 1e-9);
            Oracle.AssertNearRelatively(tail, FDistribution.UpperTail(FDistribution.UpperQuantile(tail, 3, shape), 3, shape), 1e-9);
            Oracle.AssertNearRelatively(tail, FDistribution.Cumulative(FDistribution.Quantile(tail, shape, 3), shape, 3), 1e-9);
        }

        Oracle.AssertNearRelatively(tail, NormalDistribution.UpperTail(NormalDistribution.UpperQuantile(tail)), 1e-12);
    }

    [Theory]
    [InlineData(5.7)]
    [InlineData(9.262340089798408)]
    [InlineData(37)]
    public void The_normal_tail_far_out_is_that_of_its_continued_fraction(double z)
    {
        // Laplace's fraction, DLMF 7.9.2: slow, and exact once deep enough.
        var fraction = 0.0;
        for (var k = 400; k > 0; k--)
        {
            fraction = k / (z + fraction);
        }

        Oracle.AssertNearRelatively(-(z * z / 2) - Math.Log((z + fraction) * Math.Sqrt(2 * Math.PI)), NormalDistribution.LogUpperTail(z), 1e-15);
        Oracle.AssertNearRelatively(Math.Exp(-z * z / 2) / ((z + fraction) * Math.Sqrt(2 * Math.PI)), NormalDistribution.UpperTail(z), 2e-13);
    }

    [Fact]
    public void Many_degrees_make_t_the_normal_distribution()
    {
        Oracle.AssertNearRelatively(NormalDistribution.UpperTail(3), StudentTDistribution.UpperTail(3, 1e13), 1e-11);
        Assert.Equal(NormalDistribution.UpperTail(3), StudentTDistribution.UpperTail(3, double.PositiveInfinity));
        Assert.Equal(NormalDistribution.TwoSided(0.95), StudentTDistribution.TwoSided(0.95, double.PositiveInfinity));
    }

    [Fact]
    public void The_two_ways_to_ts_tail_meet()
    {
        // At 30 degrees the loop gives way to the expansion.
        foreach (var t in new[] { 1e-8, 0.1, 1, 2, 5, 8.3 })
        {
            var expected = BetaDistribution.Cumulative(30 / (30 + (t * t)), t * t / (30 + (t * t)), 15, 0.5) / 2;
            Oracle.AssertNearRelatively(expected, StudentTDistribution.UpperTail(t, 30), 1e-12);
        }
    }

    [Fact]
    public void The_ends_of_every_distribution_are_what_they_must_be()
    {
        Assert.Equal((1, 0), (FDistribution.UpperTail(0, 2, 3), FDistribution.UpperTail(double.PositiveInfinity, 2, 3)));
        Assert.Equal((0, 1), (FDistribution.Cumulative(-1, 2, 3), FDistribution.Cumulative(double.PositiveInfinity, 2, 3)));
        Assert.Equal((0, 1), (StudentTDistribution.UpperTail(double.PositiveInfinity, 3), StudentTDistribution.UpperTail(double.NegativeInfinity, 3)));
        Assert.Equal((0, 1), (GammaDistribution.Cumulative(0, 2), GammaDistribution.Cumulative(double.PositiveInfinity, 2)));
        Assert.Equal((1, 0), (GammaDistribution.UpperTail(-1, 2), GammaDistribution.UpperTail(double.PositiveInfinity, 2)));
        Assert.Equal((0, 1), (BinomialDistribution.Cumulative(-1, 5, 0.3), BinomialDistribution.UpperTail(-1, 5, 0.3)));
        Assert.Equal((1, 0), (BinomialDistribution.Cumulative(5, 5, 0.3), BinomialDistribution.UpperTail(5, 5, 0.3)));
        Assert.Equal((0, 1), (PoissonDistribution.Cumulative(-1, 5), PoissonDistribution.UpperTail(-1, 5)));
        Assert.True(double.IsNaN(StudentTDistribution.UpperTail(double.NaN, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => StudentTDistribution.UpperTail(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => GammaDistribution.Quantile(1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(static () => BinomialDistribution.Probability(1, 3, 1.5));
    }

    [Fact]
    public void The_range_of_two_means_is_their_t_test()
    {
        foreach (var degrees in new[] { 1, 4.5, 60, double.PositiveInfinity })
        {
            Oracle.AssertNearRelatively(StudentTDistribution.BothTails(1.7, degrees), StudentizedRange.UpperTail(1.7 * Math.Sqrt(2), 2, degrees), 1e-9);
        }

        Assert.Equal(1, StudentizedRange.UpperTail(0, 3, 10));
        Assert.Throws<ArgumentOutOfRangeException>(static () => StudentizedRange.UpperTail(1, 1, 10));
    }

    [Theory]
    [InlineData(0.3, 2.5, 1.25)]
    [InlineData(0.02, 40, 900)]
    [InlineData(0.9995, 1e4, 3)]
    [InlineData(1e-200, 0.7, 3)]
    public void The_quantile_undoes_the_beta_distribution(double x, double a, double b)
    {
        var p = BetaDistribution.Cumulative(x, a, b);
        Oracle.AssertNearRelatively(x, BetaDistribution.Quantile(p, a, b), 1e-10);
    }

    // Below the smallest normal double a number has fewer digits than the tolerance asks for; scipy flushes some of them to 0.
    private static bool IsNear(double expected, double actual) =>
        Math.Abs(actual - expected) <= Math.Max(1e-10 * Math.Abs(expected), 2.3e-308);

    private static double Miss(double t, double[] args) =>
        Math.Abs((StudentTDistribution.UpperTail(Math.Abs(t), args[1]) / Math.Min(args[0], 1 - args[0])) - 1);
}
