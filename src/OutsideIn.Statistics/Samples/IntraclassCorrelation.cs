using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How much cases of one cluster resemble each other: the share of the variance that lies between clusters. Immutable.</summary>
/// <param name="Value">−1/(m − 1) to 1; below 0 where clusters differ less than chance alone would have them.</param>
/// <param name="Interval">What the clusters leave possible.</param>
/// <param name="Level">Confidence level of the interval.</param>
/// <param name="Clusters">Clusters with values.</param>
/// <param name="MeanSize">Mean number of values of a cluster.</param>
/// <param name="SizeVariation">Standard deviation of the sizes over their mean.</param>
public sealed record IntraclassCorrelation(double Value, Interval Interval, double Level, int Clusters, double MeanSize, double SizeVariation)
{
    /// <summary>From the moments of each cluster, by one-way analysis of variance.</summary>
    /// <param name="clusters">Moments of the values of each cluster; empty ones are left out.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The correlation; <c>ST061</c> where there are fewer than two clusters, or no cluster has two values that vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    /// <remarks>
    /// Source: Donner (1986), A review of inference procedures for the intraclass correlation coefficient, International Statistical Review
    /// 54; interval of Searle by F, with the mean size n₀ for clusters of different sizes, of which it is then an approximation.
    /// </remarks>
    public static Result<IntraclassCorrelation> Of(IReadOnlyList<Moments> clusters, double level = ProportionInterval.DefaultLevel)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        Levels.ThrowUnlessInside(level);
        Moments[] filled = [.. clusters.Where(static one => one.Count > 0)];
        var all = filled.Aggregate(default(Moments), static (left, right) => left + right);
        var (count, within) = (filled.Length, filled.Sum(static one => one.SquaredDeviations));
        if (count < 2 || all.Count <= count || within <= 0)
        {
            return new Problem(
                ProblemKind.NotEstimable, "ST061", $"{count} clusters with {all.Count:0} values in all do not say how much those of one resemble each other.",
                "At least two clusters are needed, one of them with two values that differ.");
        }

        var (between, inside) = ((all.SquaredDeviations - within) / (count - 1), within / (all.Count - count));
        var size = (all.Count - (filled.Sum(static one => one.Count * one.Count) / all.Count)) / (count - 1);
        var (degrees, rest) = (count - 1.0, all.Count - count);
        var ratio = between / inside;
        var low = ratio / FDistribution.UpperQuantile((1 - level) / 2, degrees, rest);
        var high = ratio / FDistribution.Quantile((1 - level) / 2, degrees, rest);
        var sizes = Moments.Of([.. filled.Select(static one => one.Count)]);
        return new IntraclassCorrelation(
            OfRatio(ratio, size), new Interval(OfRatio(low, size), OfRatio(high, size)), level, count, sizes.Mean, Math.Sqrt(sizes.Variance) / sizes.Mean);
    }

    private static double OfRatio(double ratio, double size) => (ratio - 1) / (ratio + size - 1);
}
