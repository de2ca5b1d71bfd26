using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: statsmodels multipletests, shared/oracles/statistics/multiple_testing.json, tolerance 1e-12.</summary>
public sealed class FalseDiscoveryTests
{
    [Fact]
    public void Q_values_are_those_of_statsmodels()
    {
        foreach (var one in Oracle.Cases("multiple_testing.json"))
        {
            var expected = one.GetProperty("fdr_bh").GetProperty("adjusted").Numbers();
            var actual = FalseDiscovery.BenjaminiHochberg(one.GetProperty("p").Numbers());

            Assert.Equal(expected.Length, actual.Length);
            foreach (var (wanted, got) in expected.Zip(actual))
            {
                Oracle.AssertNearRelatively(wanted, got, 1e-12);
            }
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double wrong) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscovery.BenjaminiHochberg([0.5, wrong]));
}
