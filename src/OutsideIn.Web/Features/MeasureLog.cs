using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>A measure put to a log.</summary>
/// <param name="Measure">The text of the measure.</param>
/// <param name="Objective">The text of the objective; null for none.</param>
/// <param name="By">The column by whose values the cases are told apart; null for none.</param>
/// <param name="Per">The period the trend is told by; null for the objective's own, else a month.</param>
internal sealed record MeasureRequest(string Measure, string? Objective = null, string? By = null, PeriodUnit? Per = null)
{
    public MeasureQuestion Question => new(Measure) { Objective = Blank(Objective), By = Blank(By), Per = Per };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>POST /api/logs/{id}/measure and GET /api/logs/{id}/scorecard</summary>
internal static class MeasureLog
{
    public static void Map(RouteGroupBuilder log)
    {
        log.MapPost("/measure", static async (string id, MeasureRequest request, LogLibrary library, CancellationToken stop) =>
                Reply.From((await library.Open(id, stop)).Then(one => Answer(one, request, stop))))
            .Sends<MeasureAnswer>("MeasureLog", "One measure on every case of a log, judged where there is an objective; what is wrong with a text is told with its place.");
        log.MapGet("/scorecard", static async (string id, string? per, LogLibrary library, CancellationToken stop) =>
                Reply.From((await library.Open(id, stop)).Then<Scorecard>(one => Scorecards.Of(
                    one.Measures.Log, one.Map, new ScorecardOptions { LogName = one.Entry.Name, Per = PeriodOf(per) }, stop))))
            .Sends<Scorecard>("GetScorecard", "Every metric of the log's map that has a measure, computed and judged.");
    }

    // What is no period in an address falls back, as everything in an address does.
    private static PeriodUnit? PeriodOf(string? word) => Enum.TryParse<PeriodUnit>(word, ignoreCase: true, out var period) && Enum.IsDefined(period) ? period : null;

    private static Result<MeasureAnswer> Answer(OpenLog log, MeasureRequest request, CancellationToken stop) =>
        MeasureRuns.Ask(log.Measures.Log, request.Question, stop).Then<MeasureAnswer>(run => MeasureAnswer.Of(log.Entry.Name, run));
}
