namespace OutsideIn.Measures;

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

    internal static DifferenceEstimate Normal(double value, double error, double level, string method, int count)
    {
        var spread = NormalDistribution.TwoSided(level) * error;
        return new DifferenceEstimate(
            value, new Interval(value - spread, value + spread), error > 0 ? ChiSquareDistribution.BothTails(value / error) : value == 0 ? 1 : 0, level, method, count);
    }
}
