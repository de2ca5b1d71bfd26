using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>The effect as the coefficient of the treatment in a regression on units, with covariates known before: for when the units are at hand.</summary>
/// <remarks>
/// Source: Lin (2013), Annals of Applied Statistics 7: covariates about their means over both arms and, with slopes of each arm, times the
/// treatment; HC2 errors, which are unbiased for two arms without covariates, or HC3 for small samples (Long and Ervin 2000). What
/// <see cref="CovariateAdjustment"/> gives from sums, with errors that allow for any spread.
/// </remarks>
public static class AdjustedRegression
{
    /// <summary>The column of the effect in the fit.</summary>
    public const string Treatment = "treatment";

    /// <summary>The regression.</summary>
    /// <param name="outcome">[units] The outcome.</param>
    /// <param name="isTreated">[units] 1 in the treatment, 0 in control.</param>
    /// <param name="covariates">[covariates][units] Known before assignment; any number.</param>
    /// <param name="slopes">Whether each arm has slopes of its own.</param>
    /// <returns>The fit, columns const, treatment, covariate 1 …, treatment × covariate 1 …; refused as <see cref="LinearModel.Fit"/> refuses.</returns>
    public static Result<LinearFit> Fit(double[] outcome, double[] isTreated, IReadOnlyList<double[]> covariates, AdjustmentSlopes slopes)
    {
        var (names, columns) = (new List<string> { Treatment }, new List<double[]> { isTreated });
        var centred = covariates.Select(Centred).ToArray();
        for (var index = 0; index < centred.Length; index++)
        {
            names.Add($"covariate {index + 1}");
            columns.Add(centred[index]);
        }

        for (var index = 0; slopes == AdjustmentSlopes.OfEachArm && index < centred.Length; index++)
        {
            names.Add($"{Treatment} × covariate {index + 1}");
            columns.Add([.. centred[index].Zip(isTreated, static (value, treated) => value * treated)]);
        }

        return LinearModel.Fit(DesignMatrix.WithConstant(names, columns), outcome);
    }

    /// <summary>The effect with its robust error.</summary>
    /// <param name="outcome">[units] The outcome.</param>
    /// <param name="isTreated">[units] 1 in the treatment, 0 in control.</param>
    /// <param name="covariates">[covariates][units] Known before assignment; any number.</param>
    /// <param name="slopes">Whether each arm has slopes of its own.</param>
    /// <param name="level">Confidence level.</param>
    public static EffectEstimate Of(
        double[] outcome, double[] isTreated, IReadOnlyList<double[]> covariates, AdjustmentSlopes slopes, double level = 0.95)
    {
        const string Method = "regression on treatment and covariates, HC2 error";
        var treated = isTreated.LongCount(static one => one > 0);
        if (!Fit(outcome, isTreated, covariates, slopes).TryGet(out var fit, out var problem))
        {
            return EffectEstimate.Refused(Method, problem, outcome.Length - treated, treated, level);
        }

        var effect = fit.With(ErrorKind.Hc2).Of(Treatment, level);
        return new EffectEstimate
        {
            Method = Method,
            Value = effect.Value,
            StandardError = effect.StandardError,
            Interval = effect.Interval,
            PValue = effect.PValue,
            Degrees = effect.Degrees,
            Level = level,
            ControlCount = outcome.Length - treated,
            TreatmentCount = treated,
        };
    }

    private static double[] Centred(double[] values)
    {
        var mean = Moments.Of(values).Mean;
        return [.. values.Select(value => value - mean)];
    }
}
