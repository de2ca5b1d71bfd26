using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>The metrics of one tier.</summary>
/// <param name="Tier">The tier; null for metrics whose tier is not known.</param>
/// <param name="Metrics">Those ÷ all.</param>
public sealed record TierShare(Tier? Tier, Ratio Metrics);

/// <summary>What the metrics, and those on dashboards, are made of (rows 14 and 16).</summary>
/// <param name="All">All metrics by tier, lowest first; tiers without a metric are left out.</param>
/// <param name="Dashboard">Those on a dashboard by tier.</param>
/// <param name="HasDashboard">Whether any metric stands on a dashboard.</param>
/// <param name="DashboardShowsCustomer">Whether one of those is of the tier customer outcome: a dashboard with none makes everyone happy while customers fail (S4).</param>
public sealed record MetricMixRating(IReadOnlyList<TierShare> All, IReadOnlyList<TierShare> Dashboard, bool HasDashboard, bool DashboardShowsCustomer);

/// <summary>Row 16: the scorecard re-tiered.</summary>
public static class MetricMix
{
    /// <summary>The mix of a map.</summary>
    public static MetricMixRating Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        Metric[] shown = [.. map.Metrics.Where(static one => one.IsOnDashboard)];
        return new MetricMixRating(
            Shares(map.Metrics), Shares(shown), shown.Length > 0, shown.Any(static one => MetricTier.Of(one) == Tier.CustomerOutcome));
    }

    private static TierShare[] Shares(IReadOnlyList<Metric> metrics) =>
    [
        .. metrics.Select(MetricTier.Of).Distinct().OrderBy(static tier => tier ?? (Tier)int.MaxValue)
            .Select(tier => new TierShare(tier, Ratio.Counting(metrics, one => MetricTier.Of(one) == tier))),
    ];
}
