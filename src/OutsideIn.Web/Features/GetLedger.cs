using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Experiments;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>GET /api/logs/{id}/ledger</summary>
internal static class GetLedger
{
    public static void Map(RouteGroupBuilder log) =>
        log.MapGet("/ledger", static async (string id, string? experiment, LogLibrary library, TimeProvider clock, CancellationToken stop) =>
                Reply.From((await Read(id, library, stop)).Then<LedgerAnswer>(ledger => LedgerAnswer.Of(
                    ledger, string.IsNullOrWhiteSpace(experiment) ? null : experiment, DateOnly.FromDateTime(clock.GetLocalNow().DateTime)))))
            .Sends<LedgerAnswer>("GetLedger", "What was locked, seen, decided and forecast about a log's experiments, or about one of them, and how often it held. It is there when its log is gone.");

    private static async Task<Result<LedgerReading>> Read(string id, LogLibrary library, CancellationToken stop) =>
        library.Workspace.LedgerOf(id).TryGet(out var file, out var problem) ? await file.ReadAsync(stop) : problem;
}
