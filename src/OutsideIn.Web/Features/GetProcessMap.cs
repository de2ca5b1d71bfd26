using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace OutsideIn.Web;

/// <summary>What a colour says of one activity or connection: its level on the scale, or null for no colour, and the text.</summary>
internal sealed record ShadeView(int? Level, string Text);

/// <summary>The three colourings; the reply carries all of them, so that changing the colour moves nothing.</summary>
internal sealed record ShadesView(ShadeView Frequency, ShadeView Time, ShadeView Outcome);

/// <summary>A fact about an activity or connection, for the panel beside the map.</summary>
internal sealed record FactView(string Name, string Text, string? Figure);

/// <summary>A place on the map.</summary>
/// <param name="Id">Unique on the map, the same for the same activity whatever is drawn beside it.</param>
/// <param name="Shape"><c>moment</c>, <c>failure</c>, <c>internal</c>, <c>rule</c>, <c>other</c>, <c>begin</c> or <c>end</c>.</param>
/// <param name="ShapeName">The same in words.</param>
/// <param name="Name">The activity.</param>
/// <param name="IsSuggested">Whether nobody has confirmed what it is.</param>
/// <param name="Shades">Its colours.</param>
/// <param name="Again">That it repeats at once, or null.</param>
/// <param name="NotDrawn">What comes and goes along connections not drawn, or null.</param>
/// <param name="Summary">All a person needs who does not see the picture.</param>
/// <param name="Facts">Its figures.</param>
internal sealed record MapNodeView(
    string Id, string Shape, string ShapeName, string Name, bool IsSuggested, ShadesView Shades, string? Again, string? NotDrawn,
    string Summary, IReadOnlyList<FactView> Facts);

/// <summary>A connection on the map. <paramref name="Weight"/> is from 0 to 1: how wide it is drawn.</summary>
internal sealed record MapEdgeView(
    string Id, string From, string To, string Name, double Weight, ShadesView Shades, string Summary, IReadOnlyList<FactView> Facts);

/// <summary>A slider: what it stands at, its ends, and the text beside it.</summary>
internal sealed record SliderView(int Value, int Min, int Max, string Text);

/// <summary>The process map, folded as asked for.</summary>
/// <param name="Activities">How many activities are drawn on their own.</param>
/// <param name="Connections">How many connections are drawn.</param>
/// <param name="Nodes">The places.</param>
/// <param name="Edges">The connections drawn.</param>
/// <param name="Frequency">How to read the colours of frequency.</param>
/// <param name="Time">How to read the colours of time.</param>
/// <param name="Outcome">How to read the colours of outcome.</param>
/// <param name="Summary">The map in a sentence.</param>
/// <param name="Reconciliation">That what is drawn and what is not add up to the log, with the numbers.</param>
/// <param name="Limit">That the log has more activities than a map can show, or null.</param>
/// <param name="ActivitiesTable">The twin of the places.</param>
/// <param name="ConnectionsTable">The twin of the connections; its last rows are those not drawn.</param>
internal sealed record ProcessMapView(
    SliderView Activities, SliderView Connections, IReadOnlyList<MapNodeView> Nodes, IReadOnlyList<MapEdgeView> Edges,
    ScaleView Frequency, ScaleView Time, ScaleView Outcome, string Summary, string Reconciliation, string? Limit,
    TableView ActivitiesTable, TableView ConnectionsTable);

/// <summary>GET /api/logs/{id}/map?activities=12&amp;connections=30</summary>
internal sealed class GetProcessMap() : LogPage("map")
{
    public static LogPage Page { get; } = new GetProcessMap();

    public override object ReplyTo(OpenLog log) => Build(log, null, null);

    public override void MapTo(RouteGroupBuilder log)
    {
        log.MapGet(Path, async (string id, string? activities, string? connections, LogLibrary library, CancellationToken stop) =>
                Reply.From((await library.Open(id, stop)).Then<ProcessMapView>(one => Build(one, activities, connections))))
            .Sends<ProcessMapView>(
                "GetProcessMap", "Which activity followed which, with the rarer ones put together. Sliders out of range fall back.");
        log.MapGet(
                $"{Path}/tables/{{table}}.csv",
                async (string id, string table, string? activities, string? connections, LogLibrary library, CancellationToken stop) =>
                    (await library.Open(id, stop)).Then(one => TableOf(Tables(Build(one, activities, connections)), table))
                    .TryGet(out var found, out var problem)
                        ? Csv.File(found, $"{id}-{found.Key}.csv")
                        : Reply.Refuse(problem))
            .SendsCsv("GetProcessMap");
    }

    public static ProcessMapView Build(OpenLog log, string? activities, string? connections) =>
        new ProcessMapDrawing(log.Document, FoldedMap.Of(log.Document.Process, NumberIn(activities), NumberIn(connections))).View();

    private static IEnumerable<TableView> Tables(ProcessMapView view) => [view.ActivitiesTable, view.ConnectionsTable];

    // A link somebody mistyped shows the map as it opens.
    private static int? NumberIn(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
