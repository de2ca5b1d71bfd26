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
    /// <param name="looksBefore">How many looks the ledger had when this one was made: which right a look has goes by that.</param>
    /// <param name="stop">Stops the waiting.</param>
    /// <returns>Where it stands; <c>EX059</c> where somebody else looked meanwhile; the problems of <see cref="LedgerFile.AppendAsync"/>.</returns>
    public static async Task<Result<NotedLook>> AppendAsync(LedgerFile ledger, LookedEntry look, int looksBefore, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(look);
        NumberedEntry? before = null;
        var added = await ledger.AppendAsync(
            reading =>
            {
                var looks = reading.Of(look.Experiment).Where(static one => one.Entry is LookedEntry).ToArray();
                before = looks.LastOrDefault();
                return (before?.Entry is LookedEntry last && IsSame(last, look)) || looks.Length != looksBefore
                    ? new Problem(
                        ProblemKind.Conflict, "EX059", $"Somebody else looked at \"{look.Experiment}\" meanwhile, so this would be another look than the one it was made as.",
                        "Look again; it counts as the next look then.")
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
