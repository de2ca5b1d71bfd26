using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Method;

namespace OutsideIn.Web;

/// <summary>A map's text.</summary>
internal sealed record MapTextRequest(string Yaml);

/// <summary>What became of a map: the log as it stands now, and what is worth knowing about the map.</summary>
internal sealed record MapTakenView(LogCardView Log, IReadOnlyList<ProblemPlaceView> Notes);

/// <summary>GET, PUT and DELETE /api/logs/{id}/map.yaml</summary>
internal static class ReplaceMap
{
    public static void Map(RouteGroupBuilder log)
    {
        log.MapGet("/map.yaml", Get).WithName("GetMapFile")
            .WithSummary("The map as YAML: the one a person gave, else the suggested one, to be corrected and put back.")
            .Produces<string>(StatusCodes.Status200OK, "application/yaml");
        log.MapPut("/map.yaml", Put)
            .Sends<MapTakenView>("ReplaceMap", "Lays another map over the log.");
        log.MapDelete("/map.yaml", static (string id, LogLibrary library) =>
                Reply.From(library.Workspace.SetMap(id, null).Then<MapTakenView>(entry => new MapTakenView(ListLogs.CardOf(entry), []))))
            .Sends<MapTakenView>("RemoveMap", "Takes the map away; the program suggests one again.");
    }

    private static async Task<IResult> Get(string id, LogLibrary library, CancellationToken stop)
    {
        var text = library.Workspace.ReadMap(id);
        if (text.TryGet(out var given, out _) && given.Length == 0)
        {
            text = (await library.Open(id, stop)).Then<string>(static log => MapYaml.Write(log.Map));
        }

        return text.TryGet(out var yaml, out var problem)
            ? TypedResults.File(Encoding.UTF8.GetBytes(yaml), "application/yaml", $"{id}-map.yaml")
            : Reply.Refuse(problem);
    }

    private static IResult Put(string id, MapTextRequest request, LogLibrary library)
    {
        var faults = MapFile.Faults(request.Yaml);
        if (!MapFile.Read(request.Yaml).TryGet(out _, out var wrong))
        {
            return Reply.Refuse(wrong, faults);
        }

        return Reply.From(library.Workspace.SetMap(id, request.Yaml)
            .Then<MapTakenView>(entry => new MapTakenView(ListLogs.CardOf(entry), faults)));
    }
}
