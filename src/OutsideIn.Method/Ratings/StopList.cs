namespace OutsideIn.Method;

/// <summary>A task that serves no outcome and that no law or contract demands: "Stop it. Now." (row 38)</summary>
/// <param name="Task">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="DiesAt">The tier at which its paths stop (F6).</param>
/// <param name="Hours">Its hours; null where nobody has written them down.</param>
/// <param name="Cost">Its cost; null where hours or cost of an hour are not written down.</param>
/// <param name="RewardedBy">Ids of the rewards that pay for it, or for something it leads to: the worse, because people become good at it.</param>
public sealed record StopCandidate(string Task, string Name, Tier DiesAt, double? Hours, double? Cost, IReadOnlyList<string> RewardedBy);

/// <summary>Row 38: the stop list.</summary>
public static class StopList
{
    /// <summary>The tasks of a map with no path to an outcome and no citation; the rewarded first, then most hours, then in the map's order.</summary>
    public static IReadOnlyList<StopCandidate> Of(PerformanceLandscape landscape)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        var map = landscape.Map;
        var paid = Paid(landscape);
        return
        [
            .. map.Tasks
                .Where(task => task.Citation is null && !landscape.ReachesOutcome(task.Id))
                .Select(task => new StopCandidate(
                    task.Id, task.Name, landscape.DiesAt(task.Id) ?? Tier.Task, task.Hours, task.Hours * task.CostPerHour,
                    [.. paid.Where(one => landscape.Nodes.Table.TryFind(task.Id, out var node) && one.Leads[node]).Select(static one => one.Reward)]))
                .OrderByDescending(static one => one.RewardedBy.Count > 0)
                .ThenByDescending(static one => one.Hours ?? 0),
        ];
    }

    private static (string Reward, bool[] Leads)[] Paid(PerformanceLandscape landscape)
    {
        var index = MapIndex.Of(landscape.Map);
        return
        [
            .. from reward in landscape.Map.Rewards
               let metric = index.Find<Metric>(reward.Metric)
               where reward.Weight > 0 && metric is not null && metric.Of.Count > 0
               select (reward.Id, landscape.Nodes.Reaching(metric.Of)),
        ];
    }
}
