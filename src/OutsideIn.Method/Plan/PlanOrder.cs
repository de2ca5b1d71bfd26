namespace OutsideIn.Method;

/// <summary>F18: in which order the actions come. It fills PF7's last step, which says only "choose and order" (D).</summary>
public static class PlanOrder
{
    /// <summary>More days than this are rejected: never years (PF7).</summary>
    public const double DaysMax = 365;

    /// <summary>More days than this are warned of: most take fewer (PF7).</summary>
    public const double DaysUsual = 90;

    /// <summary>Whether an action takes too long to be in the plan.</summary>
    public static bool IsRejected(PlannedAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return action.DurationDays > DaysMax;
    }

    /// <summary>The actions in order, each with its place: stop-actions first; then breakpoints eliminated ÷ cost class, most first; then the shorter, those nobody has judged behind. Equal ones by stage, then by the hours customers waited in a log, then by the hours of work freed, then as given.</summary>
    public static IReadOnlyList<PlannedAction> Of(IEnumerable<PlannedAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return
        [
            .. actions.Where(static one => !IsRejected(one))
                .OrderByDescending(static one => one.Kind == ActionKind.Stop)
                .ThenByDescending(static one => one.BreakpointsForCost)
                .ThenBy(static one => one.DurationDays ?? double.PositiveInfinity)
                .ThenBy(static one => one.Stage)
                .ThenByDescending(static one => one.CustomerHours ?? 0)
                .ThenByDescending(static one => one.HoursFreed)
                .Select(static (one, index) => one with { Place = index + 1 }),
        ];
    }
}
