using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>Of which comparison of a log the false alarms are counted.</summary>
/// <param name="Measure">The text of the measure; null for the metric's, or for how long a case takes.</param>
/// <param name="Objective">The text of the objective; null for the metric's, or none.</param>
/// <param name="Metric">A metric of the log's map instead of the two; null for none.</param>
/// <param name="Unit">The column that says what would be changed as a whole; null where each case would.</param>
/// <param name="Arms">How many arms are given out by chance; null for two.</param>
/// <param name="Runs">How many times, 100 to 100,000; null for 1,000.</param>
/// <param name="Seed">The same seed gives out the same arms; null for 1.</param>
/// <param name="FollowUpDays">How many days each case is followed; null for what the log can tell.</param>
internal sealed record CalibrationRequest(
    string? Measure = null, string? Objective = null, string? Metric = null, string? Unit = null, int? Arms = null, int? Runs = null, uint? Seed = null, double? FollowUpDays = null);

/// <summary>POST /api/logs/{id}/calibration</summary>
internal static class CalibrateLog
{
    public static void Map(RouteGroupBuilder log) =>
        log.MapPost("/calibration", static async (string id, CalibrationRequest request, LogLibrary library, CancellationToken stop) =>
                Reply.From((await library.Open(id, stop)).Then(one => Question(one, request).Then(question =>
                    LogCalibrations.Measure(one.Measures.Log, one.Entry.Name, question, stop)))))
            .Sends<LogCalibration>("CalibrateLog", "How often a comparison of this log would call a difference where nothing was done: its units are given arms by chance many times.");

    private static Result<CalibrationQuestion> Question(OpenLog log, CalibrationRequest request)
    {
        var asked = ComparisonQuestion.Of(log.Map, RequestText.Given(request.Metric), RequestText.Given(request.Measure), RequestText.Given(request.Objective));
        return asked.Then<CalibrationQuestion>(one => new CalibrationQuestion(one with
        {
            Unit = RequestText.Given(request.Unit),
            FollowUpMicros = request.FollowUpDays * ComparisonQuestion.DayMicros,
        })
        {
            Arms = request.Arms ?? 2,
            Runs = request.Runs ?? CalibrationQuestion.UsualRuns,
            Seed = request.Seed ?? 1,
        });
    }
}
