using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Compares two arms by their means and variances, whatever the outcome is a mean of.</summary>
/// <remarks>
/// Sources: Welch (1947), The generalization of "Student's" problem when several different population variances are involved,
/// Biometrika 34; relative effects by the delta method, as GrowthBook's statistics do, or on the log scale. Assumes independent units
/// and means that are close to normal; both are what large counts bring.
/// </remarks>
public static class WelchComparison
{
    /// <summary>Treatment against control.</summary>
    /// <param name="control">Sums of the control.</param>
    /// <param name="treatment">Sums of the treatment, of the same kind.</param>
    /// <param name="options">Scale, level, alternative.</param>
    /// <returns>
    /// The effect; refused with EX030 where an arm has fewer than two units, EX031 where an arm does not vary, EX032 where a ratio
    /// has no denominator, EX033 where the arms are of different kinds, EX034 where control is 0 and the effect relative, EX035 where
    /// a mean is not positive and the effect relative on the log scale, EX036 where a quantile has too few units.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    public static EffectEstimate Of(ArmSums control, ArmSums treatment, ComparisonOptions options)
    {
        Levels.ThrowUnlessInside(options.Level);
        if (!Measured(control, treatment, options).TryGet(out var effect, out var problem))
        {
            return EffectEstimate.Refused(
                MethodOf(control, options), problem, (long)control.Count, (long)treatment.Count, options.Level);
        }

        return effect.Estimate(MethodOf(control, options), options) with
        {
            ControlCount = (long)control.Count,
            TreatmentCount = (long)treatment.Count,
        };
    }

    /// <summary>The effect and its error, before any test is made of it.</summary>
    internal static Result<MeasuredEffect> Measured(ArmSums control, ArmSums treatment, ComparisonOptions options)
    {
        if (Math.Min(control.Count, treatment.Count) < 2)
        {
            return new Problem(
                ProblemKind.NotEstimable, "EX030", $"The arms have {control.Count:0} and {treatment.Count:0} units; an error needs two in each.",
                "Wait until both arms have units.");
        }

        return control.With(treatment).Then(pair => Measured(pair, options));
    }

    /// <summary>The same of arms that are already means.</summary>
    internal static Result<MeasuredEffect> Measured(in ArmPair pair, ComparisonOptions options)
    {
        if (!(pair.Control.Variance > 0 && pair.Treatment.Variance > 0))
        {
            return new Problem(
                ProblemKind.NotEstimable, "EX031", "All units of an arm have the same value, so that nothing says how much it varies.",
                "Compare shares, which have exact intervals, or wait for more units.");
        }

        if (options.Scale == EffectScale.Difference)
        {
            return new MeasuredEffect(pair.Difference, Math.Sqrt(pair.DifferenceVariance), pair.Degrees);
        }

        if (pair.Control.Baseline == 0)
        {
            return new Problem(
                ProblemKind.NotEstimable, "EX034", "Control is 0, and nothing can be so many per cent of it.", "Ask for the difference.");
        }

        return options is { Scale: EffectScale.Relative, Relative: RelativeInterval.Delta }
            ? new MeasuredEffect(pair.Relative, Math.Sqrt(pair.RelativeVariance), pair.Degrees)
            : OnLogScale(pair);
    }

    /// <summary>ln(treatment ÷ control): the delta method once more, (1 + relative effect)⁻¹ being the slope of its logarithm.</summary>
    private static Result<MeasuredEffect> OnLogScale(in ArmPair pair) => pair.Control.Baseline > 0 && 1 + pair.Relative > 0
        ? new MeasuredEffect(Math.Log(1 + pair.Relative), Math.Sqrt(pair.RelativeVariance) / (1 + pair.Relative), pair.LogDegrees) { IsLogarithm = true }
        : new Problem(
            ProblemKind.NotEstimable, "EX035",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The means {pair.Control.Baseline:0.######} and {pair.Treatment.Mean:0.######} are not both above 0, so that there is no logarithm of their ratio."),
            "Ask for the difference, or for a relative effect by the delta method.");

    private static string MethodOf(ArmSums control, ComparisonOptions options) => (options.Scale, options.Relative) switch
    {
        (EffectScale.Difference, _) => $"difference of {control.Figure}, Welch's t",
        (EffectScale.Relative, RelativeInterval.Delta) => $"relative difference of {control.Figure}, delta method, Welch's t",
        (EffectScale.Relative, _) => $"relative difference of {control.Figure}, log scale, Welch's t",
        _ => $"ratio of {control.Figure}, log scale, Welch's t",
    };
}
