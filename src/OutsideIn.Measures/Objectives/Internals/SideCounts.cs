namespace OutsideIn.Measures.Internals;

/// <summary>How many subjects stand on each side of a test.</summary>
internal readonly record struct SideCounts
{
    public SideCounts(ValueSubset subset, SubjectTest test)
    {
        var states = subset.Values.States;
        var values = subset.Values.Values;
        var counts = (Met: 0, Missed: 0, Open: 0);
        foreach (var subject in subset.Subjects)
        {
            switch (test.SideOf(states[subject], values[subject]))
            {
                case Side.Met:
                    counts.Met++;
                    break;
                case Side.Missed:
                    counts.Missed++;
                    break;
                case Side.Open:
                    counts.Open++;
                    break;
            }
        }

        (Met, Missed, Open) = counts;
    }

    public int Met { get; }

    public int Missed { get; }

    public int Open { get; }

    /// <summary>The share of the decided that fulfil it; NaN where none is decided.</summary>
    public double MetShare => (double)Met / (Met + Missed);
}
