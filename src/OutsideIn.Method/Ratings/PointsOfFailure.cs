namespace OutsideIn.Method;

/// <summary>The points of failure of one form of the work, by kind. Three numbers always: the sum alone hides a swap (F3).</summary>
/// <param name="Moments">Ids of its Moments of Truth.</param>
/// <param name="Breakpoints">Ids of its breakpoints.</param>
/// <param name="Rules">Ids of its business rules.</param>
public sealed record FailurePoints(IReadOnlyList<string> Moments, IReadOnlyList<string> Breakpoints, IReadOnlyList<string> Rules)
{
    /// <summary>POF = |MOT| + |BP| + |BR| (F3).</summary>
    public int Total => Moments.Count + Breakpoints.Count + Rules.Count;

    /// <summary>Breakpoints for each Moment of Truth (F4); null where there is no Moment of Truth.</summary>
    public double? HandOffDensity => Moments.Count == 0 ? null : (double)Breakpoints.Count / Moments.Count;
}

/// <summary>Points of failure today and after what has been decided (F3), and the density of hand-offs (F4).</summary>
/// <param name="AsIs">Today.</param>
/// <param name="ToBe">After what has been decided.</param>
/// <param name="Decided">Ids of what is removed, merged away or retired by decision, or is of today only.</param>
/// <param name="Follows">Ids of what goes with it because all its causes go (F17).</param>
public sealed record FailurePointsRating(FailurePoints AsIs, FailurePoints ToBe, IReadOnlyList<string> Decided, IReadOnlyList<string> Follows)
{
    /// <summary>Below so many breakpoints for each Moment of Truth an inventory is probably not complete: the authors expect three to four (PF3).</summary>
    public const double DensityExpected = 3;

    /// <summary>(to-be − as-is) ÷ as-is of the Moments of Truth; negative is a reduction; null where there is none today.</summary>
    public double? MomentsChange => Change(AsIs.Moments.Count, ToBe.Moments.Count);

    /// <summary>The same of the breakpoints.</summary>
    public double? BreakpointsChange => Change(AsIs.Breakpoints.Count, ToBe.Breakpoints.Count);

    /// <summary>The same of the business rules.</summary>
    public double? RulesChange => Change(AsIs.Rules.Count, ToBe.Rules.Count);

    /// <summary>The same of all three together.</summary>
    public double? TotalChange => Change(AsIs.Total, ToBe.Total);

    /// <summary>Whether the density of today's inventory hints that breakpoints are still to be found (F4, PF3): a hint, never an error.</summary>
    public bool IsProbablyUnderDiscovered => AsIs.HandOffDensity < DensityExpected;

    private static double? Change(int before, int after) => before == 0 ? null : (double)(after - before) / before;
}

/// <summary>F3 and F4: how many points of failure there are, and how many after what has been decided.</summary>
public static class PointsOfFailure
{
    /// <summary>The rating of a map.</summary>
    /// <remarks>
    /// As-is is everything but what is marked as to-be only. To-be leaves out what is marked as of today only, Moments of
    /// Truth to be removed or merged into another, breakpoints to be removed, rules to be retired, and whatever those were
    /// the only causes of. What a merged Moment of Truth caused stays while the one it is merged into does: merging alone
    /// takes no work away (D).
    /// </remarks>
    /// <param name="map">The map.</param>
    /// <param name="graph">Its causal graph, where the caller has it already.</param>
    public static FailurePointsRating Of(OutsideInMap map, CausalGraph? graph = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        var decided = Decided(map);
        var cascade = (graph ?? CausalGraph.Of(map)).Remove(Causes(map, decided));
        var gone = new HashSet<string>(decided.Concat(cascade.Follows), StringComparer.OrdinalIgnoreCase);
        var points = map.Moments.Select(static one => one.Id).Concat(map.Breakpoints.Select(static one => one.Id))
            .Concat(map.Rules.Select(static one => one.Id)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new FailurePointsRating(
            Points(map, static (_, when) => when != WorkState.ToBe),
            Points(map, (id, when) => when != WorkState.AsIs && !gone.Contains(id)),
            [.. decided.Where(points.Contains)],
            [.. cascade.Follows.Where(id => points.Contains(id) && !decided.Contains(id))]);
    }

    /// <summary>Whether it is decided that a Moment of Truth goes or becomes one with another.</summary>
    public static bool IsGoing(MomentOfTruth moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return moment.Disposition == Disposition.Remove || IsMerged(moment);
    }

    private static bool IsMerged(MomentOfTruth moment) => moment is { Disposition: Disposition.Improve, MergedInto: not null };

    private static HashSet<string> Decided(OutsideInMap map) => new(
        [
            .. map.Moments.Where(static one => one.When == WorkState.AsIs || IsGoing(one)).Select(static one => one.Id),
            .. map.Breakpoints.Where(static one => one.When == WorkState.AsIs || one.Verdict == BreakpointVerdict.Remove).Select(static one => one.Id),
            .. map.Rules.Where(static one => one.When == WorkState.AsIs || one.Verdict == RuleVerdict.Retire).Select(static one => one.Id),
        ],
        StringComparer.OrdinalIgnoreCase);

    // A merged Moment of Truth lives on in the one it is merged into, unless that goes too.
    private static HashSet<string> Causes(OutsideInMap map, HashSet<string> decided)
    {
        var into = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var moment in map.Moments.Where(static one => one.When != WorkState.AsIs && IsMerged(one)))
        {
            into.TryAdd(moment.Id, moment.MergedInto!);
        }

        HashSet<string> causes = new(decided, StringComparer.OrdinalIgnoreCase);
        foreach (var (merged, _) in into)
        {
            HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
            var last = merged;
            while (seen.Add(last) && into.TryGetValue(last, out var next))
            {
                last = next;
            }

            if (!decided.Contains(last))
            {
                causes.Remove(merged);
            }
        }

        return causes;
    }

    private static FailurePoints Points(OutsideInMap map, Func<string, WorkState, bool> isIn) => new(
        [.. map.Moments.Where(one => isIn(one.Id, one.When)).Select(static one => one.Id)],
        [.. map.Breakpoints.Where(one => isIn(one.Id, one.When)).Select(static one => one.Id)],
        [.. map.Rules.Where(one => isIn(one.Id, one.When)).Select(static one => one.Id)]);
}
