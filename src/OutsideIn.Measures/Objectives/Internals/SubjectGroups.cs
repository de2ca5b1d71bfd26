using System.Runtime.CompilerServices;
using OutsideIn.Events;

namespace OutsideIn.Measures.Internals;

/// <summary>All subjects of a log, group by group, in the log's order within each. Immutable; safe to share.</summary>
internal sealed class SubjectGroups
{
    // Many measures of one log have the same subjects, and the same periods.
    private static readonly ConditionalWeakTable<SubjectIndex, SubjectGroups?[]> Cache = [];

    private readonly int[] _subjects;
    private readonly int[] _ends;

    private SubjectGroups(int[] subjects, int[] ends) => (_subjects, _ends) = (subjects, ends);

    /// <summary>Number of groups, empty ones included.</summary>
    public int Count => _ends.Length;

    /// <summary>Every subject.</summary>
    public ReadOnlySpan<int> All => _subjects;

    /// <summary>Of periods, the first day of each group, ascending; else empty.</summary>
    public IReadOnlyList<DateOnly> FirstDays { get; private init; } = [];

    /// <summary>The subjects of one group.</summary>
    public ReadOnlySpan<int> this[int group] => _subjects.AsSpan(0, _ends[group])[(group == 0 ? 0 : _ends[group - 1])..];

    /// <summary>Those that began before an instant, and those that began at it or later.</summary>
    public static SubjectGroups ByInstant(SubjectIndex subjects, long micros)
    {
        var codes = new int[subjects.Count];
        var starts = subjects.StartMicros;
        for (var subject = 0; subject < starts.Length; subject++)
        {
            codes[subject] = starts[subject] < micros ? 0 : 1;
        }

        return Partition(codes, 2, []);
    }

    /// <summary>By the code of the first of each subject's cases; customers without one are in none.</summary>
    public static SubjectGroups ByColumn(SubjectIndex subjects, CodedColumn column)
    {
        var codes = new int[subjects.Count];
        for (var subject = 0; subject < codes.Length; subject++)
        {
            codes[subject] = subjects.CasesOf(subject) is [var first, ..] ? column[first] : CodedColumn.Missing;
        }

        return Partition(codes, column.NameCount + 1, []);
    }

    /// <summary>By the calendar period in which each subject began. Kept with the subjects.</summary>
    public static SubjectGroups ByPeriod(SubjectIndex subjects, PeriodUnit unit)
    {
        var kept = Cache.GetValue(subjects, static _ => new SubjectGroups?[Enum.GetValues<PeriodUnit>().Length]);
        return Volatile.Read(ref kept[(int)unit]) ?? Keep(ref kept[(int)unit], ByPeriodAnew(subjects, unit));
    }

    private static SubjectGroups Keep(ref SubjectGroups? place, SubjectGroups groups)
    {
        Volatile.Write(ref place, groups);
        return groups;
    }

    private static SubjectGroups ByPeriodAnew(SubjectIndex subjects, PeriodUnit unit)
    {
        var starts = subjects.StartMicros;
        if (starts.IsEmpty)
        {
            return Partition([], 0, []);
        }

        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var micros in starts)
        {
            var day = PeriodCalendar.DayOf(micros);
            (first, last) = (Math.Min(first, day), Math.Max(last, day));
        }

        var periods = PeriodOfDay(first, last, unit, out var firstDays);
        var codes = new int[starts.Length];
        for (var subject = 0; subject < starts.Length; subject++)
        {
            codes[subject] = periods[PeriodCalendar.DayOf(starts[subject]) - first];
        }

        return Partition(codes, firstDays.Count, firstDays);
    }

    private static int[] PeriodOfDay(int first, int last, PeriodUnit unit, out List<DateOnly> firstDays)
    {
        firstDays = [];
        var periods = new int[last - first + 1];
        var nextDay = DateOnly.MinValue;
        for (var day = 0; day < periods.Length; day++)
        {
            var date = PeriodCalendar.DateOf(first + day);
            if (firstDays.Count == 0 || date >= nextDay)
            {
                firstDays.Add(PeriodCalendar.FirstDay(date, unit));
                nextDay = PeriodCalendar.NextFirstDay(firstDays[^1], unit);
            }

            periods[day] = firstDays.Count - 1;
        }

        return periods;
    }

    // A counting sort of the subjects by their codes.
    private static SubjectGroups Partition(int[] codes, int count, IReadOnlyList<DateOnly> firstDays)
    {
        var next = new int[count];
        foreach (var code in codes)
        {
            next[code]++;
        }

        var total = 0;
        foreach (ref var one in next.AsSpan())
        {
            (one, total) = (total, total + one);
        }

        var subjects = new int[codes.Length];
        for (var subject = 0; subject < codes.Length; subject++)
        {
            subjects[next[codes[subject]]++] = subject;
        }

        return new SubjectGroups(subjects, next) { FirstDays = firstDays };
    }
}
