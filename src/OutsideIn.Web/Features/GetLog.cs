using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace OutsideIn.Web;

/// <summary>What stands around every page of a log: its name, what it is about, and what a reader must be told at once.</summary>
/// <param name="Id">The log's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Organisation">Whose log it is.</param>
/// <param name="Outcome">The Successful Customer Outcome diagnosed, in one line.</param>
/// <param name="Size">Cases and events.</param>
/// <param name="Period">From when to when.</param>
/// <param name="SampleNote">That the organisation is made up, or null where it is not.</param>
/// <param name="SuggestedNote">That nobody has confirmed the map, or null where somebody gave one.</param>
/// <param name="Warnings">Where map and log do not fit each other.</param>
internal sealed record LogView(
    string Id, string Name, string Organisation, string Outcome, string Size, string Period,
    string? SampleNote, string? SuggestedNote, IReadOnlyList<string> Warnings);

/// <summary>GET /api/logs/{id}</summary>
internal static class GetLog
{
    public static void Map(RouteGroupBuilder log) => log.MapGet("", async (string id, LogLibrary library, CancellationToken stop) =>
            Reply.From((await library.Open(id, stop)).Then<LogView>(one => ViewOf(one))))
        .Sends<LogView>("GetLog", "What stands around every page of a log.");

    public static LogView ViewOf(OpenLog log)
    {
        var (entry, map, section) = (log.Entry, log.Document.Map, log.Document.Log);
        return new LogView(
            entry.Id, entry.Name, map.Organisation, map.Outcome,
            $"{Say.Count(section.Cases, "case", "cases")}, {Say.Count(section.Events, "event", "events")}",
            $"{Say.Day(section.First)} to {Say.Day(section.Last)}",
            entry.IsSample ? "A made-up organisation, to show what the workspace does. Its figures say nothing about anyone." : null,
            map.IsSuggested
                ? "Nobody has given a map, so the program suggested one from the words of the log. "
                    + "Everything below rests on it: download it, correct it, and put it back."
                : null,
            map.Warnings);
    }
}
