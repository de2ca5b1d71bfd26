using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>Of which outcome the drivers are asked for.</summary>
/// <param name="Measure">The text of the outcome's measure; null for the metric's, or for how long a case takes.</param>
/// <param name="Objective">The text of its objective; null for the metric's, or none.</param>
/// <param name="Metric">A metric of the log's map instead of the two; null for none.</param>
/// <param name="By">The drivers: columns, values of columns such as <c>region=West</c>, or measures; none for the usual ones.</param>
/// <param name="FollowUpDays">How many days each case is followed; null for what the log can tell.</param>
internal sealed record DriversRequest(
    string? Measure = null, string? Objective = null, string? Metric = null, IReadOnlyList<string>? By = null, double? FollowUpDays = null);

/// <summary>POST /api/logs/{id}/drivers</summary>
internal static class AnalyseDrivers
{
    public static void Map(RouteGroupBuilder log) =>
        log.MapPost("/drivers", static async (string id, DriversRequest request, LogLibrary library, CancellationToken stop) =>
                Reply.From((await library.Open(id, stop)).Then(one => Question(one, request).Then(question =>
                    DriversOfLog.Analyse(one.Measures.Log, one.Entry.Name, question, stop)))))
            .Sends<LogDrivers>("AnalyseDrivers", "Which drivers an outcome goes with: the part of each with its interval, how sure its place is, what it assumes, or why it cannot be told. Association, not cause.");

    private static Result<DriversQuestion> Question(OpenLog log, DriversRequest request)
    {
        Result<DriversQuestion> asked = string.IsNullOrWhiteSpace(request.Metric)
            ? new DriversQuestion(string.IsNullOrWhiteSpace(request.Measure) ? ComparisonQuestion.UsualMeasure : request.Measure)
            {
                Objective = string.IsNullOrWhiteSpace(request.Objective) ? null : request.Objective,
            }
            : DriversQuestion.OfMetric(log.Map, request.Metric);
        return asked.Then<DriversQuestion>(one => one with
        {
            By = [.. (request.By ?? []).Where(static text => !string.IsNullOrWhiteSpace(text))],
            FollowUpMicros = request.FollowUpDays * ComparisonQuestion.DayMicros,
        });
    }
}
