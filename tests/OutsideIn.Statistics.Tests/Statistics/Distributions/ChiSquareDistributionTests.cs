using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: scipy.stats 1.10.1, shared/oracles/statistics/distributions.json, relative tolerance 1e-10.</summary>
public sealed class ChiSquareDistributionTests
{
    [Fact]
    public void The_upper_tail_is_scipys()
    {
        var cases = Oracle.Cases("distributions.json").Where(static one => one.GetProperty("fn").GetString() == "chi2.sf").ToList();

        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            var args = one.GetProperty("args").Numbers();
            Oracle.AssertNearRelatively(one.GetProperty("value").Number(), ChiSquareDistribution.UpperTail(args[0], args[1]), 1e-10);
        }
    }

    [Fact]
    public void Both_normal_tails_are_twice_scipys_upper_tail()
    {
        var cases = Oracle.Cases("distributions.json")
            .Where(static one => one.GetProperty("fn").GetString() == "norm.sf" && one.GetProperty("args")[0].Number() > 0).ToList();

        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            Oracle.AssertNearRelatively(
                2 * one.GetProperty("value").Number(), ChiSquareDistribution.BothTails(one.GetProperty("args")[0].Number()), 1e-10);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_lies_below_zero(double value) => Assert.Equal(1, ChiSquareDistribution.UpperTail(value, 3));
}
