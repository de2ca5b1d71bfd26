using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Compares arms that were given to whole teams, branches or weeks: the clusters count, not their rows.</summary>
/// <remarks>Rows of one cluster resemble each other; counting them as units raises false alarms in half of all experiments (docs/methods.md, goal 7).</remarks>
public static class ClusterComparison
{
    /// <summary>Student's t test on the clusters' means: each cluster counts once, K − 2 degrees of freedom. The usual answer.</summary>
    /// <remarks>Source: Donner and Klar (2000), Design and Analysis of Cluster Randomization Trials, §6.2; exact for normal cluster means of equal variance, close to it for others.</remarks>
    /// <param name="control">Moments of the rows of each cluster of the control.</param>
    /// <param name="treatment">The same of the treatment.</param>
    /// <param name="options">Scale, level, alternative.</param>
    /// <returns>The effect, its counts those of clusters; EX040 below two clusters in an arm; EX031, EX034 and EX035 as <see cref="WelchComparison.Of"/>.</returns>
    public static EffectEstimate OfMeans(IReadOnlyList<Moments> control, IReadOnlyList<Moments> treatment, ComparisonOptions options)
    {
        const string Method = "t test on cluster means";
        Levels.ThrowUnlessInside(options.Level);
        if (TooFew(control, treatment) is { } few)
        {
            return EffectEstimate.Refused(Method, few, control.Count, treatment.Count, options.Level);
        }

        var (one, other) = (OfClusters(control), OfClusters(treatment));
        var degrees = one.Count + other.Count - 2;
        var variance = (one.SquaredDeviations + other.SquaredDeviations) / degrees;
        var pair = ArmPair.Of(
            new ArmMean(one.Count, one.Mean, variance, one.Mean), new ArmMean(other.Count, other.Mean, variance, other.Mean));
        return Shown(Method, WelchComparison.Measured(pair, options), degrees, options, (control, treatment));
    }

    /// <summary>The difference of the means over all rows, its error robust to clusters (CR1), t with K − 2 degrees of freedom: larger clusters count for more.</summary>
    /// <remarks>
    /// Source: Liang and Zeger (1986), Longitudinal data analysis using generalized linear models, Biometrika 73; factor
    /// K ÷ (K − 1) × (N − 1) ÷ (N − 2). With few clusters it is still too sure: prefer <see cref="OfMeans"/> below forty.
    /// </remarks>
    /// <param name="control">Moments of the rows of each cluster of the control.</param>
    /// <param name="treatment">The same of the treatment.</param>
    /// <param name="options">Level and alternative; the scale is the difference.</param>
    /// <returns>The effect, its counts those of clusters; EX040 below two clusters in an arm.</returns>
    public static EffectEstimate OfRows(IReadOnlyList<Moments> control, IReadOnlyList<Moments> treatment, ComparisonOptions options)
    {
        const string Method = "difference of means over rows, cluster-robust error (CR1)";
        Levels.ThrowUnlessInside(options.Level);
        if (TooFew(control, treatment) is { } few)
        {
            return EffectEstimate.Refused(Method, few, control.Count, treatment.Count, options.Level);
        }

        var (one, other) = (Rows(control), Rows(treatment));
        double clusters = control.Count + treatment.Count, rows = one.Count + other.Count;
        var small = clusters / (clusters - 1) * ((rows - 1) / (rows - 2));
        var error = Math.Sqrt(small * (Robust(control, one) + Robust(treatment, other)));
        var effect = new MeasuredEffect(other.Mean - one.Mean, error, clusters - 2);
        return Shown(Method, effect, clusters - 2, options with { Scale = EffectScale.Difference }, (control, treatment));
    }

    /// <summary>How many times larger the error is than rows counted as units would have it, squared: Kish's design effect, measured.</summary>
    /// <param name="control">Moments of the rows of each cluster of the control.</param>
    /// <param name="treatment">The same of the treatment.</param>
    /// <returns>CR0 variance over that of a pooled t test of rows; NaN where rows do not vary.</returns>
    public static double DesignEffect(IReadOnlyList<Moments> control, IReadOnlyList<Moments> treatment)
    {
        var (one, other) = (Rows(control), Rows(treatment));
        var variance = (one.SquaredDeviations + other.SquaredDeviations) / (one.Count + other.Count - 2);
        return (Robust(control, one) + Robust(treatment, other)) / (variance * ((1 / one.Count) + (1 / other.Count)));
    }

    private static EffectEstimate Shown(
        string method, Result<MeasuredEffect> measured, double degrees, ComparisonOptions options, (IReadOnlyList<Moments> Control, IReadOnlyList<Moments> Treatment) clusters) =>
        (measured.TryGet(out var effect, out var problem)
            ? (effect with { Degrees = degrees }).Estimate(method, options)
            : EffectEstimate.Refused(method, problem, level: options.Level)) with
        {
            ControlCount = clusters.Control.Count,
            TreatmentCount = clusters.Treatment.Count,
            Checks =
            [
                new AssumptionCheck(
                    "What was randomised is the cluster.", null,
                    $"{clusters.Control.Count} and {clusters.Treatment.Count} clusters, {clusters.Control.Sum(static one => one.Count):0} and {clusters.Treatment.Sum(static one => one.Count):0} rows."),
            ],
        };

    private static Problem? TooFew(IReadOnlyList<Moments> control, IReadOnlyList<Moments> treatment) => Math.Min(control.Count, treatment.Count) >= 2
        ? null
        : new Problem(
            ProblemKind.NotEstimable, "EX040", $"{control.Count} and {treatment.Count} clusters: an error needs two in each arm, whatever the number of rows.",
            "Give the change to more teams, or by stretches of time to all of them (switchback).");

    /// <summary>Moments of the clusters' means.</summary>
    internal static Moments OfClusters(IReadOnlyList<Moments> clusters)
    {
        var sum = default(Moments);
        foreach (var cluster in clusters)
        {
            sum += new Moments(1, cluster.Mean, 0);
        }

        return sum;
    }

    private static Moments Rows(IReadOnlyList<Moments> clusters) => clusters.Aggregate(static (left, right) => left + right);

    // Σ over clusters of (sum of the residuals)², over the rows squared.
    private static double Robust(IReadOnlyList<Moments> clusters, Moments rows) =>
        clusters.Sum(cluster => cluster.Count * (cluster.Mean - rows.Mean) * cluster.Count * (cluster.Mean - rows.Mean)) / (rows.Count * rows.Count);
}
