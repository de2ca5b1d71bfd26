namespace OutsideIn.Events;

/// <summary>Work passed from one doer to another within a case. Immutable; safe to share.</summary>
/// <remarks>
/// Only changes count: from the last event of a case that names a doer to the next one that does, in the log's
/// <see cref="EventLog.Order"/>, where the two doers differ. Events without a doer are skipped and counted. The wait is the begin
/// of the later event minus the time (the end) of the earlier; negative where the two overlap.
/// </remarks>
public sealed class Handovers
{
    private readonly int[] _perCase;

    private Handovers(Handover[] pairs, HandoverStay[] stays, HandoverCounts counts, int[] perCase)
    {
        (Pairs, Stays, _perCase) = (pairs, stays, perCase);
        (Count, EventsSkipped, AcrossSkipped) = (counts.Changes, counts.Skipped, counts.AcrossSkipped);
        foreach (var handovers in perCase)
        {
            Cases += handovers > 0 ? 1 : 0;
        }
    }

    /// <summary>From whom to whom: most frequent first, then by the names' characters. Never from a doer to itself.</summary>
    public IReadOnlyList<Handover> Pairs { get; }

    /// <summary>How often a doer follows itself, which is no handover: most frequent first, then by the name's characters.</summary>
    public IReadOnlyList<HandoverStay> Stays { get; }

    /// <summary>Number of handovers.</summary>
    public int Count { get; }

    /// <summary>Number of cases with at least one.</summary>
    public int Cases { get; }

    /// <summary>Number of events that name no doer.</summary>
    public int EventsSkipped { get; }

    /// <summary>Number of handovers between whose two events others without a doer lie.</summary>
    public int AcrossSkipped { get; }

    /// <summary>[cases] Number of handovers of each case.</summary>
    public ReadOnlySpan<int> PerCase => _perCase;

    /// <summary>Handovers between resources.</summary>
    /// <returns>The handovers, or null where the log names no resources.</returns>
    public static Handovers? BetweenResources(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return log.Resources is { } resources ? Between(log, resources) : null;
    }

    /// <summary>Handovers between teams.</summary>
    /// <returns>The handovers, or null where the log names no teams.</returns>
    public static Handovers? BetweenTeams(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return log.Teams is { } teams ? Between(log, teams) : null;
    }

    /// <summary>Handovers between the doers of any column, such as roles. O(events), allocates by cases, doers and pairs only.</summary>
    /// <param name="log">The log.</param>
    /// <param name="doers">[events] Who did it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column is not as long as the log.</exception>
    public static Handovers Between(EventLog log, CodedColumn doers)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(doers);
        ArgumentOutOfRangeException.ThrowIfNotEqual(doers.RowCount, log.EventCount, nameof(doers));
        using var tally = new PairTally(doers.NameCount);
        var stays = new int[doers.NameCount + 1];
        var perCase = new int[log.CaseCount];
        var counts = doers.IsNarrow
            ? HandoverKernel.Count(log.CaseStarts, doers.Narrow, log.BeginMicros, log.TimeMicros, new(tally, stays, perCase))
            : HandoverKernel.Count(log.CaseStarts, doers.Wide, log.BeginMicros, log.TimeMicros, new(tally, stays, perCase));
        return new Handovers(PairsOf(tally, doers), StaysOf(stays, doers), counts, perCase);
    }

    private static Handover[] PairsOf(PairTally tally, CodedColumn doers)
    {
        var pairs = new Handover[tally.PairCount];
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            var (from, to, count, cases, wait) = tally.Of(pair);
            pairs[pair] = new Handover(from, to, doers.NameOf(from)!, doers.NameOf(to)!, count, cases, wait);
        }

        Array.Sort(pairs, static (one, other) => ByFrequency.Compare((one.Count, one.From, one.To), (other.Count, other.From, other.To)));
        return pairs;
    }

    private static HandoverStay[] StaysOf(int[] stays, CodedColumn doers)
    {
        var list = new List<HandoverStay>();
        for (var code = 1; code < stays.Length; code++)
        {
            if (stays[code] > 0)
            {
                list.Add(new HandoverStay(doers.NameOf(code)!, stays[code]));
            }
        }

        list.Sort(static (one, other) => ByFrequency.Compare((one.Count, one.Doer, ""), (other.Count, other.Doer, "")));
        return [.. list];
    }
}

/// <summary>Work passed from one doer to another.</summary>
/// <param name="FromCode">Code of the giver in the column.</param>
/// <param name="ToCode">Code of the taker.</param>
/// <param name="From">Who gave it away.</param>
/// <param name="To">Who took it; never the same.</param>
/// <param name="Count">How often, ≥ 1.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="Wait">Time between the two events.</param>
public sealed record Handover(int FromCode, int ToCode, string From, string To, int Count, int Cases, DurationSummary Wait);

/// <summary>A doer that follows itself.</summary>
/// <param name="Doer">The doer.</param>
/// <param name="Count">How often, ≥ 1.</param>
public sealed record HandoverStay(string Doer, int Count);
