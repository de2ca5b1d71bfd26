namespace OutsideIn.Method;

/// <summary>How much of the work is caused only by points of failure that can go (row 37).</summary>
/// <param name="Removable">Ids of the points of failure that can go.</param>
/// <param name="Hours">Hours of the tasks that would follow them ÷ hours of all tasks.</param>
public sealed record RemovableWorkRating(IReadOnlyList<string> Removable, Ratio Hours)
{
    /// <summary>The authors' claim to show beside the organisation's own share, never instead of it (PF5).</summary>
    public const string Claim = "claimed by the authors: 70–90 %";
}

/// <summary>Row 37: own figures against the authors' claim.</summary>
public static class RemovableWork
{
    /// <summary>The rating of a map.</summary>
    /// <remarks>What can go (D): Moments of Truth that are to go or do not contribute, every breakpoint (once found it is removed, S2 step 5), and rules that are to be retired or whose origin is no longer true.</remarks>
    public static RemovableWorkRating Of(OutsideInMap map, CausalGraph graph)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(graph);
        string[] removable =
        [
            .. map.Moments.Where(static one => PointsOfFailure.IsGoing(one) || one.Contributes == false).Select(static one => one.Id),
            .. map.Breakpoints.Select(static one => one.Id),
            .. map.Rules.Where(static one => one.Verdict == RuleVerdict.Retire || one.OriginStillTrue == false).Select(static one => one.Id),
        ];
        var follows = graph.Remove(removable).Follows.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new RemovableWorkRating(removable, Ratio.Weighing(map.Tasks, static task => task.Hours ?? 0, task => follows.Contains(task.Id)));
    }
}
