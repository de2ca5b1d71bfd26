using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>The experiments of a log's map.</summary>
/// <param name="Experiments">How far each has come, in the order of the map.</param>
/// <param name="Faults">What is wrong with the ledger.</param>
internal sealed record ExperimentsView(IReadOnlyList<ExperimentState> Experiments, IReadOnlyList<Problem> Faults);

/// <summary>GET /api/logs/{id}/experiments</summary>
internal static class ListExperiments
{
    public static void Map(RouteGroupBuilder log) =>
        log.MapGet("/experiments", static async (string id, LogLibrary library, CancellationToken stop) =>
                Reply.From((await ExperimentsOfLog.Open(id, library, stop)).Then<ExperimentsView>(static of => new ExperimentsView(
                    ExperimentState.AllOf(of.Log.Map, of.Ledger, of.Log.Measures.Schema), of.Ledger.Faults))))
            .Sends<ExperimentsView>("ListExperiments", "The experiments of the log's map: what their plans still lack, what was locked, seen last and decided last.");
}
