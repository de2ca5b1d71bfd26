using OutsideIn.Experiments.Internals;
using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>How often something held that was said beforehand.</summary>
/// <param name="Held">How often it did.</param>
/// <param name="Count">Out of how many that are known by now.</param>
/// <param name="Waiting">How many more were said, of which nothing is known yet.</param>
/// <param name="Share">The share with its interval (Wilson); null where nothing is known yet.</param>
public sealed record HeldShare(int Held, int Count, int Waiting, Estimate? Share);

/// <summary>How often past forecasts, verdicts and overrides turned out right. Immutable.</summary>
/// <param name="Forecasts">Forecasts whose interval held what came.</param>
/// <param name="Verdicts">
/// Verdicts on which somebody decided and with which the effect measured later agreed: after "better" it was in the better
/// direction, after "worse" it was not, and after "not shown" or "not worthwhile" it was below the smallest effect worth having. "Not yet",
/// a withheld and a refused verdict say nothing that could be wrong.
/// </param>
/// <param name="Overrides">
/// Decisions against the verdict that turned out right: a launch where the effect measured later was in the better direction, a
/// stop where it was below the smallest worth having. To go on decides nothing.
/// </param>
/// <param name="Overdue">Forecasts of which nothing is known although their day has passed, by number.</param>
public sealed record TrackRecord(HeldShare Forecasts, HeldShare Verdicts, HeldShare Overrides, IReadOnlyList<int> Overdue)
{
    /// <summary>The record of a ledger up to a day. The latest result of an entry counts. O(entries).</summary>
    /// <remarks>A decision whose experiment has no locked plan counts as waiting: nothing says which way was better.</remarks>
    public static TrackRecord Of(LedgerReading ledger, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new RecordKeeping(ledger).Record(today);
    }
}
