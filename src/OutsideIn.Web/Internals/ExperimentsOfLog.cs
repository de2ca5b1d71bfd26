using OutsideIn.Experiments;
using OutsideIn.Storage;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>A log off the shelf with the ledger of its experiments, as both stand now.</summary>
/// <param name="Log">The log with its map.</param>
/// <param name="File">The ledger, to write into.</param>
/// <param name="Ledger">What it says.</param>
internal sealed record ExperimentsOfLog(OpenLog Log, LedgerFile File, LedgerReading Ledger)
{
    /// <summary>Both of a log; the problem of whichever cannot be had.</summary>
    public static async Task<Result<ExperimentsOfLog>> Open(string id, LogLibrary library, CancellationToken stop)
    {
        if (!(await library.Open(id, stop)).TryGet(out var log, out var problem)
            || !library.Workspace.LedgerOf(id).TryGet(out var file, out problem)
            || !(await file.ReadAsync(stop)).TryGet(out var ledger, out problem))
        {
            return problem;
        }

        return new ExperimentsOfLog(log, file, ledger);
    }
}
