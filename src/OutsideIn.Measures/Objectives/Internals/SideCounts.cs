namespace OutsideIn.Measures.Internals;

/// <summary>How many subjects stand on each side of a test.</summary>
internal readonly record struct SideCounts(int Met, int Missed, int Open)
{
    /// <summary>The share of the decided that fulfil it; NaN where none is decided.</summary>
    public double MetShare => (double)Met / (Met + Missed);

    public static SideCounts operator +(SideCounts one, SideCounts other) =>
        new(one.Met + other.Met, one.Missed + other.Missed, one.Open + other.Open);

    public static SideCounts Of(ValueSubset subset, SubjectTest test)
    {
        var states = subset.Values.States;
        var values = subset.Values.Values;
        var (met, known, more) = (0, 0, default(SideCounts));
        foreach (var subject in subset.Subjects)
        {
            // Nearly all are known, and which side they stand on is no pattern: counted without a branch.
            if (states[subject] == ValueState.Known)
            {
                known++;
                met += test.IsFulfilledBy(values[subject]) ? 1 : 0;
            }
            else
            {
                more += Of(test.SideOf(states[subject], values[subject]));
            }
        }

        return more + new SideCounts(met, known - met, 0);
    }

    private static SideCounts Of(Side side) => new(side == Side.Met ? 1 : 0, side == Side.Missed ? 1 : 0, side == Side.Open ? 1 : 0);
}
