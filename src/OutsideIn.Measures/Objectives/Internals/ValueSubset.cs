using OutsideIn.Statistics;

namespace OutsideIn.Measures.Internals;

/// <summary>Some subjects of a measure's values, in any order; left out ones may be among them and count nowhere.</summary>
internal readonly ref struct ValueSubset
{
    public ValueSubset(MeasureValues values, ReadOnlySpan<int> subjects, VerdictOptions options)
        : this(values, subjects, options, StateCounts.Of(values, subjects))
    {
    }

    public ValueSubset(MeasureValues values, ReadOnlySpan<int> subjects, VerdictOptions options, StateCounts counts)
    {
        Values = values;
        Subjects = subjects;
        (Level, Seed, Counts) = (options.Level, options.Seed, counts);
    }

    public MeasureValues Values { get; }

    public ReadOnlySpan<int> Subjects { get; }

    public double Level { get; }

    public ulong Seed { get; }

    public StateCounts Counts { get; }

    public int Known => Counts.Known;

    public int Open => Counts.Open;

    public int Lost => Counts.Lost;

    /// <summary>How many have a value, open and lost ones included.</summary>
    public int Count => Counts.Count;

    public MeasureFigure Figure(FigureKind kind, double value, Interval? interval, string method) =>
        new(kind, value, interval, Level, method, Count, Open, Lost, Counts.NotApplicable, null);

    public MeasureFigure Refused(FigureKind kind, string method, string refusal, double? value = null, Interval? interval = null) =>
        new(kind, value, interval, Level, method, Count, Open, Lost, Counts.NotApplicable, refusal);

    /// <summary>Copies the values of those in one state, in their order, as many as there is room for.</summary>
    /// <returns>How many.</returns>
    public int Copy(ValueState state, Span<double> to)
    {
        var states = Values.States;
        var values = Values.Values;
        var count = 0;
        foreach (var subject in Subjects)
        {
            if (count == to.Length)
            {
                break;
            }

            if (states[subject] == state)
            {
                to[count++] = values[subject];
            }
        }

        return count;
    }
}
