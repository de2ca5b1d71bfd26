using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Measures;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;
using Direction = OutsideIn.Experiments.Direction;

namespace OutsideIn.Web;

/// <summary>What is to be compared in a log: arms, before and after a day, or both: how much more the arms with the change moved than the control.</summary>
/// <param name="Measure">The text of the measure; null for the metric's, or for how long a case takes.</param>
/// <param name="Objective">The text of the objective; null for the metric's, or none.</param>
/// <param name="Metric">A metric of the log's map instead of the two; null for none.</param>
/// <param name="Arms">The column whose values are the arms; null where before and after of all are compared.</param>
/// <param name="Control">The arm the others are compared with; null for the first by name.</param>
/// <param name="Shares">The shares by which chance gave out the arms, control first; null where nobody says it did.</param>
/// <param name="Before">The day of the change; null where arms are compared by themselves.</param>
/// <param name="UnchangedColumn">A column whose value says which cases the change did not reach; null for none.</param>
/// <param name="UnchangedValue">That value.</param>
/// <param name="Unit">The column that says what was changed as a whole; null where each case was.</param>
/// <param name="Adjust">Columns known before, by which arms are made comparable.</param>
/// <param name="FollowUpDays">How many days each case is followed; null for what the log can tell.</param>
/// <param name="Better">Which way is better where the objective does not say.</param>
/// <param name="Per">The periods before and after are told by; null for weeks.</param>
internal sealed record CompareRequest(
    string? Measure = null, string? Objective = null, string? Metric = null, string? Arms = null, string? Control = null, IReadOnlyList<double>? Shares = null,
    DateOnly? Before = null, string? UnchangedColumn = null, string? UnchangedValue = null, string? Unit = null, IReadOnlyList<string>? Adjust = null,
    double? FollowUpDays = null, Direction? Better = null, PeriodUnit? Per = null);

/// <summary>POST /api/logs/{id}/compare</summary>
internal static class CompareLog
{
    public static void Map(RouteGroupBuilder log) =>
        log.MapPost("/compare", static async (string id, CompareRequest request, LogLibrary library, CancellationToken stop) =>
                Reply.From((await library.Open(id, stop)).Then(one => Question(one, request).Then(question =>
                    LogComparisons.Compare(one.Measures.Log, one.Entry.Name, question, stop)))))
            .Sends<LogComparison>("CompareLog", "Groups of cases, before and after a change, or how much more those with the change moved: the difference with its interval, what it assumes, or why it cannot be told.");

    private static Result<ComparisonQuestion> Question(OpenLog log, CompareRequest request)
    {
        var asked = ComparisonQuestion.Of(log.Map, RequestText.Given(request.Metric), RequestText.Given(request.Measure), RequestText.Given(request.Objective));
        return asked.Then<ComparisonQuestion>(one => one with
        {
            Arms = RequestText.Given(request.Arms),
            Control = RequestText.Given(request.Control),
            Shares = request.Shares is { Count: > 0 } shares ? [.. shares.Select(share => share / shares.Sum())] : null,
            ChangeMicros = request.Before is { } day ? ComparisonQuestion.MicrosOf(day) : null,
            Unchanged = RequestText.Given(request.UnchangedColumn) is { } column ? (column, request.UnchangedValue ?? "") : null,
            Unit = RequestText.Given(request.Unit),
            Adjust = request.Adjust ?? [],
            FollowUpMicros = request.FollowUpDays * ComparisonQuestion.DayMicros,
            Better = request.Better ?? one.Better,
            Period = request.Per ?? PeriodUnit.Week,
        });
    }
}
