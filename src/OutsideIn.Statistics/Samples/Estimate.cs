namespace OutsideIn.Statistics;

/// <summary>A number estimated from observations, with what it rests on. Immutable.</summary>
/// <param name="Value">The estimate, in the unit its method says.</param>
/// <param name="Interval">What the observations leave possible at <paramref name="Level"/>, in the same unit.</param>
/// <param name="Level">Confidence level of the interval, 0 &lt; level &lt; 1.</param>
/// <param name="Method">The estimator's and the interval's name, for the reader.</param>
/// <param name="Count">Number of observations, open ones included.</param>
/// <param name="OpenCount">How many of them were open (right-censored); 0 ≤ open ≤ count.</param>
public sealed record Estimate(double Value, Interval Interval, double Level, string Method, long Count, long OpenCount);

/// <summary>A percentile of a duration that some observations may never have reached. Immutable.</summary>
/// <param name="Percentile">Which percentile, as a share: 0.5 is the median.</param>
/// <param name="Value">The time by which that share had reached it; null where fewer had within the time observed.</param>
/// <param name="Interval">
/// What the observations leave possible, in the durations' unit; the upper end is infinite where the band never comes down far
/// enough. Null where even the band's more hopeful edge does not.
/// </param>
/// <param name="NotReached">Why there is no value, as a sentence without a unit; null where there is one.</param>
/// <param name="Level">Confidence level of the interval, 0 &lt; level &lt; 1.</param>
/// <param name="Method">The estimator's and the interval's name, for the reader.</param>
/// <param name="Count">Number of observations, open ones included.</param>
/// <param name="OpenCount">How many of them were open (right-censored).</param>
public sealed record PercentileEstimate(
    double Percentile,
    double? Value,
    Interval? Interval,
    string? NotReached,
    double Level,
    string Method,
    long Count,
    long OpenCount);
