using OutsideIn.Method;

namespace OutsideIn.Documents.Internals;

/// <summary>How far a metric is to move, in a few signs.</summary>
internal static class MetricText
{
    private const int UnitMax = 12;

    public static string Aim(Metric metric)
    {
        var unit = metric.Unit is { Length: > 0 and <= UnitMax } said ? (said is "%" ? "" : " ") + said : "";
        return (metric.Baseline, metric.Target) switch
        {
            ({ } from, { } to) => $"{Page.Number(from)}{unit} → {Page.Number(to)}{unit}",
            ({ } from, null) => $"{Page.Number(from)}{unit} today, no target",
            (null, { } to) => $"target {Page.Number(to)}{unit}, no baseline",
            _ => "no baseline, no target",
        };
    }
}
