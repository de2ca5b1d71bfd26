using OutsideIn.Statistics;

namespace OutsideIn.Measures.Internals;

/// <summary>The values of a measure as durations that ended one way or the other, or have not.</summary>
internal static class Waits
{
    /// <summary>The waits of a duration measure: reached where known, lost, or open.</summary>
    public static CensoredSample OfDurations(ValueSubset subset)
    {
        var sample = new CensoredSample(subset.Known, subset.Lost, subset.Open);
        subset.Copy(ValueState.Known, sample.Room(CompetingEnd.Reached, subset.Known));
        subset.Copy(ValueState.Lost, sample.Room(CompetingEnd.Lost, subset.Lost));
        subset.Copy(ValueState.Open, sample.Room(CompetingEnd.Open, subset.Open));
        return sample;
    }

    /// <summary>The waits of a yes/no measure for what it asks after to happen: lost where it is certain that it never will.</summary>
    public static CensoredSample OfAnswers(ValueSubset subset)
    {
        var sample = new CensoredSample(subset.Known, subset.Known, subset.Open);
        var states = subset.Values.States;
        var values = subset.Values.Values;
        var waits = subset.Values.WaitMicros;
        var happened = subset.Values.Plan.IsNegated ? 0 : 1;
        foreach (var subject in subset.Subjects)
        {
            switch (states[subject])
            {
                case ValueState.Known:
                    sample.Add(waits[subject], values[subject] == happened ? CompetingEnd.Reached : CompetingEnd.Lost);
                    break;
                case ValueState.Open:
                    sample.Add(waits[subject], CompetingEnd.Open);
                    break;
            }
        }

        return sample;
    }
}
