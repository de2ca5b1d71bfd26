namespace OutsideIn.Measures.Internals;

/// <summary>How many subjects stand in each state; left out ones are in none.</summary>
internal readonly record struct StateCounts(int Known, int Open, int Lost, int NotApplicable)
{
    /// <summary>How many have a value, open and lost ones included.</summary>
    public int Count => Known + Open + Lost;

    /// <summary>How many are counted anywhere.</summary>
    public int All => Count + NotApplicable;

    public static StateCounts operator +(StateCounts one, StateCounts other) =>
        new(one.Known + other.Known, one.Open + other.Open, one.Lost + other.Lost, one.NotApplicable + other.NotApplicable);

    public static StateCounts Of(MeasureValues values, ReadOnlySpan<int> subjects)
    {
        var states = values.States;
        var (known, open, lost, none) = (0, 0, 0, 0);
        foreach (var subject in subjects)
        {
            var state = states[subject];
            known += state == ValueState.Known ? 1 : 0;
            open += state == ValueState.Open ? 1 : 0;
            lost += state == ValueState.Lost ? 1 : 0;
            none += state == ValueState.NotApplicable ? 1 : 0;
        }

        return new StateCounts(known, open, lost, none);
    }
}
