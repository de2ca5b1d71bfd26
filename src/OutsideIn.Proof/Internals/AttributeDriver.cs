using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>A column of numbers, or of yes and no, as a driver.</summary>
internal static class AttributeDriver
{
    private const int None = -1;

    // Two columns that are filled together so often were asked together.
    private const double Together = 0.95;

    /// <summary>The column of that name; null where there is none.</summary>
    public static AttributeColumn? Find(EventLog log, string name)
    {
        var folded = NamePattern.Fold(name);
        return log.Attributes.FirstOrDefault(one => string.Equals(NamePattern.Fold(one.Name), folded, StringComparison.Ordinal));
    }

    /// <summary>The column a measure takes its numbers from; null where it takes none.</summary>
    public static AttributeColumn? ColumnOf(EventLog log, MeasureSyntax measure) => measure.Value switch
    {
        ValueAtSyntax at => Find(log, at.Column.Text),
        AggregateSyntax aggregate => Find(log, aggregate.Column.Text),
        _ => null,
    };

    /// <summary>The value of each subject's first case; of a column of events its first one, since later ones may be what the work has made of it.</summary>
    public static DriverColumn Of(ComparedMeasure outcome, AttributeColumn column, CancellationToken stop)
    {
        var (log, values) = (outcome.Log.Log, new double[outcome.Values.Count]);
        var instants = OutcomeInstants.Of(outcome, stop);
        var isRecording = column.Level == AttributeLevel.Event ? null
            : RecordingEvents.Of(log, [.. Enumerable.Range(0, log.CaseCount).Select(index => IsFilled(column, index))]);
        var (late, told) = (0, 0);
        for (var subject = 0; subject < values.Length; subject++)
        {
            var row = outcome.Values.CasesOf(subject) is [var first, ..] ? RowOf(log, column, first) : None;
            values[subject] = row == None ? double.NaN : column.Kind == AttributeKind.YesNo ? column.Answers[row] : column.Numbers[row];
            var recorded = isRecording is null || row == None ? row : FirstOf(log, isRecording, row);
            if (recorded != None && instants is not null && instants[subject] != long.MaxValue)
            {
                told++;
                late += log.TimeMicros[recorded] > instants[subject] ? 1 : 0;
            }
        }

        return new DriverColumn(column.Name, DriverColumn.OfColumn, values, column.Kind == AttributeKind.YesNo ? DriverUnit.YesNo : DriverUnit.Number)
        {
            Late = told == 0 ? null : (double)late / told,
            IsRating = IsOfSameSurvey(outcome, column),
        };
    }

    /// <summary>Whether a column was filled by the same events as the column of the outcome, or in the same cases where not all have it.</summary>
    public static bool IsOfSameSurvey(ComparedMeasure outcome, AttributeColumn column)
    {
        if (ColumnOf(outcome.Log.Log, outcome.Plan.Syntax) is not { } asked || ReferenceEquals(asked, column) || asked.Level != column.Level)
        {
            return false;
        }

        var (rows, both, either) = (asked.Level == AttributeLevel.Case ? outcome.Log.Log.CaseCount : outcome.Log.Log.EventCount, 0, 0);
        for (var row = 0; row < rows; row++)
        {
            var (one, other) = (IsFilled(asked, row), IsFilled(column, row));
            both += one && other ? 1 : 0;
            either += one || other ? 1 : 0;
        }

        return either < rows && both >= Together * either && both > 0;
    }

    /// <summary>Whether a column has a value in a row.</summary>
    public static bool IsFilled(AttributeColumn column, int row) => column.Kind switch
    {
        AttributeKind.Text => column.Texts![row] != CodedColumn.Missing,
        AttributeKind.YesNo => column.Answers[row] != AttributeColumn.MissingAnswer,
        AttributeKind.Number => !double.IsNaN(column.Numbers[row]),
        _ => column.TimeMicros[row] != AttributeColumn.MissingTime,
    };

    private static int FirstOf(EventLog log, bool[] isRecording, int caseIndex)
    {
        var (first, end) = log.RowsOf(caseIndex);
        var at = isRecording.AsSpan(first, end - first).IndexOf(true);
        return at < 0 ? None : first + at;
    }

    private static int RowOf(EventLog log, AttributeColumn column, int caseIndex)
    {
        if (column.Level == AttributeLevel.Case)
        {
            return IsFilled(column, caseIndex) ? caseIndex : None;
        }

        var (first, end) = log.RowsOf(caseIndex);
        for (var row = first; row < end; row++)
        {
            if (IsFilled(column, row))
            {
                return row;
            }
        }

        return None;
    }
}
