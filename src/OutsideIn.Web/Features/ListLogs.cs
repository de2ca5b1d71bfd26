using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Storage;

namespace OutsideIn.Web;

/// <summary>A log on the shelf.</summary>
internal sealed record LogCardView(
    string Id, string Name, bool IsSample, bool HasMap, string Size, string Period, string Source, string Added);

/// <summary>The shelf, what on it cannot be read, and what a file to be added may be.</summary>
internal sealed record LogListView(
    IReadOnlyList<LogCardView> Logs, IReadOnlyList<ProblemReply> Damaged, string DataFolder, string UploadLimit, string UploadFormats);

/// <summary>GET /api/logs</summary>
internal static class ListLogs
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/logs", Handle)
        .Sends<LogListView>("ListLogs", "Every log of the workspace.");

    private static Ok<LogListView> Handle(LogLibrary library, WorkspaceOptions options)
    {
        var shelf = library.Workspace.List();
        return TypedResults.Ok(new LogListView(
            [.. shelf.Entries.Select(CardOf)],
            [.. shelf.Damaged.Select(ProblemReply.Of)],
            library.Workspace.Folder,
            Say.Bytes(options.UploadBytesMax),
            "CSV or TSV with any delimiter, or XES; also as .gz or .zip"));
    }

    public static LogCardView CardOf(WorkspaceEntry entry) => new(
        entry.Id, entry.Name, entry.IsSample, entry.HasMap,
        $"{Say.Count(entry.Cases, "case", "cases")}, {Say.Count(entry.Events, "event", "events")}",
        $"{Say.Day(entry.First)} to {Say.Day(entry.Last)}",
        entry.Source,
        Say.Day(entry.AddedAt));
}
