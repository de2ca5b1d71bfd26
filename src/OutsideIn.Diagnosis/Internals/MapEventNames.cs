using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>The names of a map that a measure may use for events: those of Moments of Truth, breakpoints, rules and activities, and the one-liners of outcomes.</summary>
internal static class MapEventNames
{
    /// <summary>Every such name with the patterns written for it; empty where it leaves no events.</summary>
    public static IReadOnlyList<NamedEvents> Of(OutsideInMap map) =>
    [
        .. map.MappedActivities().Select(static one => new NamedEvents(one.Name, one.Events)),
        .. Outcomes(map),
    ];

    /// <summary>
    /// The same with the activities of a log: each activity of the log stands for one entry alone, as everywhere in a diagnosis, so that
    /// a measure of an entry counts the events that the entry's figures count.
    /// </summary>
    public static IReadOnlyList<NamedEvents> Of(MappedLog mapped)
    {
        var claimed = mapped.Activities.Skip(1).ToLookup(static one => one.Mapped?.Entry.Subject, static one => new NamePattern(one.Activity), StringComparer.Ordinal);
        return
        [
            .. mapped.Map.MappedActivities().Select(one => new NamedEvents(one.Name, [.. claimed[one.Entry.Subject]])),
            .. Outcomes(mapped.Map),
        ];
    }

    // Reached is what the one-liner says has happened.
    private static IEnumerable<NamedEvents> Outcomes(OutsideInMap map) =>
        map.Outcomes.Where(static one => one.Reached.Count > 0).Select(static one => new NamedEvents(one.OneLiner, one.Reached));
}
