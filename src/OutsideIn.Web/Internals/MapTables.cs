using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>The table twins of the process map: everything drawn, and in the last rows everything that is not.</summary>
internal static class MapTables
{
    public static TableView Activities(FoldedMap map, DiagnosisDocument document, Func<int, string> nameOf)
    {
        var meanings = document.Map.Activities.ToDictionary(static one => one.Activity, StringComparer.Ordinal);
        IReadOnlyList<string> MarksOf(FoldedActivity one) =>
            one.Entry is { } entry && meanings.TryGetValue(entry.Activity, out var meaning)
                ? Words.MarksOf(meaning.Kind, meaning.Demand, meaning.IsSuggested)
                : [];
        return new TableBuilder<(FoldedActivity One, int At)>("activities", "Activities", "As drawn; what is not drawn on its own stands together in the last row.")
            .Text("activity", "Activity", one => nameOf(one.At), figure: static one => one.One.Entry?.Figure, marks: one => MarksOf(one.One))
            .Count("events", "Events", static one => one.One.Events)
            .Count("cases", "Cases", static one => one.One.Entry?.Cases, static one => one.One.Entry?.Figure, "Unknown for several activities together: they share cases.")
            .Share("caseShare", "Of all cases", static one => one.One.Entry?.CaseShare)
            .Count("again", "Again at once", static one => one.One.AtOnceAgain)
            .Duration("processing", "Takes, median", static one => one.One.Entry?.MedianProcessingSeconds, explain: "Only where the log says when work started.")
            .Duration("waiting", "Waits before, median", static one => one.One.Entry?.MedianWaitingSeconds, explain: "From the event before in the case.")
            .Share("reached", "Got the outcome", static one => one.One.Entry?.ReachedShare, explain: "Of the closed cases that pass here.")
            .Count("hidden", "Not drawn", static one => one.One.HiddenIn + one.One.HiddenOut, explain: "Comings and goings along connections not drawn.")
            .Build([.. map.Activities.Select(static (one, at) => (one, at))]);
    }

    public static TableView Connections(FoldedMap map, DiagnosisDocument document, Func<int, string> nameOf)
    {
        List<ConnectionRow> rows =
        [
            .. map.Drawn.Where(static one => one.IsStep).Select(one => Row(one, nameOf)),
            .. map.Activities.Index().Where(static one => one.Item.AtOnceAgain > 0).Select(one => Within(one.Item, one.Index, document, nameOf)),
            .. map.Drawn.Where(static one => !one.IsStep).Select(one => Row(one, nameOf)),
        ];
        AddNotDrawn(rows, "Other connections, not drawn", [.. map.NotDrawn.Where(static one => one.IsStep)]);
        AddNotDrawn(rows, "Other begins and ends of cases, not drawn", [.. map.NotDrawn.Where(static one => !one.IsStep)]);
        return new TableBuilder<ConnectionRow>("connections", "Connections", "As drawn; the last rows hold what is not drawn, so that the counts add up to the log's.")
            .Text("from", "From", static one => one.From, static one => one.Figure)
            .Text("to", "To", static one => one.To)
            .Count("count", "Times", static one => one.Count, static one => one.Figure)
            .Count("cases", "Cases", static one => one.Cases, static one => one.Figure, "Unknown for several connections together: they share cases.")
            .Duration("median", "Wait, median", static one => one.Only?.MedianSeconds)
            .Duration("mean", "Wait, mean", static one => one.Mean)
            .Duration("p90", "Nine in ten within", static one => one.Only?.P90Seconds)
            .Share("reached", "Got the outcome", static one => one.Only?.ReachedShare, explain: "Of the closed cases that take this step.")
            .Build(rows);
    }

    private static ConnectionRow Row(FoldedConnection one, Func<int, string> nameOf) => new(
        one.From == FoldedConnection.Outside ? "Case begins" : nameOf(one.From),
        one.To == FoldedConnection.Outside ? "Case ends" : nameOf(one.To),
        one.Count, one.IsStep ? one.Only?.Cases : one.Count, one.MeanSeconds, one.Only, one.Only?.Figure ?? one.OnlyCases?.Figure);

    // Repeats at once stand in their activity on the map; in the table they are a connection like any other.
    private static ConnectionRow Within(FoldedActivity one, int at, DiagnosisDocument document, Func<int, string> nameOf)
    {
        var only = one.Entry is { } entry
            ? document.Process.DirectlyFollows.FirstOrDefault(edge =>
                string.Equals(edge.From, entry.Activity, StringComparison.Ordinal) && string.Equals(edge.To, entry.Activity, StringComparison.Ordinal))
            : null;
        return new ConnectionRow(nameOf(at), nameOf(at), one.AtOnceAgain, only?.Cases, only?.MeanSeconds, only, only?.Figure);
    }

    private static void AddNotDrawn(List<ConnectionRow> rows, string name, IReadOnlyList<FoldedConnection> left)
    {
        if (left.Count > 0)
        {
            rows.Add(new ConnectionRow($"{name} ({Say.Count(left.Count)})", "", left.Sum(static one => one.Count), null, null, null, null));
        }
    }

    private sealed record ConnectionRow(
        string From, string To, long Count, long? Cases, double? Mean, DirectlyFollowsEntry? Only, string? Figure);
}
