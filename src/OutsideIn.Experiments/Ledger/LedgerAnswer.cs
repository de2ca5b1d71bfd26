using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What the command and the API answer when the ledger is asked for. Immutable.</summary>
/// <remarks>Written as JSON in camel case (docs/experiment-json.md).</remarks>
/// <param name="Version">Version of this layout; grows when a reader of the one before would misread it.</param>
/// <param name="Entries">The entries, oldest first.</param>
/// <param name="Record">How often they held.</param>
/// <param name="Faults">What is wrong with the ledger, whatever experiment it is about.</param>
/// <param name="LastHash">Hash of its last line; noted elsewhere it shows later whether the end was changed.</param>
public sealed record LedgerAnswer(int Version, IReadOnlyList<NumberedEntry> Entries, TrackRecord Record, IReadOnlyList<Problem> Faults, string LastHash)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The answer.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="experiment">Id of the experiment it is about; null for all.</param>
    /// <param name="today">The day up to which the record is kept.</param>
    public static LedgerAnswer Of(LedgerReading ledger, string? experiment, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var shown = experiment is null ? ledger : ledger with { Entries = [.. ledger.Of(experiment)] };
        return new LedgerAnswer(CurrentVersion, shown.Entries, TrackRecord.Of(shown, today), ledger.Faults, ledger.LastHash);
    }
}
