namespace OutsideIn.Statistics;

/// <summary>
/// Intervals of a share that other programs print, so that their figures can be held against ours. For an answer of one's own take
/// <see cref="ProportionInterval"/>.
/// </summary>
public static class OtherProportionIntervals
{
    /// <summary>Wilson's interval with a continuity correction: wider than nominal, never much too narrow.</summary>
    /// <param name="part">How many, 0 ≤ part ≤ whole.</param>
    /// <param name="whole">Out of how many, ≥ 1.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the part exceeds the whole, the whole is zero, or the level is outside (0, 1).</exception>
    /// <remarks>Source: Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, method 4.</remarks>
    public static Interval WilsonWithContinuity(long part, long whole, double level = ProportionInterval.DefaultLevel)
    {
        var (p, z) = Check(part, whole, level);
        var (n, square) = ((double)whole, z * z);
        var scale = 2 * (n + square);
        var below = z * Math.Sqrt(square - 2 - (1 / n) + (4 * p * ((n * (1 - p)) + 1)));
        var above = z * Math.Sqrt(square + 2 - (1 / n) + (4 * p * ((n * (1 - p)) - 1)));
        return new Interval(
            part == 0 ? 0 : Math.Max(0, ((2 * n * p) + square - 1 - below) / scale),
            part == whole ? 1 : Math.Min(1, ((2 * n * p) + square + 1 + above) / scale));
    }

    /// <summary>Agresti's and Coull's interval: Wald's around Wilson's centre.</summary>
    /// <inheritdoc cref="WilsonWithContinuity" path="/param|/exception"/>
    /// <remarks>Source: Agresti and Coull (1998), Approximate is better than exact, The American Statistician 52.</remarks>
    public static Interval AgrestiCoull(long part, long whole, double level = ProportionInterval.DefaultLevel)
    {
        var (_, z) = Check(part, whole, level);
        var size = whole + (z * z);
        var centre = (part + (z * z / 2)) / size;
        return Around(centre, z * Math.Sqrt(centre * (1 - centre) / size));
    }

    /// <summary>Jeffreys' interval: the equal tails of the posterior under his prior; its end is 0 where none, and 1 where all were counted.</summary>
    /// <inheritdoc cref="WilsonWithContinuity" path="/param|/exception"/>
    /// <remarks>Source: Brown, Cai and DasGupta (2001), Interval estimation for a binomial proportion, Statistical Science 16, §4.3.</remarks>
    public static Interval Jeffreys(long part, long whole, double level = ProportionInterval.DefaultLevel)
    {
        Check(part, whole, level);
        var (tail, a, b) = ((1 - level) / 2, part + 0.5, whole - part + 0.5);
        return new Interval(
            part == 0 ? 0 : BetaDistribution.Quantile(tail, a, b), part == whole ? 1 : BetaDistribution.UpperQuantile(tail, a, b));
    }

    /// <summary>Wald's interval, of no width where none or all were counted: the one not to use.</summary>
    /// <inheritdoc cref="WilsonWithContinuity" path="/param|/exception"/>
    /// <remarks>Source: as in Brown, Cai and DasGupta (2001), Statistical Science 16, who show how seldom it covers.</remarks>
    public static Interval Wald(long part, long whole, double level = ProportionInterval.DefaultLevel)
    {
        var (p, z) = Check(part, whole, level);
        return Around(p, z * Math.Sqrt(p * (1 - p) / whole));
    }

    private static Interval Around(double centre, double half) => new(Math.Max(0, centre - half), Math.Min(1, centre + half));

    private static (double Share, double Z) Check(long part, long whole, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(whole);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        Levels.ThrowUnlessInside(level);
        return ((double)part / whole, NormalDistribution.TwoSided(level));
    }
}
