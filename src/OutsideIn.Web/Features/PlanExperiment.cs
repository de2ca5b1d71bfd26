using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Experiments;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>GET /api/logs/{id}/experiments/{experiment} and POST …/lock</summary>
internal static class PlanExperiment
{
    public static void Map(RouteGroupBuilder log)
    {
        log.MapGet("/experiments/{experiment}", static async (string id, string experiment, LogLibrary library, CancellationToken stop) =>
                Reply.From((await ExperimentsOfLog.Open(id, library, stop)).Then(of => PlannedExperiments.Draft(of.Log.Map, experiment, of.Log.Measures.Schema)
                    .Then<PlanAnswer>(draft => PlanAnswer.Of(draft, of.Ledger, of.Log.Measures.Log, stop)))))
            .Sends<PlanAnswer>("GetExperimentPlan", "The plan of an experiment: its text and hash, what it still lacks, how it stands to what was locked, and what it needs by this log.");
        log.MapPost("/experiments/{experiment}/lock", static async (string id, string experiment, LogLibrary library, TimeProvider clock, CancellationToken stop) =>
                Reply.From(await Lock(await ExperimentsOfLog.Open(id, library, stop), experiment, clock, stop)))
            .Sends<NumberedEntry>("LockExperimentPlan", "Locks the plan as it stands: its text and hash go into the ledger, and whatever deviates from it later is exploratory.");
    }

    private static async Task<Result<NumberedEntry>> Lock(Result<ExperimentsOfLog> opened, string experiment, TimeProvider clock, CancellationToken stop)
    {
        if (!opened.TryGet(out var of, out var problem)
            || !PlannedExperiments.Of(of.Log.Map, experiment, of.Log.Measures.Schema).TryGet(out var plan, out problem))
        {
            return problem;
        }

        return await of.File.AppendAsync(_ => LockedEntry.Of(plan, clock.GetUtcNow()), stop);
    }
}
