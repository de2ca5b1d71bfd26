using System.Runtime.CompilerServices;
using OutsideIn.Events;

namespace OutsideIn.Measures.Internals;

/// <summary>The rows of customers, merged by time, and how the customers stand.</summary>
/// <param name="Firsts">[customers + 1] Place at which the rows of each begin.</param>
/// <param name="Rows">[places] Rows of the log.</param>
/// <param name="EndRows">[customers] Place of the last closing event where all cases are closed (without a map the last event), else −1.</param>
/// <param name="LostMicros">[customers] When the customer was lost, or <see cref="long.MaxValue"/>.</param>
internal sealed record CustomerRows(int[] Firsts, int[] Rows, int[] EndRows, long[] LostMicros)
{
    /// <summary>Merges. O(events log events of a customer); scratch is used again from customer to customer.</summary>
    public static CustomerRows Of(MeasuredLog log, SubjectIndex subjects)
    {
        var firsts = new int[subjects.Count + 1];
        for (var subject = 0; subject < subjects.Count; subject++)
        {
            firsts[subject + 1] = firsts[subject];
            foreach (var caseIndex in subjects.CasesOf(subject))
            {
                var (first, end) = log.Log.RowsOf(caseIndex);
                firsts[subject + 1] += end - first;
            }
        }

        var merged = new CustomerRows(firsts, new int[firsts[^1]], new int[subjects.Count], new long[subjects.Count]);
        (long, long, int Row)[] keyed = [];
        for (var subject = 0; subject < subjects.Count; subject++)
        {
            var count = firsts[subject + 1] - firsts[subject];
            if (keyed.Length < count)
            {
                keyed = new (long, long, int)[Math.Max(count, 2 * keyed.Length)];
            }

            merged.Merge(log.Log, subjects.CasesOf(subject), subject, keyed.AsSpan(0, count));
            merged.Close(log, subjects.CasesOf(subject), subject);
        }

        return merged;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Merge(EventLog log, ReadOnlySpan<int> cases, int subject, Span<(long, long, int Row)> keyed)
    {
        var times = log.TimeMicros;
        var begins = log.BeginMicros;
        var byStart = log.Order == EventOrder.ByStart;
        var place = 0;
        foreach (var caseIndex in cases)
        {
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = first; row < end; row++)
            {
                // Rows ascend from case to case, so the row itself breaks ties by case and then by row.
                keyed[place++] = byStart ? (begins[row], times[row], row) : (times[row], 0, row);
            }
        }

        if (cases.Length > 1)
        {
            keyed.Sort();
        }

        for (place = 0; place < keyed.Length; place++)
        {
            Rows[Firsts[subject] + place] = keyed[place].Row;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Close(MeasuredLog log, ReadOnlySpan<int> cases, int subject)
    {
        var (isClosed, isOver, lost) = (true, true, long.MinValue);
        foreach (var caseIndex in cases)
        {
            var isCaseClosed = log.EndRows is not { } ends || ends.Span[caseIndex] >= 0;
            var caseLost = log.LostMicros is { } losses && losses.Span[caseIndex] <= log.HorizonMicros ? losses.Span[caseIndex] : long.MaxValue;
            isClosed &= isCaseClosed;
            isOver &= isCaseClosed || caseLost != long.MaxValue;
            lost = caseLost == long.MaxValue ? lost : Math.Max(lost, caseLost);
        }

        LostMicros[subject] = isOver && lost != long.MinValue ? lost : long.MaxValue;
        EndRows[subject] = isClosed ? LastEnd(log, subject) : -1;
    }

    private int LastEnd(MeasuredLog log, int subject)
    {
        for (var place = Firsts[subject + 1] - 1; place >= Firsts[subject]; place--)
        {
            if (log.EndRows is not { } ends || ends.Span[CaseOf(log.Log, Rows[place])] == Rows[place])
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>The case a row belongs to. O(log cases).</summary>
    public static int CaseOf(EventLog log, int row)
    {
        var found = log.CaseStarts.BinarySearch(row);
        return found >= 0 ? found : ~found - 1;
    }
}
