using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Experiments;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>What somebody decided.</summary>
/// <param name="Decision">What.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why; a decision against the verdict of the last look needs it.</param>
internal sealed record DecisionRequest(LedgerDecision Decision, string By, string? Reason = null);

/// <summary>What somebody expects.</summary>
/// <param name="What">In words.</param>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Figure">The value expected, and the interval it is expected in.</param>
/// <param name="Due">By when.</param>
internal sealed record ForecastRequest(string What, string Metric, LedgerFigure Figure, DateOnly Due);

/// <summary>What came of a forecast or a decision.</summary>
/// <param name="Of">The number of its entry.</param>
/// <param name="Figure">What was measured.</param>
internal sealed record ResultRequest(int Of, LedgerFigure Figure);

/// <summary>POST /api/logs/{id}/experiments/{experiment}/decisions, …/forecasts and …/results</summary>
internal static class WriteLedger
{
    public static void Map(RouteGroupBuilder log)
    {
        var experiment = log.MapGroup("/experiments/{experiment}");
        experiment.MapPost("/decisions", static async (string id, string experiment, DecisionRequest request, LogLibrary library, TimeProvider clock, CancellationToken stop) =>
                Reply.From(await Write(await ExperimentsOfLog.Open(id, library, stop), experiment, (of, known) => new NewEntry(ledger =>
                    LedgerRules.Decision(ledger, new DecidedEntry(clock.GetUtcNow(), known, request.Decision, request.By, request.Reason, IsOverride: false))), stop)))
            .Sends<NumberedEntry>("DecideExperiment", "Writes a decision into the ledger; one that goes against the verdict of the last look needs a reason.");
        experiment.MapPost("/forecasts", static async (string id, string experiment, ForecastRequest request, LogLibrary library, TimeProvider clock, CancellationToken stop) =>
                Reply.From(await Write(await ExperimentsOfLog.Open(id, library, stop), experiment, (of, known) => PlannedExperiments.MetricOf(of.Log.Map, request.Metric)
                    .Then<NewEntry>(metric => new NewEntry(_ => new ForecastEntry(clock.GetUtcNow(), known, request.What, metric.Id, request.Figure, request.Due))), stop)))
            .Sends<NumberedEntry>("ForecastExperiment", "Writes into the ledger what a metric is expected to be, with its interval and the day by which it is known.");
        experiment.MapPost("/results", static async (string id, string experiment, ResultRequest request, LogLibrary library, TimeProvider clock, CancellationToken stop) =>
                Reply.From(library.Workspace.LedgerOf(id).TryGet(out var file, out var problem)
                    ? await file.AppendAsync(_ => new ResultEntry(clock.GetUtcNow(), experiment, request.Of, request.Figure), stop)
                    : problem))
            .Sends<NumberedEntry>("ReportExperimentResult", "Writes into the ledger what came of a forecast or a decision, also when the log is gone.");
    }

    private static async Task<Result<NumberedEntry>> Write(
        Result<ExperimentsOfLog> opened, string experiment, Func<ExperimentsOfLog, string, Result<NewEntry>> make, CancellationToken stop)
    {
        if (!opened.TryGet(out var of, out var problem)
            || !PlannedExperiments.Find(of.Log.Map, experiment).Then(known => make(of, known.Id)).TryGet(out var entry, out problem))
        {
            return problem;
        }

        return await of.File.AppendAsync(ledger => entry.Make(ledger), stop);
    }

    /// <summary>Makes an entry of what stands in the ledger.</summary>
    private sealed record NewEntry(Func<LedgerReading, LedgerEntry> Make);
}
