namespace OutsideIn.Statistics;

/// <summary>A percentile of a curve with its interval at whatever level is asked for.</summary>
/// <remarks>
/// A time lies in the interval where the log-log band at it holds the share: where the share is at most z standard errors away on the scale
/// ln(−ln(1 − share)). The first such time at any level is found by halving in the running minimum of that distance.
/// </remarks>
internal sealed class PercentileBand
{
    private readonly double[] _times;
    private readonly double[] _nearest;
    private readonly double? _last;
    private readonly int _only;
    private readonly double _share;

    public PercentileBand(DurationGroup group, double share)
    {
        _share = share;
        CumulativeIncidence.Fit(group.Durations.Span, group.Ends.Span).TryGet(out var curve, out _);
        Value = curve!.Percentile(share).Value;
        var steps = curve.Steps;
        var isEmptied = steps.Length > 0 && steps[^1].Reached > 1 - 1e-12;
        var length = steps.Length - (isEmptied ? 1 : 0);
        (_times, _nearest, _last) = (new double[length], new double[length], isEmptied ? steps[^1].Time : null);
        _only = isEmptied && length == 0 ? steps[^1].AtRisk : 0;
        var (aim, nearest) = (Math.Log(-Math.Log(1 - share)), double.PositiveInfinity);
        for (var step = 0; step < length; step++)
        {
            var (remaining, one) = (1 - steps[step].Reached, steps[step]);
            var log = -Math.Log(remaining);
            nearest = Math.Min(nearest, (aim - Math.Log(log)) * remaining * log / one.StandardError);
            (_times[step], _nearest[step]) = (one.Time, nearest);
        }
    }

    /// <summary>The first time by which the share had reached it; null where too few had.</summary>
    public double? Value { get; }

    /// <summary>The interval; its ends infinite where the band never comes to the share.</summary>
    public Interval At(double level)
    {
        var z = NormalDistribution.TwoSided(level);
        return new Interval(First(z) ?? _last ?? double.PositiveInfinity, First(-z) ?? Only(level) ?? double.PositiveInfinity);
    }

    private double? First(double z)
    {
        var (low, high) = (0, _nearest.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = _nearest[middle] <= z ? (low, middle) : (middle + 1, high);
        }

        return low < _times.Length ? _times[low] : null;
    }

    // All reached it at one and the same time: the exact bound of n of n holds there.
    private double? Only(double level) =>
        _only > 0 && 1 - ProportionInterval.UpperBound(0, _only, (1 - level) / 2) >= _share ? _last : null;
}
