namespace OutsideIn.Statistics;

/// <summary>A share with its interval at whatever level is asked for: nested, so that a p-value can be read off.</summary>
/// <param name="Value">0 to 1.</param>
/// <param name="At">The interval at a level.</param>
public sealed record ShareEstimate(double Value, Func<double, Interval> At)
{
    /// <summary>The share of those that do not.</summary>
    public ShareEstimate Complement => new(1 - Value, level => At(level) is var one ? new Interval(1 - one.High, 1 - one.Low) : default);
}
