using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>A page that is a pure function of a log: its address, what it sends, and the tables in it that can be exported.</summary>
internal abstract class LogPage(string path)
{
    /// <summary>The address below <c>/api/logs/{id}/</c>, the same as the client's below <c>/logs/{id}/</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The reply to the address without a query.</summary>
    public abstract object ReplyTo(OpenLog log);

    /// <summary>Every reply the report carries, by its query (<c>?level=2</c>, or empty): the page as it opens, unless a page says more.</summary>
    public virtual IEnumerable<(string Query, object Reply)> ReportReplies(OpenLog log) => [("", ReplyTo(log))];

    /// <summary>Adds <c>{path}</c> and <c>{path}/tables/{table}.csv</c> to the routes of one log.</summary>
    public abstract void MapTo(RouteGroupBuilder log);

    /// <summary>The table of this key, or <c>WB003</c>.</summary>
    protected Result<TableView> TableOf(IEnumerable<TableView> tables, string key)
    {
        var found = tables.FirstOrDefault(table => string.Equals(table.Key, key, StringComparison.Ordinal));
        return found is null
            ? new Problem(ProblemKind.NotFound, "WB003", $"The page '{Path}' has no table '{key}'.")
            : found;
    }
}

/// <inheritdoc cref="LogPage"/>
internal sealed class LogPage<TView>(
    string path, string name, string summary, Func<OpenLog, TView> build, Func<TView, IEnumerable<TableView>> tables)
    : LogPage(path)
    where TView : notnull
{
    public override object ReplyTo(OpenLog log) => build(log);

    public override void MapTo(RouteGroupBuilder log)
    {
        log.MapGet(Path, async (string id, LogLibrary library, CancellationToken stop) =>
                Reply.From((await library.Open(id, stop)).Then<TView>(one => build(one))))
            .Sends<TView>(name, summary);
        log.MapGet($"{Path}/tables/{{table}}.csv", async (string id, string table, LogLibrary library, CancellationToken stop) =>
                (await library.Open(id, stop)).Then(one => TableOf(tables(build(one)), table)).TryGet(out var found, out var problem)
                    ? Csv.File(found, $"{id}-{found.Key}.csv")
                    : Reply.Refuse(problem))
            .SendsCsv(name);
    }
}

/// <summary>Tables as CSV (RFC 4180), UTF-8 with a byte-order mark so that spreadsheets read names right.</summary>
internal static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static IResult File(TableView table, string fileName) =>
        TypedResults.File([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Write(table))], ContentType, fileName);

    /// <summary>Every cell twice where it has a value: the text as shown, and the value in its unit (seconds, fraction, count).</summary>
    public static string Write(TableView table)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', table.Columns.SelectMany(Headings).Select(Field)).Append("\r\n");
        foreach (var row in table.AllRows)
        {
            text.AppendJoin(',', table.Columns.SelectMany((column, at) => Fields(column, row.Cells[at])).Select(Field)).Append("\r\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Headings(ColumnView column) => column.Kind switch
    {
        ColumnKind.Text or ColumnKind.Instant => [column.Title],
        ColumnKind.Duration => [$"{column.Title} (seconds)", column.Title],
        ColumnKind.Share => [$"{column.Title} (fraction)", column.Title],
        _ => [column.Title],
    };

    private static IEnumerable<string> Fields(ColumnView column, CellView cell) => column.Kind switch
    {
        ColumnKind.Text or ColumnKind.Instant => [cell.Text],
        ColumnKind.Duration or ColumnKind.Share => [Plain(cell.Value), cell.Text],
        _ => [Plain(cell.Value)],
    };

    private static string Plain(double? value) => value?.ToString("R", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    // A leading =, +, - or @ is a formula to a spreadsheet; names come from other people's files.
    private static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
