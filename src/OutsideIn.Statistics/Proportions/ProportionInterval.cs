using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>A share of counted cases with its interval. Counts of zero cases are refused, never answered with a stand-in.</summary>
/// <remarks>Assumes that the cases are independent of each other and equally likely to be counted.</remarks>
public static class ProportionInterval
{
    /// <summary>The level used where none is given.</summary>
    public const double DefaultLevel = 0.95;

    /// <summary>The share with Wilson's two-sided score interval: the everyday interval of a share.</summary>
    /// <param name="part">How many, 0 ≤ part ≤ whole.</param>
    /// <param name="whole">Out of how many.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The estimate as a share from 0 to 1, or <c>ME001</c> where <paramref name="whole"/> is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the part exceeds the whole, or the level is outside (0, 1).</exception>
    /// <remarks>
    /// Source: Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the American
    /// Statistical Association 22; as method 3 of Newcombe (1998), Statistics in Medicine 17.
    /// </remarks>
    public static Result<Estimate> Wilson(long part, long whole, double level = DefaultLevel)
    {
        Check(part, whole, level);
        if (whole == 0)
        {
            return NothingCounted();
        }

        var p = (double)part / whole;
        var interval = WilsonInterval(p, whole, level);
        return new Estimate(p, interval, level, "share, Wilson interval", whole, 0);
    }

    /// <summary>The share with the exact two-sided interval of Clopper and Pearson, which is never too narrow.</summary>
    /// <inheritdoc cref="Wilson" path="/param"/>
    /// <returns>The estimate as a share from 0 to 1, or <c>ME001</c> where <paramref name="whole"/> is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the part exceeds the whole, or the level is outside (0, 1).</exception>
    /// <remarks>Source: Clopper and Pearson (1934), The use of confidence or fiducial limits, Biometrika 26, as quantiles of the beta distribution.</remarks>
    public static Result<Estimate> ClopperPearson(long part, long whole, double level = DefaultLevel)
    {
        Check(part, whole, level);
        if (whole == 0)
        {
            return NothingCounted();
        }

        var tail = (1 - level) / 2;
        var interval = new Interval(LowerBound(part, whole, tail), UpperBound(part, whole, tail));
        return new Estimate((double)part / whole, interval, level, "share, Clopper–Pearson interval", whole, 0);
    }

    /// <summary>
    /// The share with the exact one-sided upper bound: how large it may be after seeing so few. After 0 of n the bound at 95 % is
    /// close to 3 / n.
    /// </summary>
    /// <inheritdoc cref="Wilson" path="/param"/>
    /// <returns>The estimate with an interval from 0 to the bound, or <c>ME001</c> where <paramref name="whole"/> is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the part exceeds the whole, or the level is outside (0, 1).</exception>
    /// <remarks>Source: Clopper and Pearson (1934), with the whole of 1 − level above the bound.</remarks>
    public static Result<Estimate> ClopperPearsonUpper(long part, long whole, double level = DefaultLevel)
    {
        Check(part, whole, level);
        if (whole == 0)
        {
            return NothingCounted();
        }

        var interval = new Interval(0, UpperBound(part, whole, 1 - level));
        return new Estimate((double)part / whole, interval, level, "share, Clopper–Pearson upper bound", whole, 0);
    }

    /// <summary>Wilson's interval of a share at an effective size: as many observations of equal weight as would leave it as uncertain as it is.</summary>
    /// <remarks>Source: Korn and Graubard (1998), Confidence intervals for proportions with small expected number of positive counts estimated from survey data, Survey Methodology 24, with Wilson's interval for theirs.</remarks>
    /// <param name="share">0 ≤ share ≤ 1.</param>
    /// <param name="size">The size, &gt; 0; it need not be a whole number.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside [0, 1], the size is not above 0, or the level is outside (0, 1).</exception>
    public static Interval WilsonInterval(double share, double size, double level = DefaultLevel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Levels.ThrowUnlessInside(level);
        var z = NormalDistribution.TwoSided(level);
        var centre = share + (z * z / (2 * size));
        var half = z * Math.Sqrt((share * (1 - share) / size) + (z * z / (4 * size * size)));
        var scale = 1 + (z * z / size);
        return new Interval(share <= 0 ? 0 : (centre - half) / scale, share >= 1 ? 1 : (centre + half) / scale);
    }

    internal static double LowerBound(long part, long whole, double tail) =>
        part == 0 ? 0 : BetaDistribution.Quantile(tail, part, whole - part + 1);

    /// <summary>Clopper–Pearson's upper bound that leaves <paramref name="tail"/> above.</summary>
    /// <remarks>By symmetry from the other side, so that a bound close to 1 keeps the digits of its distance from 1.</remarks>
    public static double UpperBound(long part, long whole, double tail) =>
        part == whole ? 1 : 1 - BetaDistribution.Quantile(tail, whole - part, part + 1);

    private static void Check(long part, long whole, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        Levels.ThrowUnlessInside(level);
    }

    private static Problem NothingCounted() => new(
        ProblemKind.NotEstimable,
        "ME001",
        "A share of 0 cases does not exist.",
        "Widen the filter or the period until there are cases to count.");
}
