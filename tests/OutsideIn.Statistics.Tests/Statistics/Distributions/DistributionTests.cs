using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: scipy.stats 1.10.1, shared/oracles/statistics/distributions.json, relative tolerance 1e-10.</summary>
public sealed class DistributionTests
{
    [Fact]
    public void The_beta_distribution_is_scipys() =>
        Check("beta.cdf", static a => BetaDistribution.Cumulative(a[0], a[1], a[2]));

    [Fact]
    public void The_beta_quantile_is_scipys() =>
        Check("beta.ppf", static a => BetaDistribution.Inverse(a[0], a[1], a[2]));

    [Fact]
    public void The_normal_quantile_is_scipys() => Check("norm.ppf", static a => NormalDistribution.Quantile(a[0]));

    [Fact]
    public void The_logarithm_of_gamma_is_scipys()
    {
        foreach (var one in Oracle.Cases("distributions.json").Where(static c => c.GetProperty("fn").GetString() == "gammaln"))
        {
            Oracle.AssertNear(one.GetProperty("value").Number(), GammaFunction.Log(one.GetProperty("args")[0].Number()), 1e-13);
        }
    }

    [Fact]
    public void The_binomial_distribution_follows_from_the_beta() => Check(
        "binom.cdf", static a => BetaDistribution.Cumulative(1 - a[2], a[1] - a[0], a[0] + 1));

    [Theory]
    [InlineData(0.3, 2.5, 1.25)]
    [InlineData(0.02, 40, 900)]
    [InlineData(0.9995, 1e4, 3)]
    public void The_inverse_undoes_the_beta_distribution(double x, double a, double b)
    {
        var p = BetaDistribution.Cumulative(x, a, b);
        Oracle.AssertNearRelatively(x, BetaDistribution.Inverse(p, a, b), 1e-10);
    }

    private static void Check(string function, Func<double[], double> ours)
    {
        var cases = Oracle.Cases("distributions.json").Where(one => one.GetProperty("fn").GetString() == function).ToList();
        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            Oracle.AssertNearRelatively(one.GetProperty("value").Number(), ours(one.GetProperty("args").Numbers()), 1e-10);
        }
    }
}
