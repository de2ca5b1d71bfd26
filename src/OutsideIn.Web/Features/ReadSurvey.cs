using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Proof;

namespace OutsideIn.Web;

/// <summary>Which answers of a log are read, and beside what.</summary>
/// <param name="Score">The column of the answers.</param>
/// <param name="Scale">How answers become a score; null for what they look like.</param>
/// <param name="SatisfiedFrom">From which answer on somebody is satisfied; null for the usual one of the scale.</param>
/// <param name="Asked">The activity by which somebody is asked; null where the log does not say who was.</param>
/// <param name="Margins">What answers are weighted by; none for what those who answered differ in most.</param>
/// <param name="Per">The column whose values are told apart; null for none.</param>
internal sealed record SurveyRequest(
    string Score, SurveyScale? Scale = null, double? SatisfiedFrom = null, string? Asked = null, IReadOnlyList<string>? Margins = null, string? Per = null);

/// <summary>POST /api/logs/{id}/survey</summary>
internal static class ReadSurvey
{
    public static void Map(RouteGroupBuilder log) =>
        log.MapPost("/survey", static async (string id, SurveyRequest request, LogLibrary library, CancellationToken stop) =>
                Reply.From((await library.Open(id, stop)).Then(one => SurveyOfLog.Read(one.Measures.Log, one.Entry.Name, Question(request), stop))))
            .Sends<LogSurvey>("ReadSurvey", "A survey's score with its interval, what all may think, who answers, and the score weighted to look like all.");

    private static SurveyQuestion Question(SurveyRequest request) => new(request.Score)
    {
        Scale = request.SatisfiedFrom is null ? request.Scale : SurveyScale.Csat,
        SatisfiedFrom = request.SatisfiedFrom,
        Asked = RequestText.Given(request.Asked),
        Margins = [.. (request.Margins ?? []).Where(static one => !string.IsNullOrWhiteSpace(one))],
        Per = RequestText.Given(request.Per),
    };
}
