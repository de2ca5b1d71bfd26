namespace OutsideIn.Method;

/// <summary>What people are paid for (F8, row 52).</summary>
/// <param name="Covered">People with at least one reward on a metric of the tier customer outcome ÷ all people. The target is everybody (S2 #10).</param>
/// <param name="Weight">Weight on metrics of the tier customer outcome ÷ all weight.</param>
/// <param name="Perverse">Weight on metrics of the tier output, or below, without a path to an outcome ÷ all weight: people become good at it (row 38).</param>
public sealed record RewardRating(Ratio Covered, Ratio Weight, Ratio Perverse);

/// <summary>F8: are people paid for customers' success?</summary>
public static class RewardAlignment
{
    /// <summary>The rating of a map. A reward counts for a person who is named in it, or has a role that is; a metric whose tier nobody can tell counts as an output.</summary>
    public static RewardRating Of(PerformanceLandscape landscape)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        var map = landscape.Map;
        var metrics = Metrics(map);
        var paid = map.Rewards.Where(one => IsForCustomer(one, metrics)).SelectMany(static one => one.Population).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new RewardRating(
            Ratio.Counting(map.People, person => paid.Contains(person.Id) || person.Roles.Any(paid.Contains)),
            Ratio.Weighing(map.Rewards, static one => one.Weight, one => IsForCustomer(one, metrics)),
            Ratio.Weighing(map.Rewards, static one => one.Weight, one => IsPerverse(one, metrics, landscape)));
    }

    private static Dictionary<string, Metric> Metrics(OutsideInMap map)
    {
        var metrics = new Dictionary<string, Metric>(StringComparer.OrdinalIgnoreCase);
        foreach (var metric in map.Metrics)
        {
            metrics.TryAdd(metric.Id, metric);
        }

        return metrics;
    }

    private static bool IsForCustomer(RewardRule reward, Dictionary<string, Metric> metrics) =>
        reward.Metric is not null && metrics.TryGetValue(reward.Metric, out var metric) && Tiers.Of(metric) == Tier.CustomerOutcome;

    private static bool IsPerverse(RewardRule reward, Dictionary<string, Metric> metrics, PerformanceLandscape landscape) =>
        reward.Metric is not null && metrics.TryGetValue(reward.Metric, out var metric)
        && Tiers.Of(metric) <= Tier.Output && !landscape.ReachesOutcome(metric.Id);
}
