using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>What a log says against its map in findings of the catalogue.</summary>
internal static class LogFindingEntries
{
    /// <summary>The findings of a log whose clocks have been read; none where the map names no outcome.</summary>
    public static IReadOnlyList<LogFindingEntry> Of(MeasuredLog log, OutsideInMap map)
    {
        if (log.FirmClock is not { } firm || log.CustomerClock is not { } customer)
        {
            return [];
        }

        var (diverges, reason) = ClockTrend.Of(log.Log, firm, customer);
        return Of(map, log.HorizonMicros, diverges, reason);
    }

    /// <summary>The same where the trend of the clocks is known already.</summary>
    public static IReadOnlyList<LogFindingEntry> Of(OutsideInMap map, long horizonMicros, bool diverges, string reason)
    {
        if (!diverges)
        {
            return [];
        }

        // An acceptance holds up to a day; the log's own last day is the one its findings are of.
        var today = DateOnly.FromDateTime(DateTime.UnixEpoch.AddMicroseconds(horizonMicros));
        var entry = map.Outcomes.Count == 0 ? null : map.Outcomes[0];
        var kind = LogFindings.ClocksDiverge;
        return
        [
            new LogFindingEntry(
                kind.Code,
                Words.Of(kind.Severity),
                kind.Title,
                reason,
                "What do you count as closed while the customer still waits? Measure from their first sign of need to the outcome, and close the case when they have it.",
                entry?.Subject,
                LogFindings.AcceptanceOf(map, kind, entry, today)?.Reason,
                kind.Page),
        ];
    }
}
