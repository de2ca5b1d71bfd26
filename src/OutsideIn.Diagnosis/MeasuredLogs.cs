using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>What a map says of a log, as the columns a measure can see.</summary>
public static class MeasuredLogs
{
    /// <summary>Lays a map over a log for measures (measures.md, two clocks; rows 29 and 33; F12).</summary>
    /// <remarks>
    /// <para>
    /// A contact, a failure contact, a breakpoint, a category and the two clocks are what they are in a diagnosis of the same log and map.
    /// A case ends with the closing event its outcome names; where the outcome names none, with the last event of a case that reached or
    /// lost it; else it still runs. A customer is lost where the last event that shows the outcome shows it lost, from the first such event on.
    /// </para>
    /// <para>
    /// What a map does not say is null: contacts where it has no Moment of Truth and no doer who is the customer, breakpoints where neither
    /// map nor log tell them, ends where no outcome names an event, losses where none names lost events, clocks where it has no outcome.
    /// </para>
    /// <para>O(events); a byte an event for each of three columns.</para>
    /// </remarks>
    /// <param name="log">The log.</param>
    /// <param name="map">The map.</param>
    /// <param name="horizonMicros">The instant up to which the log is known, microseconds since 1970-01-01T00:00:00Z; later events are left out. Null for the last event.</param>
    public static MeasuredLog Of(EventLog log, OutsideInMap map, long? horizonMicros)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(map);
        var horizon = horizonMicros ?? log.LastMicros;
        return Of(MappedLog.Of(log.Until(horizon), map, horizon));
    }

    /// <summary>The same of a map already laid over its log.</summary>
    internal static MeasuredLog Of(MappedLog mapped)
    {
        var map = mapped.Map;
        var signs = OutcomeSigns.Of(mapped);
        var failures = FailureContacts.Of(mapped, signs);
        var clocks = map.Outcomes.Count == 0 ? null : CaseClocks.Of(mapped, signs, failures);
        var knowsContacts = map.Moments.Count > 0 || mapped.IsContact.Contains(value: true);
        return new MeasuredLog
        {
            Log = mapped.Log,
            HorizonMicros = mapped.HorizonMicros,
            MapNames = MapEventNames.Of(mapped),
            IsContact = knowsContacts ? mapped.IsContact : (ReadOnlyMemory<bool>?)null,
            IsFailureContact = knowsContacts ? Array.ConvertAll(failures.Rules, static rule => rule != FailureRule.None) : (ReadOnlyMemory<bool>?)null,
            IsHandoff = mapped.HandOffs.Basis == HandOffs.ByNothing ? (ReadOnlyMemory<bool>?)null : mapped.HandOffs.IsHandOff,
            EndRows = CaseEnds.Of(mapped, signs) is { } ends ? ends : (ReadOnlyMemory<int>?)null,
            LostMicros = mapped.Outcomes.CanBeLost ? Lost(mapped) : (ReadOnlyMemory<long>?)null,
            CustomerClock = clocks is null ? (ReadOnlyMemory<ClockReading>?)null : clocks.Customer,
            FirmClock = clocks is null ? (ReadOnlyMemory<ClockReading>?)null : clocks.Firm,
            Categories = Categories(mapped),
            Calendars = WorkingCalendars.Of(map),
        };
    }

    private static long[] Lost(MappedLog mapped)
    {
        var lost = new long[mapped.CaseCount];
        for (var caseIndex = 0; caseIndex < lost.Length; caseIndex++)
        {
            lost[caseIndex] = mapped.Outcomes.Status[caseIndex] == CaseOutcome.Lost
                ? mapped.Log.TimeMicros[mapped.Outcomes.Rows[caseIndex]]
                : long.MaxValue;
        }

        return lost;
    }

    private static CodedColumn? Categories(MappedLog mapped) => mapped.Map.Categories.Count == 0
        ? null
        : new CodedColumn(
            [.. mapped.Map.Categories.Select(static one => one.Name)],
            Array.ConvertAll(mapped.Categories, static category => category + 1));
}
