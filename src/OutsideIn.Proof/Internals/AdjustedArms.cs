using OutsideIn.Statistics;

namespace OutsideIn.Proof;

/// <summary>Arms whose outcome is what it would have been had all been alike in what was known before.</summary>
/// <param name="Control">The control.</param>
/// <param name="Arm">The other arm.</param>
/// <remarks>
/// Sources: Deng et al. (2013), CUPED, for rows; Hayes and Moulton (2017), Cluster Randomised Trials, 2nd edition, chapter 11, the two-stage analysis, for
/// units of several rows. The slopes are those within the arms, so that the effect itself is in none of them.
/// </remarks>
internal sealed record AdjustedArms(Numbered Control, Numbered Arm)
{
    /// <summary>The adjusted arms; null where no column varies, or one repeats the others.</summary>
    public static AdjustedArms? Of(Numbered control, Numbered arm, SubjectCovariates covariates)
    {
        var all = control.Subjects.Concat(arm.Subjects).ToArray();
        var filled = covariates.Columns.Select(column => Filled(column, all)).Where(column => Varies(column, all)).ToArray();
        if (filled.Length == 0)
        {
            return null;
        }

        double[][] within =
        [
            [.. Centred(control.Values), .. Centred(arm.Values)],
            .. filled.Select(column => (double[])[.. Centred(Of(column, control)), .. Centred(Of(column, arm))]),
        ];
        if (JointMoments.Of(within).Slopes() is not { } slopes)
        {
            return null;
        }

        var means = filled.Select(column => Moments.Of([.. all.Select(subject => column[subject])]).Mean).ToArray();
        return new AdjustedArms(Adjusted(control), Adjusted(arm));

        Numbered Adjusted(Numbered one) => one with
        {
            AreShares = false,
            Values = [.. one.Values.Select((value, index) => value - slopes.Select((slope, column) => slope * (filled[column][one.Subjects[index]] - means[column])).Sum())],
        };
    }

    private static double[] Of(double[] column, Numbered one) => Array.ConvertAll(one.Subjects, subject => column[subject]);

    private static IEnumerable<double> Centred(double[] values)
    {
        var mean = Moments.Of(values).Mean;
        return values.Select(value => value - mean);
    }

    // What is not known of a subject is taken for the mean: it then says nothing, in either arm.
    private static double[] Filled(double[] column, int[] subjects)
    {
        var known = subjects.Select(subject => column[subject]).Where(static value => !double.IsNaN(value)).ToArray();
        var mean = known.Length == 0 ? 0 : Moments.Of(known).Mean;
        return Array.ConvertAll(column, value => double.IsNaN(value) ? mean : value);
    }

    private static bool Varies(double[] column, int[] subjects) => subjects.Any(subject => column[subject] != column[subjects[0]]);
}
