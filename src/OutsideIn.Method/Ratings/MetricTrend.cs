using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>How a metric has moved from its first reading to its last.</summary>
/// <param name="Metric">Id of the metric.</param>
/// <param name="First">The earliest reading.</param>
/// <param name="Last">The latest reading.</param>
/// <param name="Readings">How many there are.</param>
/// <param name="IsBetter">Whether it moved the better way; null where no direction is written down or it did not move.</param>
public sealed record Trend(string Metric, Reading First, Reading Last, int Readings, bool? IsBetter)
{
    /// <summary>Last − first, in the metric's unit: of a metric in percent, points.</summary>
    public double Change => Last.Value - First.Value;

    /// <summary>(last − first) ÷ first; null where the first is zero.</summary>
    public double? RelativeChange => First.Value == 0 ? null : Change / First.Value;
}

/// <summary>Really good at the wrong thing: what we make moved the better way while what the customer gets moved the worse (S3; method.md §5.3).</summary>
/// <param name="Green">Trends of metrics below the tier customer outcome that became better.</param>
/// <param name="Red">Trends of metrics of the tier customer outcome that became worse.</param>
public sealed record GreenAndRed(IReadOnlyList<Trend> Green, IReadOnlyList<Trend> Red)
{
    /// <summary>Whether there are both.</summary>
    public bool IsContradiction => Green.Count > 0 && Red.Count > 0;
}

/// <summary>Readings of metrics over time.</summary>
public static class MetricTrend
{
    /// <summary>The trend of a metric; null with fewer than two readings. Two readings say what happened, not whether it was chance.</summary>
    public static Trend? Of(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (metric.Readings.Count < 2)
        {
            return null;
        }

        Reading[] ordered = [.. metric.Readings.OrderBy(static one => one.At)];
        var change = ordered[^1].Value.CompareTo(ordered[0].Value);
        bool? isBetter = metric.Direction is null || change == 0 ? null : (change > 0) == (metric.Direction == Direction.Up);
        return new Trend(metric.Id, ordered[0], ordered[^1], ordered.Length, isBetter);
    }

    /// <summary>What became better for us, beside what became worse for the customer.</summary>
    public static GreenAndRed Contradiction(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var trends = map.Metrics.Select(static metric => (Tier: MetricTier.Of(metric), Trend: Of(metric))).Where(static one => one.Trend is not null).ToArray();
        return new GreenAndRed(
            [.. trends.Where(static one => one.Tier < Tier.CustomerOutcome && one.Trend!.IsBetter == true).Select(static one => one.Trend!)],
            [.. trends.Where(static one => one.Tier == Tier.CustomerOutcome && one.Trend!.IsBetter == false).Select(static one => one.Trend!)]);
    }
}
