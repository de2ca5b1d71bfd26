using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>A cap on values that the plan has set: what lies above counts as the cap. One cap for all arms, never one an arm. Immutable.</summary>
/// <param name="Cap">The largest value that counts as itself.</param>
/// <remarks>Source: Kohavi, Tang and Xu (2020), Trustworthy Online Controlled Experiments, §22; a cap taken of each arm by itself moves with the effect and biases it.</remarks>
public sealed record Winsorisation(double Cap)
{
    /// <summary>The cap at a quantile of all arms together.</summary>
    /// <param name="sortedOfAllArms">[units] Ascending values of every arm, without NaN; at least one.</param>
    /// <param name="share">Which quantile the plan says, 0 &lt; share &lt; 1; 0.99 caps the uppermost hundredth.</param>
    public static Winsorisation At(ReadOnlySpan<double> sortedOfAllArms, double share)
    {
        Levels.ThrowUnlessInside(share);
        ArgumentOutOfRangeException.ThrowIfZero(sortedOfAllArms.Length, nameof(sortedOfAllArms));
        return new Winsorisation(Quantile.Interpolated(sortedOfAllArms, share));
    }

    /// <summary>The moments of an arm's capped values, and how many were capped.</summary>
    /// <param name="values">[units] Without NaN.</param>
    public (Moments Values, long Capped) Of(ReadOnlySpan<double> values)
    {
        var (capped, mean) = (0L, 0.0);
        foreach (var value in values)
        {
            capped += value > Cap ? 1 : 0;
            mean += Math.Min(value, Cap);
        }

        mean /= Math.Max(1, values.Length);
        var deviations = 0.0;
        foreach (var value in values)
        {
            var apart = Math.Min(value, Cap) - mean;
            deviations += apart * apart;
        }

        return (new Moments(values.Length, mean, deviations), capped);
    }
}
