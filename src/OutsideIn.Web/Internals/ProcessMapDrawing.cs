using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>Puts a folded map into words, shapes and colours.</summary>
internal sealed class ProcessMapDrawing
{
    private readonly DiagnosisDocument _document;
    private readonly FoldedMap _map;
    private readonly Dictionary<string, MapActivityEntry> _meanings;
    private readonly MapColours _colours;
    private readonly double _widest;

    public ProcessMapDrawing(DiagnosisDocument document, FoldedMap map)
    {
        (_document, _map) = (document, map);
        _meanings = document.Map.Activities.ToDictionary(static one => one.Activity, StringComparer.Ordinal);
        _colours = new MapColours(document, map);
        _widest = Math.Sqrt(Math.Max(1, map.Drawn.Select(static one => one.Count).DefaultIfEmpty(1).Max()));
    }

    public ProcessMapView View()
    {
        var all = _document.Log.Activities;
        var drawn = _map.Drawn.Count;
        var connections = drawn + _map.NotDrawn.Count;
        return new ProcessMapView(
            new SliderView(_map.ActivitiesShown, Math.Min(1, all), _map.ActivitiesLimit, $"{Say.Count(_map.ActivitiesShown)} of {Say.Count(all)}"),
            new SliderView(drawn, Math.Min(1, connections), _map.ConnectionsLimit, $"{Say.Count(drawn)} of {Say.Count(connections)}"),
            [Border("begin", "Cases begin"), .. _map.Activities.Select(Node), Border("end", "Cases end")],
            [.. _map.Drawn.Select(Edge)],
            _colours.FrequencyScale, _colours.TimeScale, _colours.OutcomeScale,
            $"Process map of {Say.Count(_map.ActivitiesShown, "activity", "activities")} and {Say.Count(drawn, "connection", "connections")}. The same figures stand in the tables.",
            Reconciliation(),
            all > FoldedMap.ActivitiesMax
                ? $"The log has {Say.Count(all)} activities; a map can be read with {FoldedMap.ActivitiesMax} at most. The others are one place, and counted."
                : null,
            MapTables.Activities(_map, _document, NameOf),
            MapTables.Connections(_map, _document, NameOf));
    }

    /// <summary>Drawn and not drawn add up to what the log holds; said with the numbers so that anyone can check.</summary>
    private string Reconciliation()
    {
        var steps = _map.Drawn.Where(static one => one.IsStep).Sum(static one => one.Count);
        var again = _map.Activities.Sum(static one => one.AtOnceAgain);
        var left = _map.NotDrawn.Where(static one => one.IsStep).Sum(static one => one.Count);
        var borders = _map.NotDrawn.Where(static one => !one.IsStep).Sum(static one => one.Count);
        var total = steps + again + left;
        var text = $"{Say.Count(total, "step", "steps")} from one event to the next: {Say.Count(steps)} along the connections drawn, "
            + $"{Say.Count(again)} within one place, {Say.Count(left)} along other connections ({Say.Count(_map.NotDrawn.Count(static one => one.IsStep))}, not drawn).";
        return borders == 0 ? text : text + $" {Say.Count(borders, "case begins or ends", "cases begin or end")} along connections not drawn.";
    }

    private MapNodeView Node(FoldedActivity one, int at)
    {
        var name = NameOf(at);
        var meaning = one.Entry is { } entry ? _meanings.GetValueOrDefault(entry.Activity) : null;
        var shape = one.Entry is null ? "other" : meaning is null ? "internal" : Words.MarksOf(meaning.Kind, meaning.Demand, false)[0];
        var shapeName = one.Entry is null ? "activities not drawn on their own" : ShapeName(shape, meaning);
        var suggested = meaning?.IsSuggested == true ? ", suggested" : "";
        var hidden = one.HiddenIn + one.HiddenOut;
        return new MapNodeView(
            IdOf(at), shape, shapeName, name, meaning?.IsSuggested ?? false, _colours.Of(one),
            one.AtOnceAgain == 0 ? null : Say.Count(one.AtOnceAgain),
            hidden == 0 ? null : $"{Say.Count(one.HiddenIn)} in and {Say.Count(one.HiddenOut)} out along other connections, not drawn",
            $"{name}: {shapeName}{suggested}, {Say.Count(one.Events, "event", "events")}",
            MapFacts.Of(one, _document));
    }

    private static string ShapeName(string shape, MapActivityEntry? meaning) => shape switch
    {
        "moment" => meaning?.Moment is { } moment ? $"Moment of Truth, {Words.Moment(moment)}" : "Moment of Truth",
        "failure" => $"Moment of Truth, failure demand ({Words.Demand(meaning?.Demand ?? "")})",
        "rule" => "rule check",
        _ => "work inside",
    };

    private MapNodeView Border(string id, string name)
    {
        var text = Say.Count(_document.Log.Cases, "case", "cases");
        var shade = new ShadeView(null, text);
        return new MapNodeView(
            id, id, name, name, false, new ShadesView(shade, shade, shade), null, null, $"{name}: {text}", [new FactView("Cases", text, null)]);
    }

    private MapEdgeView Edge(FoldedConnection one)
    {
        var (from, to) = (NameOf(one.From, isFrom: true), NameOf(one.To));
        var shades = _colours.Of(one);
        return new MapEdgeView(
            $"{IdOf(one.From, isFrom: true)}>{IdOf(one.To)}", IdOf(one.From, isFrom: true), IdOf(one.To), $"{from} → {to}",
            Math.Sqrt(one.Count) / _widest, shades,
            $"{from} to {to}: {Say.Count(one.Count, one.IsStep ? "time" : "case", one.IsStep ? "times" : "cases")}{(one.IsStep ? $", {shades.Time.Text}" : "")}",
            MapFacts.Of(one));
    }

    private string NameOf(int at) => NameOf(at, isFrom: false);

    private string NameOf(int at, bool isFrom) => at == FoldedConnection.Outside
        ? isFrom ? "Case begins" : "Case ends"
        : at >= _map.ActivitiesShown
            ? $"Other activities ({Say.Count(_map.Activities[^1].Folded)})"
            : _map.Activities[at].Entry!.Activity;

    // An activity's place in the whole log names it, so that a picked one stays picked while the sliders move.
    private string IdOf(int at, bool isFrom = false) => at == FoldedConnection.Outside
        ? isFrom ? "begin" : "end"
        : at >= _map.ActivitiesShown ? "other" : $"a{at}";
}
