namespace OutsideIn.Statistics;

/// <summary>How much two shares, or two means, differ: the first less the second. Immutable.</summary>
/// <param name="Value">The difference.</param>
/// <param name="Interval">What the observations leave possible at <paramref name="Level"/>.</param>
/// <param name="PValue">How often at least so great a difference would be seen where there is none, 0 to 1.</param>
/// <param name="Level">Confidence level of the interval.</param>
/// <param name="Method">The estimator's and the interval's name.</param>
/// <param name="Count">Observations it rests on, open ones included: the n to show.</param>
public sealed record DifferenceEstimate(double Value, Interval Interval, double PValue, double Level, string Method, int Count)
{
    /// <summary>Whether the whole interval lies above zero.</summary>
    public bool IsAbove => Interval.Low > 0;

    /// <summary>Whether the whole interval lies below zero.</summary>
    public bool IsBelow => Interval.High < 0;

    /// <summary>The difference of two counted shares, the first less the second, with Newcombe's interval and the pooled test.</summary>
    /// <remarks>Source: Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine 17, method 10.</remarks>
    /// <param name="part">How many of the first, 0 ≤ part ≤ whole.</param>
    /// <param name="whole">Out of how many, ≥ 1.</param>
    /// <param name="otherPart">How many of the second.</param>
    /// <param name="otherWhole">Out of how many, ≥ 1.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, a part exceeds its whole, a whole is zero, or the level is outside (0, 1).</exception>
    public static DifferenceEstimate OfShares(long part, long whole, long otherPart, long otherWhole, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(level);
        return ShareDifference.Of(Counted(part, whole), Counted(otherPart, otherWhole), level, (int)(whole + otherWhole));
    }

    /// <summary>A difference whose estimate is normal: value ± z × its standard error.</summary>
    public static DifferenceEstimate Normal(double value, double error, double level, string method, int count)
    {
        var spread = NormalDistribution.TwoSided(level) * error;
        return new DifferenceEstimate(
            value, new Interval(value - spread, value + spread), error > 0 ? ChiSquareDistribution.BothTails(value / error) : value == 0 ? 1 : 0, level, method, count);
    }

    private static WeighedShare Counted(long part, long whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(whole);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        return new WeighedShare((double)part / whole, whole);
    }
}
