using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>One cluster with what was known of it before.</summary>
/// <param name="Rows">Moments of its rows' outcomes.</param>
/// <param name="Before">A figure of the cluster itself from before, such as the mean outcome of its earlier rows.</param>
public readonly record struct ClusterWithHistory(Moments Rows, double Before);

/// <summary>Compares arms that were given to whole clusters whose figure from before is known: what a team always was is taken out.</summary>
/// <remarks>
/// Source: analysis of covariance on the clusters' means (Fisher 1932; for clusters Murray 1998, Design and Analysis of Group-Randomized Trials,
/// chapter 7): one slope for both arms, K − 3 degrees of freedom, and an error that grows with how far apart the arms were before. Exact for normal
/// means of equal variance.
/// </remarks>
public static class ClustersWithHistory
{
    private const string Method = "analysis of covariance on cluster means, by each cluster's own figure before";
    private const int ClustersMin = 4;

    /// <summary>Treatment against control.</summary>
    /// <param name="control">Clusters of the control.</param>
    /// <param name="treatment">Clusters of the treatment.</param>
    /// <param name="options">Scale (a difference, or relative on the log scale), level, alternative.</param>
    /// <returns>The effect, its counts those of clusters; EX040 below two clusters in an arm or four in all; EX041 where the figure before does not vary; EX035 where it is relative and a mean is not above 0.</returns>
    public static EffectEstimate Of(IReadOnlyList<ClusterWithHistory> control, IReadOnlyList<ClusterWithHistory> treatment, ComparisonOptions options)
    {
        Levels.ThrowUnlessInside(options.Level);
        return (Measured(control, treatment, options).TryGet(out var effect, out var problem)
            ? effect.Estimate(Method, options)
            : EffectEstimate.Refused(Method, problem, level: options.Level)) with
        {
            ControlCount = control.Count,
            TreatmentCount = treatment.Count,
            Checks =
            [
                new AssumptionCheck(
                    "What was randomised is the cluster.", null,
                    $"{control.Count} and {treatment.Count} clusters, {control.Sum(static one => one.Rows.Count):0} and {treatment.Sum(static one => one.Rows.Count):0} rows."),
            ],
        };
    }

    private static Result<MeasuredEffect> Measured(IReadOnlyList<ClusterWithHistory> control, IReadOnlyList<ClusterWithHistory> treatment, ComparisonOptions options)
    {
        if (Math.Min(control.Count, treatment.Count) < 2 || control.Count + treatment.Count < ClustersMin)
        {
            return new Problem(
                ProblemKind.NotEstimable, "EX040", $"{control.Count} and {treatment.Count} clusters: an error needs two in each arm, whatever the number of rows.",
                "Give the change to more teams, or by stretches of time to all of them (switchback).");
        }

        var (one, other) = (Joint(control), Joint(treatment));
        var (before, both, outcome) = (Within(one, other, 1, 1), Within(one, other, 0, 1), Within(one, other, 0, 0));
        if (!(before > 0))
        {
            return new Problem(ProblemKind.NotEstimable, "EX041", "A covariate does not vary, or says nothing that the others do not say.", "Leave it out.");
        }

        var degrees = one.Count + other.Count - 3;
        var slope = both / before;
        var variance = Math.Max(0, outcome - (slope * both)) / degrees;
        var middle = ((one.Count * one.Mean(1)) + (other.Count * other.Mean(1))) / (one.Count + other.Count);
        return Effect(Adjusted(one), Adjusted(other), variance, degrees);

        // Mean at the middle of what was before, and how far it had to be moved there in deviations of the slope.
        (double Mean, double Share, double Moved) Adjusted(JointMoments arm) =>
            (arm.Mean(0) - (slope * (arm.Mean(1) - middle)), 1 / arm.Count, (arm.Mean(1) - middle) / Math.Sqrt(before));

        Result<MeasuredEffect> Effect((double Mean, double Share, double Moved) zero, (double Mean, double Share, double Moved) arm, double spread, double left)
        {
            if (options.Scale == EffectScale.Difference)
            {
                return new MeasuredEffect(arm.Mean - zero.Mean, Math.Sqrt(spread * (zero.Share + arm.Share + Square(arm.Moved - zero.Moved))), left);
            }

            if (!(zero.Mean > 0 && arm.Mean > 0))
            {
                return new Problem(ProblemKind.NotEstimable, "EX035", "An adjusted mean is not above 0, and has no logarithm.", "Ask for the difference.");
            }

            var squared = (zero.Share / Square(zero.Mean)) + (arm.Share / Square(arm.Mean)) + Square((arm.Moved / arm.Mean) - (zero.Moved / zero.Mean));
            return new MeasuredEffect(Math.Log(arm.Mean / zero.Mean), Math.Sqrt(spread * squared), left) { IsLogarithm = true };
        }
    }

    private static JointMoments Joint(IReadOnlyList<ClusterWithHistory> clusters) =>
        JointMoments.Of([.. clusters.Select(static one => one.Rows.Mean)], [.. clusters.Select(static one => one.Before)]);

    private static double Within(JointMoments one, JointMoments other, int row, int column) => one.CrossDeviations(row, column) + other.CrossDeviations(row, column);

    private static double Square(double value) => value * value;
}
