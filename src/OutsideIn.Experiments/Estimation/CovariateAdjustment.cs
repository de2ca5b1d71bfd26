using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Whose slopes adjust the means.</summary>
public enum AdjustmentSlopes
{
    /// <summary>One slope a covariate for both arms (CUPED): enough where the arms are of equal size.</summary>
    OfBothArms,

    /// <summary>Each arm its own (Lin 2013): never less precise than no adjustment in a large sample, whatever the sizes.</summary>
    OfEachArm,
}

/// <summary>Compares means adjusted by several covariates that were known before assignment.</summary>
/// <remarks>
/// Sources: Deng et al. (2013), as <see cref="AdjustedSums"/>; Lin (2013), Agnostic notes on regression adjustments to experimental data,
/// Annals of Applied Statistics 7: both means taken at the covariates' mean over both arms. A covariate that the treatment can have moved
/// makes the answer wrong, and the sums cannot tell.
/// </remarks>
public static class CovariateAdjustment
{
    /// <summary>Treatment against control.</summary>
    /// <param name="control">Column 0 the outcome, the others the covariates.</param>
    /// <param name="treatment">The same columns of the treatment.</param>
    /// <param name="slopes">Whose slopes adjust.</param>
    /// <param name="options">Level and alternative; the scale is the difference.</param>
    /// <returns>The effect, with a check of each covariate's balance; EX030 where an arm has no more units than columns + 1; EX041 where a covariate does not vary or repeats others.</returns>
    /// <exception cref="ArgumentException">The arms have different columns.</exception>
    public static EffectEstimate Of(JointMoments control, JointMoments treatment, AdjustmentSlopes slopes, ComparisonOptions options)
    {
        Levels.ThrowUnlessInside(options.Level);
        var (method, both) = (slopes == AdjustmentSlopes.OfBothArms ? "difference of adjusted means, one slope for both arms, Welch's t" : "difference of adjusted means, slopes of each arm (Lin), Welch's t", control + treatment);
        if (Math.Min(control.Count, treatment.Count) <= both.Width + 1)
        {
            return Refused(method, control, treatment, options, new Problem(
                ProblemKind.NotEstimable, "EX030", $"The arms have {control.Count:0} and {treatment.Count:0} units, too few for {both.Width - 1} covariates.",
                "Adjust by fewer covariates, or wait for more units."));
        }

        var (own, theirs) = slopes == AdjustmentSlopes.OfBothArms ? (both.Slopes(), both.Slopes()) : (control.Slopes(), treatment.Slopes());
        if (own is null || theirs is null)
        {
            return Refused(method, control, treatment, options, new Problem(
                ProblemKind.NotEstimable, "EX041", "A covariate does not vary, or says nothing that the others do not say.", "Leave it out."));
        }

        var lost = slopes == AdjustmentSlopes.OfBothArms ? 0 : both.Width - 1;
        var pair = ArmPair.Of(Adjusted(control, both, own, lost), Adjusted(treatment, both, theirs, lost));
        var measured = WelchComparison.Measured(pair, options with { Scale = EffectScale.Difference });
        return measured.TryGet(out var effect, out var problem)
            ? effect.Estimate(method, options with { Scale = EffectScale.Difference }) with
            {
                ControlCount = (long)control.Count,
                TreatmentCount = (long)treatment.Count,
                Checks = [.. Enumerable.Range(1, both.Width - 1).Select(column => CovariateBalance.Of($"covariate {column}", control.Column(column), treatment.Column(column)).AsCheck())],
            }
            : Refused(method, control, treatment, options, problem);
    }

    /// <summary>The share of the variance of the difference that adjusting by one slope for both arms takes away.</summary>
    /// <param name="control">Column 0 the outcome, the others the covariates.</param>
    /// <param name="treatment">The same columns of the treatment.</param>
    /// <returns>0 for no help, 1 where the covariates say everything; null where a covariate does not vary or repeats others.</returns>
    public static double? VarianceReduction(JointMoments control, JointMoments treatment)
    {
        var both = control + treatment;
        if (both.Slopes() is not { } slopes)
        {
            return null;
        }

        var (one, other) = (Adjusted(control, both, slopes, 0), Adjusted(treatment, both, slopes, 0));
        var plain = (control.Covariance(0, 0) / control.Count) + (treatment.Covariance(0, 0) / treatment.Count);
        return 1 - ((one.SquaredError + other.SquaredError) / plain);
    }

    private static ArmMean Adjusted(JointMoments arm, JointMoments both, ReadOnlySpan<double> slopes, int lost)
    {
        var mean = arm.Mean(0);
        for (var covariate = 0; covariate < slopes.Length; covariate++)
        {
            mean -= slopes[covariate] * (arm.Mean(covariate + 1) - both.Mean(covariate + 1));
        }

        return new ArmMean(arm.Count, mean, arm.ResidualSquares(slopes) / (arm.Count - 1 - lost), arm.Mean(0));
    }

    private static EffectEstimate Refused(string method, JointMoments control, JointMoments treatment, ComparisonOptions options, Problem problem) =>
        EffectEstimate.Refused(method, problem, (long)control.Count, (long)treatment.Count, options.Level);
}
