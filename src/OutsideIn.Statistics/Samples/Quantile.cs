using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>A quantile of closed observations with its order-statistic interval.</summary>
public static partial class Quantile
{
    /// <summary>The quantile by linear interpolation, with the interval between two of the observations.</summary>
    /// <param name="sorted">[observations] Ascending, without NaN; any unit.</param>
    /// <param name="share">Which quantile, 0 &lt; share &lt; 1; 0.5 is the median.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1; what the interval covers is at least this, for any distribution.</param>
    /// <returns>
    /// The quantile in the observations' unit, or <c>ME004</c> where there are none. An end of the interval is infinite where the
    /// sample is too small to bound that side.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The share or the level is outside (0, 1).</exception>
    /// <remarks>
    /// Source: Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50, definition 7; interval:
    /// Conover (1999), Practical nonparametric statistics, §3.2, with binomial quantiles.
    /// </remarks>
    public static Result<Estimate> Of(ReadOnlySpan<double> sorted, double share, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(share);
        Levels.ThrowUnlessInside(level);
        if (sorted.IsEmpty)
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "ME004",
                "A quantile of 0 observations does not exist.",
                "Widen the filter or the period until there are observations.");
        }

        var (lower, upper) = Ranks(sorted.Length, share, level);
        var interval = new Interval(
            lower < 1 ? double.NegativeInfinity : sorted[lower - 1],
            upper > sorted.Length ? double.PositiveInfinity : sorted[upper - 1]);
        return new Estimate(
            Interpolated(sorted, share), interval, level, "quantile type 7, order-statistic interval", sorted.Length, 0);
    }

    /// <summary>The 1-based ranks of the observations that bound the quantile; below 1 or above the count where none does.</summary>
    public static (int Lower, int Upper) Ranks(int count, double share, double level)
    {
        var tail = (1 - level) / 2;
        return (BinomialQuantile(tail, count, share), BinomialQuantile(1 - tail, count, share) + 1);
    }

    /// <summary>Type 7 of Hyndman and Fan (1996): between the two nearest of the sorted values, at least one.</summary>
    public static double Interpolated(ReadOnlySpan<double> sorted, double share)
    {
        var position = (sorted.Length - 1) * share;
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    // The smallest count whose cumulative probability reaches p.
    private static int BinomialQuantile(double p, int n, double share)
    {
        var (low, high) = (0, n);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var reached = BetaDistribution.Cumulative(1 - share, n - middle, middle + 1.0) >= p;
            (low, high) = reached ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
