namespace OutsideIn.Method;

/// <summary>A map in which an entry has moved to the other inventory.</summary>
/// <param name="Map">The map after it.</param>
/// <param name="Entry">The entry as it is now.</param>
/// <param name="Lost">What the entry's new sort cannot say, and links that may not name it any more, such as "needs/n1: moments"; empty when nothing is lost.</param>
public sealed record MovedEntry(OutsideInMap Map, MapEntry Entry, IReadOnlyList<string> Lost);

/// <summary>
/// A Moment of Truth without a customer end is a breakpoint, and a breakpoint with one is a Moment of Truth (method.md §2;
/// findings MOT-02 and BPT-02). Either becomes the other under the same id, so that everything it causes still names it.
/// </summary>
public static class WrongInventory
{
    /// <summary>Moves a Moment of Truth to the breakpoints, or a breakpoint to the Moments of Truth, at the end of the list.</summary>
    /// <returns>The map after it; null where no Moment of Truth and no breakpoint has the id.</returns>
    public static MovedEntry? Move(OutsideInMap map, string id)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(id);
        return MapIndex.Of(map).Find(id) switch
        {
            MomentOfTruth moment => ToBreakpoint(map, moment),
            Breakpoint breakpoint => ToMoment(map, breakpoint),
            _ => null,
        };
    }

    private static MovedEntry ToBreakpoint(OutsideInMap map, MomentOfTruth moment)
    {
        var breakpoint = new Breakpoint
        {
            Id = moment.Id,
            Name = moment.Name,
            Notes = moment.Notes,
            Reason = moment.Reason,
            IsSuggested = moment.IsSuggested,
            Created = moment.Created,
            Changed = moment.Changed,
            Events = moment.Events,
            Kind = moment.Kind is { } kind and not MomentKind.PersonProduct ? Enum.Parse<BreakpointKind>(kind.ToString()) : null,
            From = moment.From,
            To = moment.To,
            Channel = moment.Channel,
            Verdict = moment.Disposition == Disposition.Remove ? BreakpointVerdict.Remove : BreakpointVerdict.Found,
            When = moment.When,
            VolumePerYear = moment.VolumePerYear,
        };
        var moved = map with
        {
            Moments = [.. map.Moments.Where(one => !Is(one.Id, moment)).Select(one => Is(one.MergedInto, moment) ? one with { MergedInto = null } : one)],
            Breakpoints = [.. map.Breakpoints, breakpoint],
            Needs = [.. map.Needs.Select(one => one.Moments.Any(id => Is(id, moment)) ? one with { Moments = [.. one.Moments.Where(id => !Is(id, moment))] } : one)],
            Metrics = [.. map.Metrics.Select(one => one.Of.Any(id => Is(id, moment)) ? one with { Of = [.. one.Of.Where(id => !Is(id, moment))] } : one)],
            Demand = [.. map.Demand.Select(one => Is(one.Cause, moment) ? one with { Cause = null } : one)],
        };
        return new MovedEntry(moved, breakpoint, [.. OwnLosses(moment), .. LinkLosses(map, moment)]);
    }

    private static MovedEntry ToMoment(OutsideInMap map, Breakpoint breakpoint)
    {
        var moment = new MomentOfTruth
        {
            Id = breakpoint.Id,
            Name = breakpoint.Name,
            Notes = breakpoint.Notes,
            Reason = breakpoint.Reason,
            IsSuggested = breakpoint.IsSuggested,
            Created = breakpoint.Created,
            Changed = breakpoint.Changed,
            Events = breakpoint.Events,
            Kind = breakpoint.Kind is { } kind ? Enum.Parse<MomentKind>(kind.ToString()) : null,
            From = breakpoint.From,
            To = breakpoint.To,
            Channel = breakpoint.Channel,
            Disposition = breakpoint.Verdict == BreakpointVerdict.Remove ? Disposition.Remove : Disposition.Undecided,
            When = breakpoint.When,
            VolumePerYear = breakpoint.VolumePerYear,
        };
        var moved = map with
        {
            Moments = [.. map.Moments, moment],
            Breakpoints = [.. map.Breakpoints.Where(one => !Is(one.Id, breakpoint)).Select(one => Is(one.ChecksOf, breakpoint) ? one with { ChecksOf = null } : one)],
        };
        (string Key, bool IsSaid)[] own =
        [
            ("caused by", breakpoint.CausedBy.Count > 0), ("check", breakpoint.IsCheck), ("checks of", breakpoint.ChecksOf is not null), ("minutes", breakpoint.Minutes is not null),
        ];
        var links = map.Breakpoints.Where(one => !Is(one.Id, breakpoint) && Is(one.ChecksOf, breakpoint)).Select(static one => $"{one.Subject}: checks of");
        return new MovedEntry(moved, moment, [.. Said(breakpoint, own), .. links]);
    }

    private static IEnumerable<string> OwnLosses(MomentOfTruth moment) => Said(
        moment,
        [
            ("kind", moment.Kind == MomentKind.PersonProduct), ("begun by", moment.Initiator is not null), ("demand", moment.Demand != DemandKind.Unmarked),
            ("experience", moment.Experience is not null), ("systems", moment.Systems.Count > 0), ("self servable", moment.SelfServable is not null),
            ("contributes", moment.Contributes is not null), ("contributes to", moment.ContributesTo.Count > 0), ("feel", moment.Feel is not null),
            ("disposition", moment.Disposition is Disposition.Improve or Disposition.Keep), ("improvement", moment.Improvement is not null),
            ("merged into", moment.MergedInto is not null), ("steps before", moment.StepsBefore is not null), ("steps after", moment.StepsAfter is not null),
            ("state", moment.State != MomentState.Found), ("manager", moment.Manager is not null), ("failure rate", moment.FailureRate is not null),
            ("customer minutes", moment.CustomerMinutes is not null), ("wait minutes", moment.WaitMinutes is not null), ("asked", moment.Asked.Count > 0),
            ("criteria", moment.Criteria.Count > 0),
        ]);

    private static IEnumerable<string> LinkLosses(OutsideInMap map, MomentOfTruth moment) =>
    [
        .. map.Moments.Where(one => !Is(one.Id, moment) && Is(one.MergedInto, moment)).Select(static one => $"{one.Subject}: merged into"),
        .. map.Needs.Where(one => one.Moments.Any(id => Is(id, moment))).Select(static one => $"{one.Subject}: moments"),
        .. map.Metrics.Where(one => one.Of.Any(id => Is(id, moment))).Select(static one => $"{one.Subject}: of"),
        .. map.Demand.Where(one => Is(one.Cause, moment)).Select(static one => $"{one.Subject}: cause"),
    ];

    private static IEnumerable<string> Said(MapEntry entry, (string Key, bool IsSaid)[] keys) =>
        keys.Where(static one => one.IsSaid).Select(one => $"{entry.Subject}: {one.Key}");

    private static bool Is(string? id, MapEntry entry) => string.Equals(id, entry.Id, StringComparison.OrdinalIgnoreCase);
}
