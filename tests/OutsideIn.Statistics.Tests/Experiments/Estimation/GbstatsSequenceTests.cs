using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>Oracle: shared/oracles/statistics/gbstats_sequential_halfwidth.json; tolerance 1e-12.</summary>
public sealed class GbstatsSequenceTests
{
    [Fact]
    public void Every_tuning_and_half_width_is_the_oracles()
    {
        var numbers = 0;
        foreach (var one in Oracle.Cases("gbstats_sequential_halfwidth.json"))
        {
            var (variance, count, tuning, alpha) = (
                one.GetProperty("s2").Number(), one.GetProperty("n").Number(), one.GetProperty("tuning").Number(), one.GetProperty("alpha").Number());
            foreach (var (alternative, name) in new[] { (Alternative.TwoSided, "two_sided"), (Alternative.Greater, "one_sided") })
            {
                var rho = AsymptoticConfidenceSequence.Rho(alpha, tuning, alternative);
                Oracle.AssertNearRelatively(one.GetProperty($"rho_{name}").Number(), rho, 1e-12);
                Oracle.AssertNearRelatively(
                    one.GetProperty($"halfwidth_{name}").Number(), AsymptoticConfidenceSequence.HalfWidth(variance, count, rho, alpha, alternative), 1e-12);
                numbers += 2;
            }
        }

        Assert.Equal(162 * 4, numbers);
    }

    [Fact]
    public void One_side_with_half_of_the_error_is_refused_loudly() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => AsymptoticConfidenceSequence.Rho(0.5, 100, Alternative.Less));
}
