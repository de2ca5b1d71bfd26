using OutsideIn.Events;

namespace OutsideIn.Proof;

/// <summary>The events by which a column of cases was filled, as far as the log gives them away: a source that writes a value once a case loses at which event it did.</summary>
internal static class RecordingEvents
{
    // An activity of so many of the cases that have a value, and of hardly any other, is that of recording it.
    private const double Same = 0.95;

    // Where nearly every case has a value, what happens in every case would look like it.
    private const double MostFilled = 0.9;

    /// <summary>[events] Whether the event is of an activity that happens where there is a value, and nowhere else; all false where none is.</summary>
    /// <param name="log">The log.</param>
    /// <param name="isFilled">[cases] Whether the case has a value.</param>
    public static bool[] Of(EventLog log, bool[] isFilled)
    {
        var (filled, mask) = (isFilled.Count(static one => one), new bool[log.EventCount]);
        if (filled == 0 || filled > MostFilled * isFilled.Length)
        {
            return mask;
        }

        var size = log.Activities.NameCount + 1;
        var (with, both, last) = (new int[size], new int[size], new int[size]);
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = first; row < end; row++)
            {
                var activity = log.Activities[row];
                if (last[activity] != caseIndex + 1)
                {
                    last[activity] = caseIndex + 1;
                    with[activity]++;
                    both[activity] += isFilled[caseIndex] ? 1 : 0;
                }
            }
        }

        for (var row = 0; row < mask.Length; row++)
        {
            var activity = log.Activities[row];
            mask[row] = both[activity] >= Same * filled && both[activity] >= Same * with[activity];
        }

        return mask;
    }
}
