using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>The waits after one step, by what came next. Microseconds, never negative: overlapping work did not wait.</summary>
internal sealed class WaitsAfter
{
    private readonly List<long> _waits = [];
    private readonly List<int> _nexts = [];
    private int? _usualNext;

    /// <summary>Activity code of the most frequent next step; of equally frequent ones the one met first in the log's names.</summary>
    public int UsualNext => _usualNext ??=
        _nexts.CountBy(static next => next).OrderByDescending(static one => one.Value).ThenBy(static one => one.Key).First().Key;

    /// <summary>The waits after each of the steps asked for.</summary>
    /// <param name="log">The log.</param>
    /// <param name="steps">Activity codes.</param>
    /// <param name="isLeftOut">[events] Next events that do not count.</param>
    public static Dictionary<int, WaitsAfter> Of(EventLog log, HashSet<int> steps, bool[] isLeftOut)
    {
        var waits = steps.ToDictionary(static step => step, static _ => new WaitsAfter());
        var byCode = new WaitsAfter?[log.Activities.NameCount + 1];
        foreach (var (step, one) in waits)
        {
            byCode[step] = one;
        }

        var begins = log.BeginMicros;
        var times = log.TimeMicros;
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = first + 1; row < end; row++)
            {
                if (!isLeftOut[row] && byCode[log.Activities[row - 1]] is { } step)
                {
                    step._waits.Add(Math.Max(0, begins[row] - times[row - 1]));
                    step._nexts.Add(log.Activities[row]);
                }
            }
        }

        return waits;
    }

    /// <summary>The waits until one activity came next.</summary>
    public long[] To(int next) => [.. _waits.Where((_, index) => _nexts[index] == next)];

    /// <summary>The waits until anything else came next.</summary>
    public long[] ToOthersThan(int next) => [.. _waits.Where((_, index) => _nexts[index] != next)];
}
