using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What may be said at every moment, however often one looks and whenever one stops: intervals that hold all at once.</summary>
/// <remarks>
/// One boundary has three names: the normal mixture of the sequential likelihood ratio (Robbins 1970; Johari et al. 2017), the
/// generalised always-valid interval (Howard et al. 2021, Time-uniform, nonparametric, nonasymptotic confidence sequences, Annals of
/// Statistics 49(2)) and the asymptotic confidence sequence (Waudby-Smith et al. 2024, Annals of Statistics 52(6)). With an
/// estimate d, its standard error s and the mixture's deviation τ: e = √(s² ÷ (s² + τ²)) · exp(τ²d² ÷ 2s²(s² + τ²)).
/// It holds for many units per look, as the central limit does, and says so with every interval.
/// </remarks>
public static class ConfidenceSequence
{
    /// <summary>Where nobody has said for how many units the sequence is to be tightest: both arms together.</summary>
    public const double UsualTuningUnits = 5_000;

    /// <summary>The logarithm of the evidence against no effect: above ln(1 ÷ α) it is shown.</summary>
    /// <param name="estimate">The effect; 0 is none.</param>
    /// <param name="standardError">Its standard error, &gt; 0.</param>
    /// <param name="mixture">τ, how large effects may be, &gt; 0.</param>
    public static double LogEvidence(double estimate, double standardError, double mixture)
    {
        var (variance, spread) = (standardError * standardError, mixture * mixture);
        return (0.5 * Math.Log(variance / (variance + spread))) + (spread * estimate * estimate / (2 * variance * (variance + spread)));
    }

    /// <summary>The p-value that may be read at every look: 1 ÷ evidence, at most 1.</summary>
    public static double PValue(double estimate, double standardError, double mixture) =>
        Math.Min(1, Math.Exp(-LogEvidence(estimate, standardError, mixture)));

    /// <summary>Half the interval's width.</summary>
    /// <param name="standardError">The estimate's standard error, &gt; 0.</param>
    /// <param name="mixture">τ, &gt; 0.</param>
    /// <param name="alpha">The share of sequences that may ever miss, 0 &lt; alpha &lt; 1.</param>
    public static double HalfWidth(double standardError, double mixture, double alpha)
    {
        Levels.ThrowUnlessInside(alpha);
        var ratio = mixture * mixture / (standardError * standardError);
        return standardError * BoundaryOf(ratio, alpha);
    }

    /// <summary>The standardised effect (z) from which something is shown after so many units.</summary>
    /// <param name="units">Units of both arms so far, &gt; 0.</param>
    /// <param name="tuningUnits">For how many it is to be tightest, &gt; 0.</param>
    /// <param name="alpha">0 &lt; alpha &lt; 1.</param>
    public static double Boundary(double units, double tuningUnits, double alpha)
    {
        Levels.ThrowUnlessInside(alpha);
        return BoundaryOf(units / TunedVariance(tuningUnits, alpha), alpha);
    }

    /// <summary>τ of an estimate from so many units: τ² = s² × units ÷ <see cref="TunedVariance"/>.</summary>
    public static double MixtureFor(double standardError, double units, double tuningUnits, double alpha) =>
        standardError * Math.Sqrt(units / TunedVariance(tuningUnits, alpha));

    /// <summary>The mixture parameter ρ of Howard et al. that makes the boundary nearly tightest at a moment; 1 ÷ its square root is that of Waudby-Smith et al.</summary>
    /// <remarks>Howard et al. (2021), equation 3.15 in closed form: v ÷ (2 ln(1/α) + ln(1 + 2 ln(1/α))).</remarks>
    /// <param name="at">The moment, as intrinsic time: units of variance, &gt; 0.</param>
    /// <param name="alpha">0 &lt; alpha &lt; 1.</param>
    public static double TunedVariance(double at, double alpha)
    {
        Levels.ThrowUnlessInside(alpha);
        var twice = -2 * Math.Log(alpha);
        return at / (twice + Math.Log(1 + twice));
    }

    /// <summary>The same exactly, by Lambert's W: v ÷ (−W₋₁(−α² ÷ e) − 1).</summary>
    public static double TunedVarianceExactly(double at, double alpha)
    {
        Levels.ThrowUnlessInside(alpha);

        // w − ln w = 1 + 2 ln(1/α), by Newton's method; w > 1.
        var aim = 1 - (2 * Math.Log(alpha));
        var w = aim + Math.Log(aim);
        for (var step = 0; step < 50; step++)
        {
            var change = (w - Math.Log(w) - aim) / (1 - (1 / w));
            w -= change;
            if (Math.Abs(change) <= 1e-15 * w)
            {
                break;
            }
        }

        return at / (w - 1);
    }

    /// <summary>How far a sum of variance <paramref name="variance"/> may ever be from 0, on either side.</summary>
    public static double SumBoundary(double variance, double tuned, double alpha)
    {
        Levels.ThrowUnlessInside(alpha);
        return Math.Sqrt((variance + tuned) * (Math.Log((variance + tuned) / tuned) - (2 * Math.Log(alpha))));
    }

    /// <summary>How far it may ever be above 0, where nobody asks about below: the simple bound of Howard et al.</summary>
    public static double SumBoundaryAbove(double variance, double tuned, double alpha)
    {
        Levels.ThrowUnlessInside(alpha);
        return Math.Sqrt(2 * (variance + tuned) * Math.Log(Math.Sqrt((variance + tuned) / tuned) / (2 * alpha)));
    }

    /// <summary>The same as Waudby-Smith et al. have it, a little wider and defined for every α.</summary>
    public static double AsymptoticSumBoundaryAbove(double variance, double tuned, double alpha)
    {
        Levels.ThrowUnlessInside(alpha);
        return Math.Sqrt(2 * (variance + tuned) * SmallNumbers.LogOnePlus(Math.Sqrt((variance + tuned) / tuned) / (2 * alpha)));
    }

    /// <summary>What all looks so far leave possible together: the part common to their intervals.</summary>
    /// <param name="before">What the looks before left; null for the first.</param>
    /// <param name="now">This look's interval.</param>
    /// <returns>The common part; null where there is none: then the data do not behave as the method assumes.</returns>
    public static Interval? Together(Interval? before, Interval now)
    {
        var (low, high) = before is { } held ? (Math.Max(held.Low, now.Low), Math.Min(held.High, now.High)) : (now.Low, now.High);
        return low <= high ? new Interval(low, high) : null;
    }

    private static double BoundaryOf(double ratio, double alpha) =>
        Math.Sqrt((1 + ratio) / ratio * (SmallNumbers.LogOnePlus(ratio) - (2 * Math.Log(alpha))));
}
