using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>An entry with its number.</summary>
/// <param name="Number">The line it stands on, from 1: results name it.</param>
/// <param name="Entry">The entry.</param>
public sealed record NumberedEntry(int Number, LedgerEntry Entry);

/// <summary>What a ledger says, and what is wrong with it. Immutable.</summary>
/// <param name="Entries">Every entry that can be read, oldest first, whatever is wrong elsewhere.</param>
/// <param name="Faults">
/// What is wrong, by line: <c>EX011</c> where a line does not follow the one before (something was changed, taken out or put in),
/// <c>EX012</c> where a line cannot be read, which is what a write that was cut off leaves.
/// </param>
/// <param name="LastHash">Hash of the last line, on which the next one builds; noted elsewhere it shows later whether the end was changed.</param>
public sealed record LedgerReading(IReadOnlyList<NumberedEntry> Entries, IReadOnlyList<Problem> Faults, string LastHash)
{
    /// <summary>A ledger in which nothing stands yet.</summary>
    public static LedgerReading Empty { get; } = new([], [], LedgerText.Origin);

    /// <summary>The entries of one experiment, by id in any case of letters.</summary>
    public IEnumerable<NumberedEntry> Of(string experiment) => Entries.Where(one => string.Equals(one.Entry.Experiment, experiment, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a plan is locked as it stands.</summary>
    public bool HasLocked(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return LockOf(plan.Id) is { } locked && string.Equals(locked.Hash, PlanText.HashOf(PlanText.Of(plan)), StringComparison.Ordinal);
    }

    /// <summary>The plan of an experiment that was locked last; null where none was.</summary>
    public LockedEntry? LockOf(string experiment) => Of(experiment).Select(static one => one.Entry).OfType<LockedEntry>().LastOrDefault();
}
