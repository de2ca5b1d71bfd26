using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>The cause-of-work tree: every internal event belongs to the latest contact before it in its case (axiom 3, row 32).</summary>
/// <remarks>
/// Sums are kept in whole microseconds, so that the entries add up to the log's totals exactly. The total compares them with totals
/// taken from the log in another way, never from the entries.
/// </remarks>
internal static class CauseOfWork
{
    public const string Kind = "cause";
    public const string NoCause = "work without a cause";

    /// <summary>The name of a cause, or what stands for none.</summary>
    public static string NameOf(MappedLog mapped, int work) => work == 0 ? NoCause : mapped.Works[work].Name;

    public static (IReadOnlyList<CauseOfWorkEntry> Entries, CauseOfWorkTotalEntry Total) Compute(
        MappedLog mapped, CauseTally?[] tallies)
    {
        var entries = tallies
            .Skip(1)
            .OfType<CauseTally>()
            .OrderByDescending(static tally => tally.Events)
            .ThenByDescending(static tally => tally.ElapsedMicros)
            .ThenBy(static tally => tally.Work)
            .Append(tallies[0]!)
            .Select(tally => tally.ToEntry(mapped))
            .ToArray();
        return (entries, Total(mapped, [.. tallies.OfType<CauseTally>()]));
    }

    private static CauseOfWorkTotalEntry Total(MappedLog mapped, CauseTally[] tallies)
    {
        var log = mapped.Log;
        var contacts = tallies.Sum(static tally => tally.Contacts);
        var events = tallies.Sum(static tally => tally.Events);
        var breakpoints = tallies.Sum(static tally => tally.Breakpoints);
        var elapsed = tallies.Sum(static tally => tally.ElapsedMicros);
        var processing = tallies.Sum(static tally => tally.ProcessingMicros);
        var reconciles = contacts + events == log.EventCount
            && breakpoints == mapped.HandOffs.Items.Length
            && elapsed == ElapsedOf(log)
            && processing == InternalProcessingOf(mapped);
        return new CauseOfWorkTotalEntry(
            contacts, events, log.EventCount, breakpoints, Measured.Seconds(elapsed),
            log.HasStarts ? Measured.Seconds(processing) : null, reconciles);
    }

    private static long ElapsedOf(EventLog log)
    {
        var sum = 0L;
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            sum += log.TimeMicros[end - 1] - log.TimeMicros[first];
        }

        return sum;
    }

    private static long InternalProcessingOf(MappedLog mapped)
    {
        var sum = 0L;
        var times = mapped.Log.TimeMicros;
        var begins = mapped.Log.BeginMicros;
        for (var row = 0; row < times.Length; row++)
        {
            sum += mapped.IsContact[row] ? 0 : times[row] - begins[row];
        }

        return sum;
    }
}
