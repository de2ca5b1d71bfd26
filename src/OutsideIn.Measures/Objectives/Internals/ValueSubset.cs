namespace OutsideIn.Measures.Internals;

/// <summary>Some subjects of a measure's values, in any order; left out ones are not among them.</summary>
internal readonly ref struct ValueSubset
{
    public ValueSubset(MeasureValues values, ReadOnlySpan<int> subjects, double level, ulong seed)
    {
        Values = values;
        Subjects = subjects;
        (Level, Seed) = (level, seed);
        var states = values.States;
        foreach (var subject in subjects)
        {
            switch (states[subject])
            {
                case ValueState.Known:
                    Known++;
                    break;
                case ValueState.Open:
                    Open++;
                    break;
                case ValueState.Lost:
                    Lost++;
                    break;
            }
        }
    }

    public MeasureValues Values { get; }

    public ReadOnlySpan<int> Subjects { get; }

    public double Level { get; }

    public ulong Seed { get; }

    public int Known { get; }

    public int Open { get; }

    public int Lost { get; }

    /// <summary>How many have a value, open and lost ones included.</summary>
    public int Count => Known + Open + Lost;

    public MeasureFigure Figure(FigureKind kind, double value, Interval interval, string method) =>
        new(kind, value, interval, Level, method, Count, Open, Lost, Subjects.Length - Count, null);

    public MeasureFigure Refused(FigureKind kind, string method, string refusal, double? value = null, Interval? interval = null) =>
        new(kind, value, interval, Level, method, Count, Open, Lost, Subjects.Length - Count, refusal);

    /// <summary>Copies the values of those in one state, in their order.</summary>
    /// <returns>How many.</returns>
    public int Copy(ValueState state, Span<double> to)
    {
        var states = Values.States;
        var values = Values.Values;
        var count = 0;
        foreach (var subject in Subjects)
        {
            if (states[subject] == state)
            {
                to[count++] = values[subject];
            }
        }

        return count;
    }
}
