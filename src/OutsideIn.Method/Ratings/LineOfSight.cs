namespace OutsideIn.Method;

/// <summary>The tasks whose paths stop at one tier (F6: "dies at output").</summary>
/// <param name="Tier">The highest tier any of their paths reaches.</param>
/// <param name="Tasks">Their ids.</param>
/// <param name="Hours">Their hours.</param>
/// <param name="Cost">Their cost, of those whose hours and cost of an hour are written down.</param>
public sealed record TierOfDeath(Tier Tier, IReadOnlyList<string> Tasks, double Hours, double Cost);

/// <summary>How much of the work can be traced to an objective through a customer's outcome, and what cannot be traced back (F6, row 12).</summary>
/// <param name="Tasks">Tasks with a path to an objective ÷ tasks.</param>
/// <param name="Hours">Their hours ÷ hours of all tasks.</param>
/// <param name="Cost">Their cost ÷ cost of all tasks.</param>
/// <param name="ReachOutcome">Tasks with a path to a Successful Customer Outcome ÷ tasks; the difference to <paramref name="Tasks"/> is outcomes without an objective.</param>
/// <param name="Deaths">Where the other paths stop, lowest tier first; tiers without a death are left out.</param>
/// <param name="StatementsWithoutWork">Ids of statements of intent that no work leads to: a promise without work.</param>
/// <param name="StatementsOfPartners">Ids of statements that only partners serve (row 50).</param>
/// <param name="TasksWithoutCause">Ids of tasks that no Moment of Truth causes: work without a cause.</param>
/// <param name="OutcomesWithoutObjective">Ids of outcomes that serve no objective (row 13).</param>
/// <param name="ObjectivesWithoutOutcome">Ids of objectives that no outcome serves (row 13).</param>
public sealed record LineOfSightRating(
    Ratio Tasks,
    Ratio Hours,
    Ratio Cost,
    Ratio ReachOutcome,
    IReadOnlyList<TierOfDeath> Deaths,
    IReadOnlyList<string> StatementsWithoutWork,
    IReadOnlyList<string> StatementsOfPartners,
    IReadOnlyList<string> TasksWithoutCause,
    IReadOnlyList<string> OutcomesWithoutObjective,
    IReadOnlyList<string> ObjectivesWithoutOutcome);

/// <summary>F6: coverage of the work by lines of sight, both ways.</summary>
public static class LineOfSight
{
    /// <summary>The rating of a map.</summary>
    public static LineOfSightRating Of(PerformanceLandscape landscape, CausalGraph graph)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentNullException.ThrowIfNull(graph);
        var map = landscape.Map;
        bool Arrives(WorkTask task) => landscape.ReachesObjective(task.Id);
        var served = map.Outcomes.SelectMany(static one => one.Objectives).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new LineOfSightRating(
            Ratio.Counting(map.Tasks, Arrives),
            Ratio.Weighing(map.Tasks, static task => task.Hours ?? 0, Arrives),
            Ratio.Weighing(map.Tasks, CostOf, Arrives),
            Ratio.Counting(map.Tasks, task => landscape.ReachesOutcome(task.Id)),
            Deaths(landscape),
            landscape.StatementsWithoutWork,
            landscape.StatementsOfPartners,
            [.. map.Tasks.Where(task => !graph.ReachesMoment(task.Id)).Select(static task => task.Id)],
            [.. map.Outcomes.Where(one => !landscape.ReachesObjective(one.Id)).Select(static one => one.Id)],
            [.. map.Objectives.Where(one => !served.Contains(one.Id)).Select(static one => one.Id)]);
    }

    internal static double CostOf(WorkTask task) => (task.Hours ?? 0) * (task.CostPerHour ?? 0);

    private static TierOfDeath[] Deaths(PerformanceLandscape landscape) =>
    [
        .. landscape.Map.Tasks
            .Select(task => (Task: task, Tier: landscape.DiesAt(task.Id)))
            .Where(static pair => pair.Tier is not null)
            .GroupBy(static pair => pair.Tier!.Value, static pair => pair.Task)
            .OrderBy(static group => group.Key)
            .Select(static group => new TierOfDeath(
                group.Key, [.. group.Select(static task => task.Id)], group.Sum(static task => task.Hours ?? 0), group.Sum(CostOf))),
    ];
}
