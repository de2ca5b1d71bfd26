using System.Buffers;
using OutsideIn.Events;

namespace OutsideIn.Measures.Internals;

/// <summary>Subjects that are counted, group by group, in the log's order within each. Pooled; dispose when done.</summary>
internal sealed class SubjectGroups : IDisposable
{
    private readonly int[] _subjects;
    private readonly int[] _ends;

    private SubjectGroups(int[] subjects, int[] ends) => (_subjects, _ends) = (subjects, ends);

    /// <summary>Number of groups, empty ones included.</summary>
    public int Count => _ends.Length;

    /// <summary>Every subject that is counted.</summary>
    public ReadOnlySpan<int> All => _subjects.AsSpan(0, _ends.Length == 0 ? 0 : _ends[^1]);

    /// <summary>The subjects of one group.</summary>
    public ReadOnlySpan<int> this[int group] => _subjects.AsSpan(0, _ends[group])[(group == 0 ? 0 : _ends[group - 1])..];

    /// <summary>All of them in one group.</summary>
    public static SubjectGroups Whole(MeasureValues values)
    {
        var codes = ArrayPool<int>.Shared.Rent(Math.Max(1, values.Count));
        Array.Clear(codes, 0, values.Count);
        return Partition(values, codes, 1);
    }

    /// <summary>Those that began before an instant, and those that began at it or later.</summary>
    public static SubjectGroups ByInstant(MeasureValues values, long micros)
    {
        var codes = ArrayPool<int>.Shared.Rent(Math.Max(1, values.Count));
        var starts = values.StartMicros;
        for (var subject = 0; subject < starts.Length; subject++)
        {
            codes[subject] = starts[subject] < micros ? 0 : 1;
        }

        return Partition(values, codes, 2);
    }

    /// <summary>By the code of the first of each subject's cases.</summary>
    public static SubjectGroups ByColumn(MeasureValues values, CodedColumn column)
    {
        var codes = ArrayPool<int>.Shared.Rent(Math.Max(1, values.Count));
        for (var subject = 0; subject < values.Count; subject++)
        {
            codes[subject] = column[values.CasesOf(subject)[0]];
        }

        return Partition(values, codes, column.NameCount + 1);
    }

    /// <summary>By the calendar period in which each subject began; <paramref name="firstDays"/> are the groups', ascending.</summary>
    public static SubjectGroups ByPeriod(MeasureValues values, PeriodUnit unit, out DateOnly[] firstDays)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var micros in values.StartMicros)
        {
            var day = PeriodCalendar.DayOf(micros);
            (first, last) = (Math.Min(first, day), Math.Max(last, day));
        }

        var periods = PeriodOfDay(first, last, unit, out firstDays);
        var codes = ArrayPool<int>.Shared.Rent(Math.Max(1, values.Count));
        var starts = values.StartMicros;
        for (var subject = 0; subject < starts.Length; subject++)
        {
            codes[subject] = periods[PeriodCalendar.DayOf(starts[subject]) - first];
        }

        return Partition(values, codes, firstDays.Length);
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_subjects);

    private static int[] PeriodOfDay(int first, int last, PeriodUnit unit, out DateOnly[] firstDays)
    {
        List<DateOnly> days = [];
        var periods = new int[Math.Max(0, last - first + 1)];
        var nextDay = DateOnly.MinValue;
        for (var day = 0; day < periods.Length; day++)
        {
            var date = PeriodCalendar.DateOf(first + day);
            if (days.Count == 0 || date >= nextDay)
            {
                days.Add(PeriodCalendar.FirstDay(date, unit));
                nextDay = PeriodCalendar.NextFirstDay(days[^1], unit);
            }

            periods[day] = days.Count - 1;
        }

        firstDays = [.. days];
        return periods;
    }

    // A counting sort of the subjects by their codes, which are given back to the pool.
    private static SubjectGroups Partition(MeasureValues values, int[] codes, int count)
    {
        var states = values.States;
        var next = new int[count];
        for (var subject = 0; subject < states.Length; subject++)
        {
            next[codes[subject]] += states[subject] == ValueState.LeftOut ? 0 : 1;
        }

        var total = 0;
        foreach (ref var one in next.AsSpan())
        {
            (one, total) = (total, total + one);
        }

        var subjects = ArrayPool<int>.Shared.Rent(Math.Max(1, total));
        for (var subject = 0; subject < states.Length; subject++)
        {
            if (states[subject] != ValueState.LeftOut)
            {
                subjects[next[codes[subject]]++] = subject;
            }
        }

        ArrayPool<int>.Shared.Return(codes);
        return new SubjectGroups(subjects, next);
    }
}
