using System.Buffers;

namespace OutsideIn.Events;

/// <summary>How long an activity is waited for and how long it takes.</summary>
/// <remarks>
/// Waiting time is the begin of an event minus the time (the end) of the event before it in its case, in the log's
/// <see cref="EventLog.Order"/>; the first event of a case has none. It is what passed while nobody worked on the case, if the event
/// before is what made this one possible. Where the two overlap it counts as 0. Processing time is the end of an activity
/// instance minus its start, suspensions included; it exists only where the log has starts, and counts as 0 where the source
/// gives an end before the start.
/// </remarks>
/// <param name="Code">The activity's code in the log's column.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Waiting">Waiting time, or null for an activity that only begins cases.</param>
/// <param name="WaitingClipped">How many waiting times were negative and count as 0.</param>
/// <param name="Processing">Processing time, or null where the log has no starts.</param>
/// <param name="ProcessingClipped">How many processing times were negative and count as 0.</param>
public sealed record ActivityTimes(
    int Code, string Activity, DurationSummary? Waiting, int WaitingClipped, DurationSummary? Processing, int ProcessingClipped)
{
    /// <summary>The times of every activity of a log, in the order of their codes. O(events), allocates by activities only.</summary>
    public static IReadOnlyList<ActivityTimes> Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var groups = ArrayPool<int>.Shared.Rent(log.EventCount);
        var micros = ArrayPool<long>.Shared.Rent(log.EventCount);
        var names = log.Activities.NameCount;
        var (waitingClipped, processingClipped) = (new int[names + 1], new int[names + 1]);

        var waits = WaitsOf(log, groups, micros, waitingClipped);
        var waiting = GroupedDurations.Summarise(names + 1, groups.AsSpan(0, waits), micros.AsSpan(0, waits));
        var works = log.HasStarts ? WorksOf(log, groups, micros, processingClipped) : 0;
        var processing = GroupedDurations.Summarise(names + 1, groups.AsSpan(0, works), micros.AsSpan(0, works));

        ArrayPool<long>.Shared.Return(micros);
        ArrayPool<int>.Shared.Return(groups);
        var times = new ActivityTimes[names];
        for (var code = 1; code <= names; code++)
        {
            times[code - 1] = new ActivityTimes(
                code, log.Activities.NameOf(code)!, waiting[code], waitingClipped[code], processing[code], processingClipped[code]);
        }

        return times;
    }

    private static int WaitsOf(EventLog log, Span<int> groups, Span<long> micros, Span<int> clipped) => log.Activities.IsNarrow
        ? ActivityTimeKernel.Waits(log.CaseStarts, log.Activities.Narrow, log.BeginMicros, log.TimeMicros, new(groups, micros, clipped))
        : ActivityTimeKernel.Waits(log.CaseStarts, log.Activities.Wide, log.BeginMicros, log.TimeMicros, new(groups, micros, clipped));

    private static int WorksOf(EventLog log, Span<int> groups, Span<long> micros, Span<int> clipped) => log.Activities.IsNarrow
        ? ActivityTimeKernel.Works(log.Activities.Narrow, log.StartMicros, log.TimeMicros, new(groups, micros, clipped))
        : ActivityTimeKernel.Works(log.Activities.Wide, log.StartMicros, log.TimeMicros, new(groups, micros, clipped));
}
