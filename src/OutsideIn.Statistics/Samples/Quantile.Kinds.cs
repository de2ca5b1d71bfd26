namespace OutsideIn.Statistics;

/// <summary>How a quantile between two observations is read. Of Hyndman and Fan (1996), The American Statistician 50.</summary>
public enum QuantileKind
{
    /// <summary>Type 7: what spreadsheets and most programs do; used where nothing else is asked for.</summary>
    Linear,

    /// <summary>Type 1: always an observation.</summary>
    InvertedShare,

    /// <summary>Type 5 (Hazen).</summary>
    Hazen,

    /// <summary>Type 6 (Weibull).</summary>
    Weibull,

    /// <summary>Type 8: nearly unbiased for the median of any distribution's quantile; what Hyndman and Fan advise.</summary>
    MedianUnbiased,
}

/// <summary>Other readings of a quantile, and its standard error.</summary>
public static partial class Quantile
{
    // Products such as 0.1 × 10 miss a whole number by a last bit.
    private const double RankTolerance = 1e-12;

    /// <summary>The quantile read another way.</summary>
    /// <param name="sorted">[observations] Ascending, at least one.</param>
    /// <param name="share">Which quantile, 0 &lt; share &lt; 1.</param>
    /// <param name="kind">How it is read between observations.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside (0, 1), or there is no observation.</exception>
    public static double Value(ReadOnlySpan<double> sorted, double share, QuantileKind kind)
    {
        Levels.ThrowUnlessInside(share);
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(sorted));
        double n = sorted.Length;
        return kind switch
        {
            QuantileKind.InvertedShare => sorted[Math.Clamp((int)Math.Ceiling((n * share) - RankTolerance) - 1, 0, sorted.Length - 1)],
            QuantileKind.Hazen => AtRank(sorted, (n * share) + 0.5),
            QuantileKind.Weibull => AtRank(sorted, (n + 1) * share),
            QuantileKind.MedianUnbiased => AtRank(sorted, ((n + (1.0 / 3)) * share) + (1.0 / 3)),
            _ => Interpolated(sorted, share),
        };
    }

    /// <summary>How often the interval between two ranks holds the quantile, whatever the distribution: at least this.</summary>
    /// <param name="count">Observations.</param>
    /// <param name="share">Which quantile, 0 &lt; share &lt; 1.</param>
    /// <param name="ranks">The 1-based ranks, as <see cref="Ranks"/> gives them.</param>
    public static double Coverage(int count, double share, (int Lower, int Upper) ranks) =>
        BinomialDistribution.Cumulative(ranks.Upper - 1, count, share) - BinomialDistribution.Cumulative(ranks.Lower - 1, count, share);

    /// <summary>The quantile as a weighted mean of all observations: steadier than one or two of them.</summary>
    /// <param name="sorted">[observations] Ascending, at least one.</param>
    /// <param name="share">Which quantile, 0 &lt; share &lt; 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside (0, 1), or there is no observation.</exception>
    /// <remarks>Source: Harrell and Davis (1982), A new distribution-free quantile estimator, Biometrika 69.</remarks>
    public static double HarrellDavis(ReadOnlySpan<double> sorted, double share)
    {
        Levels.ThrowUnlessInside(share);
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(sorted));
        return Weighted(sorted, (sorted.Length + 1) * share, (sorted.Length + 1) * (1 - share)).Mean;
    }

    /// <summary>The quantile's standard error.</summary>
    /// <param name="sorted">[observations] Ascending.</param>
    /// <param name="share">Which quantile, 0 &lt; share &lt; 1.</param>
    /// <returns>In the observations' unit; null where the sample is too small for the quantile.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside (0, 1).</exception>
    /// <remarks>Source: Maritz and Jarrett (1978), A note on estimating the variance of the sample median, JASA 73, in the form of Wilcox (2012), Introduction to robust estimation, §3.5.</remarks>
    public static double? MaritzJarrettError(ReadOnlySpan<double> sorted, double share)
    {
        Levels.ThrowUnlessInside(share);
        var rank = (int)((sorted.Length * share) + 0.5);
        return rank < 2 || rank >= sorted.Length ? null : Math.Sqrt(Weighted(sorted, rank - 1, sorted.Length - rank).Variance);
    }

    // Mean and variance of the observations under beta weights; the variance from distances, as Σx² would lose its digits.
    private static (double Mean, double Variance) Weighted(ReadOnlySpan<double> sorted, double a, double b)
    {
        var (mean, variance, before) = (0.0, 0.0, 0.0);
        var weights = new double[sorted.Length];
        for (var row = 0; row < sorted.Length; row++)
        {
            var upTo = BetaDistribution.Cumulative((row + 1.0) / sorted.Length, a, b);
            weights[row] = upTo - before;
            mean += weights[row] * sorted[row];
            before = upTo;
        }

        for (var row = 0; row < sorted.Length; row++)
        {
            variance += weights[row] * (sorted[row] - mean) * (sorted[row] - mean);
        }

        return (mean, variance);
    }

    private static double AtRank(ReadOnlySpan<double> sorted, double rank)
    {
        var inside = Math.Clamp(rank, 1, sorted.Length);
        var below = (int)Math.Floor(inside);
        var above = Math.Min(below + 1, sorted.Length);
        return sorted[below - 1] + ((inside - below) * (sorted[above - 1] - sorted[below - 1]));
    }
}
