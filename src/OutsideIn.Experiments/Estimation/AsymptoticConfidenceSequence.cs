using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Intervals that hold at every look at once, however often and whenever it is looked.</summary>
/// <remarks>
/// Source: Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2021), Time-uniform central limit theory and asymptotic confidence sequences,
/// arXiv 2103.06476: eq. 9 (two-sided), eq. 134 (one-sided), eq. 155 (p-value), eq. 161 (tuning). Asymptotic: small first looks are not covered.
/// </remarks>
public static class AsymptoticConfidenceSequence
{
    /// <summary>ρ, which makes the interval narrowest after so many units.</summary>
    /// <param name="alpha">Share of errors over all looks, 0 &lt; alpha &lt; 1; below one half for one side.</param>
    /// <param name="tuning">After how many units of both arms it is narrowest, &gt; 0.</param>
    /// <param name="alternative">One side or both.</param>
    public static double Rho(double alpha, double tuning, Alternative alternative = Alternative.TwoSided)
    {
        ThrowUnlessValid(alpha, alternative);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tuning);
        var twice = -2 * Math.Log(alternative == Alternative.TwoSided ? alpha : 2 * alpha);
        return Math.Sqrt((twice + Math.Log(twice + 1)) / tuning);
    }

    /// <summary>Half the width of the interval, for one side the distance to its end.</summary>
    /// <param name="variance">The variance of the effect times <paramref name="count"/>.</param>
    /// <param name="count">Units of both arms so far.</param>
    /// <param name="rho">From <see cref="Rho"/>.</param>
    /// <param name="alpha">Share of errors over all looks.</param>
    /// <param name="alternative">One side or both.</param>
    public static double HalfWidth(double variance, double count, double rho, double alpha, Alternative alternative = Alternative.TwoSided)
    {
        ThrowUnlessValid(alpha, alternative);
        var grown = (count * rho * rho) + 1;
        var log = alternative == Alternative.TwoSided
            ? Math.Log(Math.Sqrt(grown) / alpha)
            : SmallNumbers.LogOnePlus(Math.Sqrt(grown) / (2 * alpha));
        return Math.Sqrt(variance * 2 * grown * log) / (count * rho);
    }

    /// <summary>An effect with the interval and the p-value that hold at every look.</summary>
    /// <param name="control">Sums of the control.</param>
    /// <param name="treatment">Sums of the treatment, of the same kind.</param>
    /// <param name="options">Scale, level, alternative.</param>
    /// <param name="tuning">After how many units of both arms the interval is narrowest.</param>
    /// <returns>The effect, or its refusal as <see cref="WelchComparison.Of"/> gives it.</returns>
    public static EffectEstimate Of(ArmSums control, ArmSums treatment, ComparisonOptions options, double tuning)
    {
        var (controlCount, treatmentCount) = ((long)control.Count, (long)treatment.Count);
        if (!WelchComparison.Measured(control, treatment, options).TryGet(out var effect, out var problem))
        {
            return EffectEstimate.Refused(Method, problem, controlCount, treatmentCount, options.Level);
        }

        var (count, alpha) = (control.Count + treatment.Count, 1 - options.Level);
        var rho = Rho(alpha, tuning, options.Alternative);
        var variance = effect.StandardError * effect.StandardError * count;
        return effect.Shown(Method, options, HalfWidth(variance, count, rho, alpha, options.Alternative), PValue(effect, count, rho, options.Alternative)) with
        {
            Degrees = null,
            ControlCount = controlCount,
            TreatmentCount = treatmentCount,
        };
    }

    private const string Method = "asymptotic confidence sequence";

    // Two sides: one over the e-value. One side: the alpha whose interval ends at 0; above one half the bound says nothing.
    private static double PValue(in MeasuredEffect effect, double count, double rho, Alternative alternative)
    {
        var grown = (count * rho * rho) + 1;
        var z = effect.Value / effect.StandardError;
        if (alternative == Alternative.TwoSided)
        {
            var logEvidence = (rho * rho * z * z * count / (2 * grown)) - (0.5 * Math.Log(grown));
            return Math.Min(1, Math.Exp(-logEvidence));
        }

        var toward = alternative == Alternative.Greater ? z : -z;
        if (toward <= 0)
        {
            return 1;
        }

        var rest = Math.Exp(-toward * toward * count * rho * rho / (2 * grown));
        var alpha = Math.Sqrt(grown) * rest / (2 * (1 - rest));
        return alpha < 0.5 ? alpha : 1;
    }

    private static void ThrowUnlessValid(double alpha, Alternative alternative)
    {
        Levels.ThrowUnlessInside(alpha);
        if (alternative != Alternative.TwoSided && alpha >= 0.5)
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Must be below one half for one side.");
        }
    }
}
