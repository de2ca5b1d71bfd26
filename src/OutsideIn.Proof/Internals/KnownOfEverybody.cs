using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Proof;

/// <summary>What a log knows of every case, answered or not: how it went first, then who it was. The survey's own events are no part of it.</summary>
internal static class KnownOfEverybody
{
    // A column with more values is a name, and tells nobody from anybody.
    private const int ValuesMax = 20;

    private static readonly string[] Often = ["never", "once", "twice or more"];

    /// <summary>Each [cases].</summary>
    public static IReadOnlyList<(string Name, CodedColumn Column)> Of(MeasuredLog log, SurveyAnswers answers)
    {
        List<(string Name, CodedColumn Column)> all = [Repeats(log, answers)];

        // Without a map a case ends with its last event: being asked would make it last.
        if (log.CustomerClock is not null || answers.AskedCount is not null)
        {
            all.Add(Time(log, answers));
        }

        if (log.CustomerClock is { } clock)
        {
            all.Add(("outcome", Outcome(clock.Span)));
        }

        string[] roles = ["channel", "category", "team"];
        foreach (var role in roles)
        {
            if (CaseColumns.Of(log, role).TryGet(out var column, out _))
            {
                Add(role, column);
            }
        }

        foreach (var attribute in log.Log.Attributes.Where(one => one.Level == AttributeLevel.Case && !ReferenceEquals(one, answers.Column)))
        {
            if (attribute.Kind == AttributeKind.Number)
            {
                Add(attribute.Name, CaseColumns.InQuarters(attribute.Numbers.ToArray()));
            }
            else if (attribute.Kind != AttributeKind.Time && CaseColumns.Of(log, attribute.Name).TryGet(out var column, out _))
            {
                Add(attribute.Name, column);
            }
        }

        return all;

        void Add(string name, CodedColumn column)
        {
            if (column.NameCount <= ValuesMax && IsKnownOfSilent(column, answers) && all.All(one => !string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                all.Add((name, column));
            }
        }
    }

    // What only those who answered have is a part of their answer.
    private static bool IsKnownOfSilent(CodedColumn column, SurveyAnswers answers)
    {
        for (var index = 0; index < column.RowCount; index++)
        {
            if (!answers.IsAnswered[index] && column[index] != CodedColumn.Missing)
            {
                return true;
            }
        }

        return false;
    }

    private static CodedColumn Outcome(ReadOnlySpan<ClockReading> clock)
    {
        var codes = new int[clock.Length];
        for (var index = 0; index < codes.Length; index++)
        {
            codes[index] = !clock[index].IsStarted ? CodedColumn.Missing : clock[index].End switch { CompetingEnd.Reached => 1, CompetingEnd.Lost => 2, _ => 3 };
        }

        return new CodedColumn(["reached", "lost", "still open"], codes);
    }

    // Contacts because something failed where a map tells them, else activities that came again.
    private static (string Name, CodedColumn Column) Repeats(MeasuredLog log, SurveyAnswers answers)
    {
        var (codes, seen) = (new int[log.Log.CaseCount], new HashSet<int>());
        for (var caseIndex = 0; caseIndex < codes.Length; caseIndex++)
        {
            seen.Clear();
            var (first, end) = log.Log.RowsOf(caseIndex);
            var count = 0;
            for (var row = first; row < end; row++)
            {
                if (!answers.IsOfSurvey[row])
                {
                    count += (log.IsFailureContact is { } failures ? failures.Span[row] : !seen.Add(log.Log.Activities[row])) ? 1 : 0;
                }
            }

            codes[caseIndex] = Math.Min(count, 2) + 1;
        }

        return (log.IsFailureContact is null ? "something done again" : "had to come back because something failed", new CodedColumn(Often, codes));
    }

    private static (string Name, CodedColumn Column) Time(MeasuredLog log, SurveyAnswers answers)
    {
        var (times, isOpen) = (new double[log.Log.CaseCount], new bool[log.Log.CaseCount]);
        for (var caseIndex = 0; caseIndex < times.Length; caseIndex++)
        {
            if (log.CustomerClock is { } clock)
            {
                var reading = clock.Span[caseIndex];
                isOpen[caseIndex] = reading is { IsStarted: true, End: CompetingEnd.Open };
                times[caseIndex] = reading.IsStarted && !isOpen[caseIndex] ? reading.Micros : double.NaN;
            }
            else
            {
                times[caseIndex] = Between(log.Log, caseIndex, answers.IsOfSurvey);
            }
        }

        var quarters = CaseColumns.InQuarters(times, static micros => MeasureText.Of(micros, MeasureKind.Duration, DurationClock.Elapsed));
        var codes = new int[times.Length];
        for (var caseIndex = 0; caseIndex < codes.Length; caseIndex++)
        {
            codes[caseIndex] = isOpen[caseIndex] ? quarters.NameCount + 1 : quarters[caseIndex];
        }

        return (log.CustomerClock is null ? "time from first to last event" : "time on the customer's clock", new CodedColumn([.. quarters.Names, "still open"], codes));
    }

    private static double Between(EventLog log, int caseIndex, bool[] isOfSurvey)
    {
        var (first, end) = log.RowsOf(caseIndex);
        var (earliest, latest) = (long.MaxValue, long.MinValue);
        for (var row = first; row < end; row++)
        {
            if (!isOfSurvey[row])
            {
                (earliest, latest) = (Math.Min(earliest, log.BeginMicros[row]), Math.Max(latest, log.TimeMicros[row]));
            }
        }

        return earliest == long.MaxValue ? double.NaN : latest - earliest;
    }
}
