using OutsideIn.Events;
using OutsideIn.Statistics;

namespace OutsideIn.Diagnosis;

/// <summary>A contact that comes out of turn after a step, and how long a wait after that step is long.</summary>
/// <param name="ThresholdMicros">The 75th percentile of the step's waits to everything else but this contact, microseconds.</param>
/// <param name="LongCount">How many of the contacts waited longer.</param>
/// <param name="Count">Out of how many such contacts after the step.</param>
internal readonly record struct LongWait(long ThresholdMicros, int LongCount, int Count);

/// <summary>Finds the contacts that come where the process would have gone on, had it not kept the customer waiting.</summary>
/// <remarks>
/// A percentile of a contact's own waits would call a quarter of all contacts long, whatever they are. So a contact's wait is held
/// against the waits after the same step to everything else, it must not be what usually follows the step (then the wait is the
/// customer's own time), and more of these contacts must be late than the quarter that chance alone would give: the lower end of
/// the 95 % Wilson interval of that share must exceed 25 %.
/// </remarks>
internal static class LongWaitRule
{
    private const int ReferenceMin = 20;
    private const double LateShareByChance = 0.25;

    /// <summary>Shorter waits are conversations, not waits.</summary>
    private const long ThresholdMicrosMin = Measured.MicrosPerHour;

    /// <summary>The pairs of step and contact (activity codes) for which the rule holds. O(events log events).</summary>
    /// <param name="log">The log.</param>
    /// <param name="isAskable">[events] Contacts of the customer that nobody has marked.</param>
    /// <param name="isAfterOutcome">[events] Events after the outcome, which are no part of any waiting for it.</param>
    public static Dictionary<(int Step, int Contact), LongWait> Of(EventLog log, bool[] isAskable, bool[] isAfterOutcome)
    {
        var found = new Dictionary<(int Step, int Contact), LongWait>();
        var asked = AskedPairs(log, isAskable, isAfterOutcome);
        if (asked.Count == 0)
        {
            return found;
        }

        var steps = WaitsAfter.Of(log, [.. asked.Select(static pair => pair.Step)], isAfterOutcome);
        foreach (var (step, contact) in asked)
        {
            if (steps[step].UsualNext != contact && LongWaitOf(steps[step], contact) is { } longWait)
            {
                found.Add((step, contact), longWait);
            }
        }

        return found;
    }

    private static HashSet<(int Step, int Contact)> AskedPairs(EventLog log, bool[] isAskable, bool[] isAfterOutcome)
    {
        var asked = new HashSet<(int Step, int Contact)>();
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = first + 1; row < end; row++)
            {
                if (isAskable[row] && !isAfterOutcome[row])
                {
                    asked.Add((log.Activities[row - 1], log.Activities[row]));
                }
            }
        }

        return asked;
    }

    private static LongWait? LongWaitOf(WaitsAfter step, int contact)
    {
        var reference = step.ToOthersThan(contact);
        if (reference.Length < ReferenceMin)
        {
            return null;
        }

        var threshold = (long)Quantiles.Of(reference, 0.75);
        var waits = step.To(contact);
        var late = 0;
        foreach (var wait in waits)
        {
            late += wait > threshold ? 1 : 0;
        }

        var isMoreThanChance = ProportionInterval.Wilson(late, waits.Length).TryGet(out var share, out _)
            && share.Interval.Low > LateShareByChance;
        return threshold >= ThresholdMicrosMin && isMoreThanChance ? new LongWait(threshold, late, waits.Length) : null;
    }
}
