using System.Text.Json;
using OutsideIn.Diagnosis;
using OutsideIn.Method;

namespace OutsideIn.Web;

/// <summary>The replies a report carries, by address.</summary>
internal static class ReportReplies
{
    /// <summary>What the log is called in the addresses of a report; the client knows it.</summary>
    public const string LogId = "report";

    private const int CasesAFigure = 25;
    private const int StoriesMax = 150;

    public static JsonSerializerOptions Json { get; } = Settings();

    public static Dictionary<string, object> Of(DiagnosisResult result, OutsideInMap map)
    {
        var log = OpenLog.OfReport(LogId, result, map);
        var root = $"/api/logs/{LogId}";
        var replies = new Dictionary<string, object>(StringComparer.Ordinal) { [root] = GetLog.ViewOf(log) };
        foreach (var page in LogPages.All)
        {
            foreach (var (query, reply) in page.ReportReplies(log))
            {
                replies[$"{root}/{page.Path}{query}"] = reply;
            }
        }

        AddCases(replies, root, log);
        return replies;
    }

    // The cases behind each figure as far as a file to be mailed can hold them; the page says what is left out.
    private static void AddCases(Dictionary<string, object> replies, string root, OpenLog log)
    {
        var shown = Figures(JsonSerializer.SerializeToElement(replies, Json)).Distinct(StringComparer.Ordinal).ToList();
        replies[$"{root}/cases"] = Listed(log, null);
        foreach (var figure in shown.Where(log.Result.Cases.ByFigure.ContainsKey))
        {
            replies[$"{root}/cases?figure={Uri.EscapeDataString(figure)}"] = Listed(log, figure);
        }

        var told = replies.Values.OfType<CaseListView>().SelectMany(static list => list.Cases).Distinct(StringComparer.Ordinal)
            .Take(StoriesMax).ToList();
        foreach (var address in told)
        {
            if (CaseAddress.Find(log.Log, address).Then(found => GetCase.Tell(log, found)).TryGet(out var story, out _))
            {
                replies[$"{root}/cases/{Uri.EscapeDataString(address)}"] = story;
            }
        }
    }

    // Only figures that a page of the report shows can be followed from it.
    private static IEnumerable<string> Figures(JsonElement reply) => reply.ValueKind switch
    {
        JsonValueKind.Array => reply.EnumerateArray().SelectMany(Figures),
        JsonValueKind.Object => reply.EnumerateObject().SelectMany(static one =>
            one.Name.EndsWith("igure", StringComparison.Ordinal) && one.Value.ValueKind == JsonValueKind.String
                ? [one.Value.GetString()!]
                : Figures(one.Value)),
        _ => [],
    };

    private static CaseListView Listed(OpenLog log, string? figure)
    {
        var page = ListCases.Page(log, new CaseListRequest(figure), CasesAFigure);
        if (!page.TryGet(out var list, out var problem))
        {
            throw new InvalidOperationException($"The diagnosis names a figure it cannot open: {problem.Message}");
        }

        return list.PageCount == 1
            ? list
            : list with { PageCount = 1, Note = $"This report carries the first {Say.Count(CasesAFigure)} of them; the workspace shows all." };
    }

    private static JsonSerializerOptions Settings()
    {
        var json = new JsonSerializerOptions();
        WebWorkspace.SetJson(json);
        return json;
    }
}
