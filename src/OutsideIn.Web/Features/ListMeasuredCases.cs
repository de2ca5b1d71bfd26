using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>Which cases of a measure are wanted.</summary>
/// <param name="Measure">The text of the measure.</param>
/// <param name="Objective">The text of the objective; null for none.</param>
/// <param name="Side">The side of the objective; null for every case that is counted.</param>
/// <param name="Page">Which page, from 1.</param>
internal sealed record MeasuredCasesRequest(string Measure, string? Objective = null, Side? Side = null, int? Page = null);

/// <summary>One subject of a measure.</summary>
/// <param name="Name">The case's or the customer's name.</param>
/// <param name="Value">Its value as shown; how long it has been waited for where it is open, null where it has none.</param>
/// <param name="State"><c>known</c>, <c>open</c>, <c>lost</c> or <c>notApplicable</c>.</param>
/// <param name="Side">Its side; null without an objective.</param>
/// <param name="Cases">How each of its cases stands in an address.</param>
internal sealed record MeasuredCaseView(string Name, string? Value, ValueState State, Side? Side, IReadOnlyList<string> Cases);

/// <summary>One page of the subjects of a measure.</summary>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="PageCount">How many pages there are.</param>
/// <param name="Subjects">The page, in the log's order.</param>
internal sealed record MeasuredCasesView(int Total, int Page, int PageCount, IReadOnlyList<MeasuredCaseView> Subjects);

/// <summary>POST /api/logs/{id}/measure/cases</summary>
internal static class ListMeasuredCases
{
    private const int RowsAPage = 50;

    public static void Map(RouteGroupBuilder log) =>
        log.MapPost("/measure/cases", static async (string id, MeasuredCasesRequest request, LogLibrary library, CancellationToken stop) =>
                Reply.From((await library.Open(id, stop)).Then(one => Page(one, request, stop))))
            .Sends<MeasuredCasesView>("ListMeasuredCases", "The cases, or customers, behind a measure, on one side of its objective, page by page.");

    private static Result<MeasuredCasesView> Page(OpenLog log, MeasuredCasesRequest request, CancellationToken stop) =>
        MeasureRuns.Ask(log.Measures.Log, new MeasureRequest(request.Measure, request.Objective).Question, stop).Then(run => run switch
        {
            { Values: null } => Wrong(run),
            { Sides: null } when request.Side is not null => new Problem(
                ProblemKind.Invalid, "WB025", "Without an objective no case is on a side of it.", "Say what counts as success, such as 95% of cases <= 24h."),
            _ => (Result<MeasuredCasesView>)Listed(log, run, request),
        });

    private static Problem Wrong(MeasureRun run)
    {
        var fault = run.Faults.First(static one => one.Severity == "error");
        return new Problem(ProblemKind.Invalid, fault.Code, fault.Message, fault.Hint);
    }

    private static MeasuredCasesView Listed(OpenLog log, MeasureRun run, MeasuredCasesRequest request)
    {
        var values = run.Values!;
        var wanted = Enumerable.Range(0, values.Count)
            .Where(one => values.States[one] != ValueState.LeftOut && (request.Side is not { } side || run.Sides![one] == side)).ToArray();
        var pages = Math.Max(1, (wanted.Length + RowsAPage - 1) / RowsAPage);
        var page = Math.Clamp(request.Page ?? 1, 1, pages);
        return new MeasuredCasesView(
            wanted.Length, page, pages,
            [.. wanted.Skip((page - 1) * RowsAPage).Take(RowsAPage).Select(one => View(log, values, one, run.Sides?[one]))]);
    }

    private static MeasuredCaseView View(OpenLog log, MeasureValues values, int subject, Side? side)
    {
        var state = values.States[subject];
        var hasValue = state != ValueState.NotApplicable && !(state == ValueState.Open && values.Plan.Kind == MeasureKind.YesNo);
        return new MeasuredCaseView(
            values.NameOf(subject),
            hasValue ? MeasureText.Of(values.Values[subject], values.Plan.Kind, values.Plan.Clock) : null,
            state,
            side,
            [.. values.CasesOf(subject).ToArray().Select(one => CaseAddress.Of(log.Log.CaseNames[one], one))]);
    }
}
