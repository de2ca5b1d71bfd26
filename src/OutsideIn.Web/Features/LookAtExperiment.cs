using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Experiments;
using OutsideIn.Proof;
using OutsideIn.Storage;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>The block of a switchback and what everybody was given in it.</summary>
/// <param name="CountsFrom">From when its cases count, such as <c>2026-03-31T08:00:00Z</c>; a time without a zone is in UTC.</param>
/// <param name="Ends">When it ends.</param>
/// <param name="Arm">What everybody was given.</param>
internal sealed record ArmBlockRequest(string CountsFrom, string Ends, string Arm);

/// <summary>The days of a unit in a stepped roll-out.</summary>
/// <param name="Unit">The unit, as the log has it.</param>
/// <param name="ChangesOn">Its first day with the change.</param>
/// <param name="CountsFrom">From when it counts as changed.</param>
internal sealed record ArmStepRequest(string Unit, DateOnly ChangesOn, DateOnly CountsFrom);

/// <summary>How a running experiment is to be looked at. Who was given what stands in one of the first four; without any in the column "arm".</summary>
/// <param name="Arms">The column of the log that holds the arm.</param>
/// <param name="List">The units with the arm each was given.</param>
/// <param name="Blocks">The blocks of a switchback.</param>
/// <param name="Steps">The days of a stepped roll-out.</param>
/// <param name="AsOf">The instant up to which the log is taken to be known, such as <c>2026-03-31</c>; null for its end.</param>
/// <param name="FollowMap">Whether the map is followed as it stands rather than the locked plan: what then differs makes the result exploratory.</param>
/// <param name="Final">Whether nothing more will come, although the planned end is not reached.</param>
/// <param name="TookUp">A yes/no measure that tells who took up what their arm offered; null where nobody asks. For an analysis only.</param>
/// <param name="Prior">What was believed of the effect before, in fractions of the control; null for no second opinion. For an analysis only.</param>
internal sealed record LookRequest(
    string? Arms = null, IReadOnlyList<ListedArm>? List = null, IReadOnlyList<ArmBlockRequest>? Blocks = null, IReadOnlyList<ArmStepRequest>? Steps = null,
    string? AsOf = null, bool FollowMap = false, bool Final = false, string? TookUp = null, NormalPrior? Prior = null);

/// <summary>An analysis, and where it stands in the ledger.</summary>
/// <param name="Entry">The number of its entry.</param>
/// <param name="IsNew">Whether it was written now; the same look at the same data is the entry that stands there.</param>
/// <param name="Analysis">The analysis.</param>
internal sealed record AnalysedView(int Entry, bool IsNew, ExperimentAnalysis Analysis);

/// <summary>POST /api/logs/{id}/experiments/{experiment}/check and …/analyse</summary>
internal static class LookAtExperiment
{
    public static void Map(RouteGroupBuilder log)
    {
        log.MapPost("/experiments/{experiment}/check", static async (string id, string experiment, LookRequest request, LogLibrary library, CancellationToken stop) =>
                Reply.From((await ExperimentsOfLog.Open(id, library, stop)).Then(of => RunningExperiment.Of(of, experiment, request))
                    .Then(run => ExperimentLooks.Check(run.Log, run.Name, run.Question, stop))))
            .Sends<ExperimentCheck>("CheckExperiment", "How a run looks without its outcomes, as often as you like: who is in which arm, whether they came there as planned, whether the arms were alike before.");
        log.MapPost("/experiments/{experiment}/analyse", static async (
                    string id, string experiment, LookRequest request, LogLibrary library, TimeProvider clock, CancellationToken stop) =>
                Reply.From(await Analyse(await ExperimentsOfLog.Open(id, library, stop), (experiment, request), clock, stop)))
            .Sends<AnalysedView>("AnalyseExperiment", "What may be said now, with the right the plan gives this look; the look is written into the ledger, because looking costs.");
    }

    private static async Task<Result<AnalysedView>> Analyse(
        Result<ExperimentsOfLog> opened, (string Experiment, LookRequest Request) asked, TimeProvider clock, CancellationToken stop)
    {
        if (!opened.TryGet(out var of, out var problem)
            || !RunningExperiment.Of(of, asked.Experiment, asked.Request).TryGet(out var run, out problem)
            || !ExperimentLooks.Analyse(run.Log, run.Name, run.Question, stop).TryGet(out var analysis, out problem)
            || !(await LedgerLooks.AppendAsync(of.File, analysis.Entry(clock.GetUtcNow()), run.Question.Looks.Count, stop)).TryGet(out var noted, out problem))
        {
            return problem;
        }

        return new AnalysedView(noted.Number, noted.IsNew, analysis);
    }
}
