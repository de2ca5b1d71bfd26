using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Diagnosis;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>One page of a list of cases.</summary>
/// <param name="Title">Which cases.</param>
/// <param name="Count">How many, in words.</param>
/// <param name="Table">The page; each case's name opens its story.</param>
/// <param name="Cases">[rows] How each case of the table stands in an address.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="PageCount">How many pages there are.</param>
/// <param name="Note">What a reader of the list must know, or null.</param>
/// <param name="Sort">The column it is sorted by, with a hyphen in front for largest first; null for the log's order.</param>
internal sealed record CaseListView(
    string Title, string Count, TableView Table, IReadOnlyList<string> Cases, int Page, int PageCount, string? Note, string? Sort);

/// <summary>Which cases, from the address; what is out of range falls back.</summary>
internal sealed record CaseListRequest(string? Figure = null, string? Text = null, string? Sort = null, int? Page = null);

/// <summary>GET /api/logs/{id}/cases</summary>
internal static class ListCases
{
    private const int RowsAPage = 50;

    private static readonly Dictionary<string, CaseSort> Sorts = new(StringComparer.Ordinal)
    {
        ["case"] = CaseSort.Name,
        ["start"] = CaseSort.Start,
        ["firm"] = CaseSort.FirmTime,
        ["customer"] = CaseSort.CustomerTime,
        ["events"] = CaseSort.Events,
        ["contacts"] = CaseSort.Contacts,
        ["failure"] = CaseSort.FailureContacts,
        ["handoffs"] = CaseSort.HandOffs,
    };

    public static void Map(RouteGroupBuilder log)
    {
        log.MapGet("/cases", static async (string id, [AsParameters] CaseListRequest request, LogLibrary library, CancellationToken stop) =>
                Reply.From((await library.Open(id, stop)).Then(one => Page(one, request, RowsAPage))))
            .Sends<CaseListView>("ListCases", "The cases of a log, or those behind a figure, page by page.");
        log.MapGet("/cases/tables/cases.csv", static async (
                string id, [AsParameters] CaseListRequest request, LogLibrary library, CancellationToken stop) =>
                (await library.Open(id, stop)).Then(one => Whole(one, request)).TryGet(out var table, out var problem)
                    ? Csv.File(table, $"{id}-cases.csv")
                    : Reply.Refuse(problem))
            .WithName("ListCasesTable").WithSummary("Every case of the list as CSV.")
            .Produces<string>(StatusCodes.Status200OK, Csv.ContentType);
    }

    /// <summary>A page of so many rows; a page beyond the last is the last.</summary>
    public static Result<CaseListView> Page(OpenLog log, CaseListRequest request, int rows)
    {
        var (sort, isDescending) = SortOf(request.Sort);
        var query = new CaseQuery
        {
            Figure = string.IsNullOrEmpty(request.Figure) ? null : request.Figure,
            Text = string.IsNullOrWhiteSpace(request.Text) ? null : request.Text,
            Sort = sort,
            IsDescending = isDescending,
            Offset = (Math.Max(1, request.Page ?? 1) - 1) * (int)Math.Min(rows, CaseQuery.CountMax),
            Count = rows,
        };
        return log.Explorer.List(query).Then(found =>
        {
            var pages = Math.Max(1, (found.Total + rows - 1) / rows);
            return found.Rows.Count == 0 && found.Total > 0
                ? Page(log, request with { Page = pages }, rows)
                : ViewOf(log, query, found, pages, sort == CaseSort.Log ? null : request.Sort);
        });
    }

    /// <summary>The list on one page, however long: a file has no next page.</summary>
    private static Result<TableView> Whole(OpenLog log, CaseListRequest request)
    {
        var rows = new List<RowView>();
        for (var page = 1; ; page++)
        {
            if (!Page(log, request with { Page = page }, CaseQuery.CountMax).TryGet(out var list, out var problem))
            {
                return problem;
            }

            rows.AddRange(list.Table.AllRows);
            if (page >= list.PageCount)
            {
                return list.Table with { AllRows = rows };
            }
        }
    }

    private static CaseListView ViewOf(OpenLog log, CaseQuery query, CaseList found, int pages, string? sort) => new(
        query.Figure is null ? "All cases" : FigureTitle.Of(log, query.Figure),
        query.Text is null
            ? Say.Count(found.Total, "case", "cases")
            : $"{Say.Count(found.Total, "case", "cases")} with \"{query.Text}\" in the case's or the customer's name",
        Table(found.Rows),
        [.. found.Rows.Select(static one => CaseAddress.Of(one.Name, one.CaseIndex))],
        (found.Offset / query.Count) + 1,
        pages,
        null,
        sort);

    private static (CaseSort Sort, bool IsDescending) SortOf(string? sort)
    {
        var isDescending = sort is ['-', ..];
        return Sorts.TryGetValue(isDescending ? sort![1..] : sort ?? "", out var found) ? (found, isDescending) : (CaseSort.Log, false);
    }

    private static TableView Table(IReadOnlyList<CaseSummary> cases) =>
        new TableBuilder<CaseSummary>("cases", "Cases")
            .Text("case", "Case", static one => one.Name)
            .Text("customerName", "Customer", static one => one.Customer)
            .Text("category", "Category", static one => one.Category)
            .Add(new ColumnView("start", "Began", ColumnKind.Instant, null), static one => new CellView(Say.Day(one.Start), one.Start.ToUnixTimeMilliseconds(), null, []))
            .Text("outcome", "Outcome", static one => Words.Outcome(one.Outcome))
            .Add(new ColumnView("firm", "Firm's clock", ColumnKind.Duration, "From case opened to case closed."), static one => Clock(one.Firm))
            .Add(new ColumnView("customer", "Customer's clock", ColumnKind.Duration, "From the first sign of need to the outcome."), static one => Clock(one.CustomerClock))
            .Count("events", "Events", static one => one.Events)
            .Count("contacts", "Contacts", static one => one.Contacts)
            .Count("failure", "Failure contacts", static one => one.FailureContacts)
            .Count("handoffs", "Hand-offs", static one => one.HandOffs)
            .OrElse("No case fits.")
            .Build(cases);

    private static CellView Clock(CaseClockEntry clock) =>
        new(Say.Duration(clock.Seconds), clock.Seconds, null, clock.State is "running" ? ["running"] : clock.State is "gaveUp" ? ["gave up"] : []);
}
