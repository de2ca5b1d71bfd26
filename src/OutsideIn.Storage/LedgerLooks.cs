using OutsideIn.Experiments;
using OutsideIn.Vocabulary;

namespace OutsideIn.Storage;

/// <summary>A look in the ledger.</summary>
/// <param name="Number">The number of its entry.</param>
/// <param name="IsNew">Whether it was written now; a look at the same data with the same answer is the one that stands there.</param>
public sealed record NotedLook(int Number, bool IsNew);

/// <summary>Writes looks into a ledger, each once.</summary>
public static class LedgerLooks
{
    /// <summary>Writes a look down, unless the last one of its experiment saw the same data and came to the same.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="look">The look.</param>
    /// <param name="stop">Stops the waiting.</param>
    /// <returns>Where it stands; the problems of <see cref="LedgerFile.AppendAsync"/>.</returns>
    public static async Task<Result<NotedLook>> AppendAsync(LedgerFile ledger, LookedEntry look, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(look);
        NumberedEntry? before = null;
        var added = await ledger.AppendAsync(
            reading =>
            {
                before = reading.Of(look.Experiment).LastOrDefault(static one => one.Entry is LookedEntry);
                return before?.Entry is LookedEntry last && IsSame(last, look)
                    ? new Problem(ProblemKind.Conflict, "EX013", "The same was looked at before.", "Nothing needs to be done.")
                    : look;
            },
            stop);
        return before?.Entry is LookedEntry known && IsSame(known, look)
            ? new NotedLook(before.Number, IsNew: false)
            : added.Then<NotedLook>(static one => new NotedLook(one.Number, IsNew: true));
    }

    private static bool IsSame(LookedEntry one, LookedEntry other) =>
        string.Equals(one.Data, other.Data, StringComparison.Ordinal) && one.Day == other.Day && one.Answer == other.Answer
        && string.Equals(one.Sentence, other.Sentence, StringComparison.Ordinal);
}
