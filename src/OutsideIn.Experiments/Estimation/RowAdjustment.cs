using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Takes out of every row's outcome what was known of it before, so that any comparison of the arms can follow: of rows, or of the means of their teams.</summary>
/// <remarks>
/// Sources: Deng et al. (2013), CUPED, for rows that are units; Hayes and Moulton (2017), Cluster Randomised Trials, 2nd edition, chapter 11, the
/// two-stage analysis, for units of several rows. The slopes are those within the arms, so that the effect itself is in none of them.
/// What was measured after assignment must not be among the covariates, and rows cannot tell.
/// </remarks>
public static class RowAdjustment
{
    /// <summary>The outcomes as they would have been had all rows had the mean of every covariate.</summary>
    /// <param name="control">[columns][rows] Of the control: column 0 the outcome, the others covariates; a covariate that is not a number is taken for its mean.</param>
    /// <param name="treatment">The same columns of the treatment.</param>
    /// <returns>[rows] The adjusted outcomes of both arms; null where no covariate varies, or one repeats the others.</returns>
    /// <exception cref="ArgumentException">The arms have different columns.</exception>
    public static (double[] Control, double[] Treatment)? Of(IReadOnlyList<double[]> control, IReadOnlyList<double[]> treatment)
    {
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(treatment);
        if (control.Count != treatment.Count)
        {
            throw new ArgumentException("Both arms need the same columns.", nameof(treatment));
        }

        var covariates = Enumerable.Range(1, Math.Max(0, control.Count - 1))
            .Select(column => Filled(control[column], treatment[column]))
            .Where(static one => one.Control.Concat(one.Treatment).Distinct().Skip(1).Any()).ToArray();
        if (covariates.Length == 0)
        {
            return null;
        }

        double[][] within =
        [
            [.. Centred(control[0]), .. Centred(treatment[0])],
            .. covariates.Select(static one => (double[])[.. Centred(one.Control), .. Centred(one.Treatment)]),
        ];
        return JointMoments.Of(within).Slopes() is { } slopes
            ? (Adjusted(control[0], [.. covariates.Select(static one => one.Control)], slopes), Adjusted(treatment[0], [.. covariates.Select(static one => one.Treatment)], slopes))
            : null;
    }

    // About the mean of both arms, so that means stay where they are.
    private static (double[] Control, double[] Treatment) Filled(double[] control, double[] treatment)
    {
        var known = control.Concat(treatment).Where(static value => !double.IsNaN(value)).ToArray();
        var mean = known.Length == 0 ? 0 : Moments.Of(known).Mean;
        return (Array.ConvertAll(control, About), Array.ConvertAll(treatment, About));

        double About(double value) => double.IsNaN(value) ? 0 : value - mean;
    }

    private static IEnumerable<double> Centred(double[] values)
    {
        var mean = Moments.Of(values).Mean;
        return values.Select(value => value - mean);
    }

    private static double[] Adjusted(double[] outcome, double[][] covariates, double[] slopes)
    {
        var adjusted = (double[])outcome.Clone();
        for (var column = 0; column < slopes.Length; column++)
        {
            for (var row = 0; row < adjusted.Length; row++)
            {
                adjusted[row] -= slopes[column] * covariates[column][row];
            }
        }

        return adjusted;
    }
}
