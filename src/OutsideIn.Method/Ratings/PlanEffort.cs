namespace OutsideIn.Method;

/// <summary>Where the effort of the plan goes, and how long an idea takes (rows 44 and 45).</summary>
/// <param name="SignOff">Hours of talk, buy-in and sign-off ÷ all hours, over the actions whose effort is written down.</param>
/// <param name="StopWithApprovals">Stop-actions with approvals ÷ stop-actions: must be none.</param>
/// <param name="IdeaToDoneDays">Days from written down to done of the finished actions that have both days, ascending.</param>
/// <param name="Causal">Actions that do more than improve ÷ all actions: stop, remove, merge or innovate (difference d6).</param>
public sealed record PlanEffortRating(Ratio SignOff, Ratio StopWithApprovals, IReadOnlyList<int> IdeaToDoneDays, Ratio Causal)
{
    /// <summary>The authors' claim to show beside the organisation's own share, never instead of it (PF6).</summary>
    public const string Claim = "claimed by the authors of inside-out firms: more than 80 %";

    /// <summary>The median of the days from idea to done; null where there is none.</summary>
    public double? MedianIdeaToDone => IdeaToDoneDays.Count == 0
        ? null
        : (IdeaToDoneDays[(IdeaToDoneDays.Count - 1) / 2] + IdeaToDoneDays[IdeaToDoneDays.Count / 2]) / 2.0;
}

/// <summary>Row 45: execute as you go, and see what stands in the way.</summary>
public static class PlanEffort
{
    /// <summary>The rating of a map's actions.</summary>
    public static PlanEffortRating Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        ActionItem[] known = [.. map.Actions.Where(static one => one.Effort is not null)];
        return new PlanEffortRating(
            new Ratio(
                known.Sum(static one => Waiting(one.Effort!)), known.Sum(static one => one.Effort!.Do + Waiting(one.Effort)),
                [.. known.Where(static one => Waiting(one.Effort!) > 0).Select(static one => one.Id)], [.. known.Select(static one => one.Id)]),
            Ratio.Counting(map.Actions.Where(static one => one.Kind == ActionKind.Stop), static one => one.Approvals.Count > 0),
            [
                .. map.Actions.Where(static one => one is { Created: not null, DoneOn: not null } && one.DoneOn >= one.Created)
                    .Select(static one => one.DoneOn!.Value.DayNumber - one.Created!.Value.DayNumber).Order(),
            ],
            Ratio.Counting(map.Actions, static one => one.Kind is ActionKind.Stop or ActionKind.Remove or ActionKind.Merge or ActionKind.Innovate));
    }

    private static double Waiting(Effort effort) => effort.Talk + effort.BuyIn + effort.SignOff;
}
