namespace OutsideIn.Method.Internals;

/// <summary>The tier of a metric where it is known: what a person said, else what the classifier is certain of (F7).</summary>
internal static class MetricTier
{
    public static Tier? Of(Metric metric) => metric.Tier ?? (Tiers.Classify(metric.Name) is { IsCertain: true } reading ? reading.Tier : null);
}
