namespace OutsideIn.Method;

/// <summary>How much work some entries of a map are (F17). Hours of tasks are of the map's one period, those of breakpoints and customers of a year; they are never added.</summary>
/// <param name="Moments">How many Moments of Truth.</param>
/// <param name="Breakpoints">How many breakpoints.</param>
/// <param name="Rules">How many business rules.</param>
/// <param name="Activities">How many activities.</param>
/// <param name="Tasks">How many tasks.</param>
/// <param name="Hours">Hours of the tasks whose hours are written down, in the map's period.</param>
/// <param name="Cost">Hours × cost of an hour, of the tasks for which both are written down.</param>
/// <param name="TasksWithoutHours">How many of the tasks have no hours, so that <paramref name="Hours"/> is too small by theirs.</param>
/// <param name="TasksWithoutCost">How many of the tasks lack hours or cost of an hour, so that <paramref name="Cost"/> is too small by theirs.</param>
/// <param name="BreakpointHoursPerYear">Volume × minutes ÷ 60 of the breakpoints for which both are written down.</param>
/// <param name="CustomerHoursPerYear">Volume × (minutes of doing + minutes of waiting) ÷ 60 of the Moments of Truth whose volume is written down.</param>
public sealed record WorkTally(
    int Moments,
    int Breakpoints,
    int Rules,
    int Activities,
    int Tasks,
    double Hours,
    double Cost,
    int TasksWithoutHours,
    int TasksWithoutCost,
    double BreakpointHoursPerYear,
    double CustomerHoursPerYear)
{
    /// <summary>Nothing.</summary>
    public static WorkTally None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Moments of Truth + breakpoints + rules (F3).</summary>
    public int PointsOfFailure => Moments + Breakpoints + Rules;

    /// <summary>The tally of some entries; entries of other sorts count for nothing.</summary>
    public static WorkTally Of(IEnumerable<MapEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.Aggregate(None, static (sum, entry) => sum.With(entry));
    }

    private WorkTally With(MapEntry entry) => entry switch
    {
        MomentOfTruth moment => this with { Moments = Moments + 1, CustomerHoursPerYear = CustomerHoursPerYear + CustomerHours(moment) },
        Breakpoint point => this with
        {
            Breakpoints = Breakpoints + 1,
            BreakpointHoursPerYear = BreakpointHoursPerYear + ((point.VolumePerYear ?? 0) * (point.Minutes ?? 0) / 60),
        },
        BusinessRule => this with { Rules = Rules + 1 },
        Activity => this with { Activities = Activities + 1 },
        WorkTask task => With(task),
        _ => this,
    };

    private WorkTally With(WorkTask task) => this with
    {
        Tasks = Tasks + 1,
        Hours = Hours + (task.Hours ?? 0),
        Cost = Cost + ((task.Hours ?? 0) * (task.CostPerHour ?? 0)),
        TasksWithoutHours = TasksWithoutHours + (task.Hours is null ? 1 : 0),
        TasksWithoutCost = TasksWithoutCost + (task.Hours is null || task.CostPerHour is null ? 1 : 0),
    };

    private static double CustomerHours(MomentOfTruth moment) =>
        (moment.VolumePerYear ?? 0) * ((moment.CustomerMinutes ?? 0) + (moment.WaitMinutes ?? 0)) / 60;
}

/// <summary>What goes when causes of work go (F17).</summary>
/// <param name="Removed">Ids that were taken away, in the map's order; ids that are no node of the causal graph are left out.</param>
/// <param name="Follows">Ids of the breakpoints, rules, tasks and activities that go with them because all their causes are gone, in the map's order.</param>
/// <param name="RemovedWork">How much work the first are.</param>
/// <param name="FollowingWork">How much work the second are: the benefit of the removal (F17), and the count behind "how beneficial" (PF7).</param>
public sealed record Cascade(IReadOnlyList<string> Removed, IReadOnlyList<string> Follows, WorkTally RemovedWork, WorkTally FollowingWork);
