using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>An activity of the map: one of the log's, or all that are not drawn on their own.</summary>
/// <param name="Entry">The log's activity, or null for the other activities together.</param>
/// <param name="Folded">How many activities it stands for.</param>
/// <param name="Events">Events of all of them.</param>
/// <param name="AtOnceAgain">Steps that begin and end in it: repeats at once, or steps among the other activities.</param>
/// <param name="HiddenIn">Steps and case starts that lead to it along connections not drawn.</param>
/// <param name="HiddenOut">Steps and case ends that lead away from it along connections not drawn.</param>
internal sealed record FoldedActivity(ActivityEntry? Entry, int Folded, long Events, long AtOnceAgain, long HiddenIn, long HiddenOut);

/// <summary>A connection of the map; -1 stands for the begin of a case as <paramref name="From"/> and for its end as <paramref name="To"/>.</summary>
/// <param name="From">Index of the activity before.</param>
/// <param name="To">Index of the activity after.</param>
/// <param name="Count">How often; for begins and ends, cases.</param>
/// <param name="Folded">How many connections of the log it stands for.</param>
/// <param name="MeanSeconds">Mean time between the two; null for begins and ends.</param>
/// <param name="Only">The log's connection where it stands for just one, else null: medians and cases of several do not add up.</param>
/// <param name="OnlyCases">The log's begin or end where it stands for just one, else null.</param>
internal sealed record FoldedConnection(
    int From, int To, long Count, int Folded, double? MeanSeconds, DirectlyFollowsEntry? Only, ActivityCasesEntry? OnlyCases)
{
    public const int Outside = -1;

    public bool IsStep => From != Outside && To != Outside;
}

/// <summary>
/// The directly-follows graph with its rarer activities put together and its rarer connections left undrawn but counted: whatever is
/// asked for, drawn + not drawn = the log's steps, begins and ends. A pure function; immutable.
/// </summary>
internal sealed class FoldedMap
{
    /// <summary>Activities drawn at most: beyond it no picture can be read.</summary>
    public const int ActivitiesMax = 60;

    /// <summary>Activities drawn at most where nobody asked for more.</summary>
    public const int ActivitiesUsual = 30;

    /// <summary>Connections drawn at most.</summary>
    public const int ConnectionsMax = 200;

    private FoldedMap(IReadOnlyList<FoldedActivity> activities, IReadOnlyList<FoldedConnection> drawn, IReadOnlyList<FoldedConnection> notDrawn)
    {
        Activities = activities;
        Drawn = drawn;
        NotDrawn = notDrawn;
    }

    /// <summary>The activities, most frequent first; the other activities together come last.</summary>
    public IReadOnlyList<FoldedActivity> Activities { get; }

    /// <summary>The connections drawn.</summary>
    public IReadOnlyList<FoldedConnection> Drawn { get; }

    /// <summary>The connections left out of the picture, but not of its counts.</summary>
    public IReadOnlyList<FoldedConnection> NotDrawn { get; }

    /// <summary>Activities drawn on their own.</summary>
    public required int ActivitiesShown { get; init; }

    /// <summary>The most that can be asked for.</summary>
    public required int ActivitiesLimit { get; init; }

    /// <summary>Connections there are with this many activities, up to what can be drawn.</summary>
    public required int ConnectionsLimit { get; init; }

    /// <summary>Folds the process. What is out of range, or null, falls back to what suits the log.</summary>
    public static FoldedMap Of(ProcessSection process, int? activities, int? connections)
    {
        var limit = Math.Min(ActivitiesMax, process.Activities.Count);
        var shown = activities is >= 1 ? Math.Min(activities.Value, limit) : UsualActivities(process.Activities);
        var all = Connections(process, shown);
        var ranked = Ranked(all, shown);
        var most = Math.Min(ConnectionsMax, ranked.Ordered.Count);
        var drawn = connections is >= 1 ? Math.Min(connections.Value, most) : UsualConnections(ranked, most);
        FoldedConnection[] inPicture = [.. ranked.Ordered.Take(drawn)], beyond = [.. ranked.Ordered.Skip(drawn)];
        return new FoldedMap(Folded(process, shown, all, beyond), inPicture, beyond)
        {
            ActivitiesShown = shown,
            ActivitiesLimit = limit,
            ConnectionsLimit = most,
        };
    }

    // Enough activities for nine tenths of the events, but no fewer than eight and no more than a screen holds.
    private static int UsualActivities(IReadOnlyList<ActivityEntry> activities)
    {
        var total = activities.Sum(static one => (long)one.Events);
        long covered = 0;
        var count = 0;
        while (count < activities.Count && (covered < 0.9 * total || count < 8))
        {
            covered += activities[count++].Events;
        }

        return Math.Min(count, ActivitiesUsual);
    }

    private static List<FoldedConnection> Connections(ProcessSection process, int shown)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < shown; at++)
        {
            places[process.Activities[at].Activity] = at;
        }

        int PlaceOf(string activity) => places.GetValueOrDefault(activity, shown);
        var steps = process.DirectlyFollows
            .GroupBy(one => (From: PlaceOf(one.From), To: PlaceOf(one.To)))
            .Select(static group => Step(group.Key.From, group.Key.To, [.. group]));
        var begins = process.StartActivities
            .GroupBy(one => PlaceOf(one.Activity))
            .Select(static group => Border(FoldedConnection.Outside, group.Key, [.. group]));
        var ends = process.EndActivities
            .GroupBy(one => PlaceOf(one.Activity))
            .Select(static group => Border(group.Key, FoldedConnection.Outside, [.. group]));
        return [.. steps, .. begins, .. ends];
    }

    private static FoldedConnection Step(int from, int to, DirectlyFollowsEntry[] entries)
    {
        var count = entries.Sum(static one => (long)one.Count);
        var mean = entries.Sum(static one => one.MeanSeconds * one.Count) / Math.Max(1, count);
        return new FoldedConnection(from, to, count, entries.Length, mean, entries.Length == 1 ? entries[0] : null, null);
    }

    private static FoldedConnection Border(int from, int to, ActivityCasesEntry[] entries) => new(
        from, to, entries.Sum(static one => (long)one.Cases), entries.Length, null, null, entries.Length == 1 ? entries[0] : null);

    // First what keeps every activity tied to the rest, its strongest connection in and out, and the commonest begin and end; then the
    // others. By count within each.
    private static (List<FoldedConnection> Ordered, int Ties) Ranked(List<FoldedConnection> all, int shown)
    {
        var byCount = all.Where(static one => one.From != one.To)
            .OrderByDescending(static one => one.Count).ThenBy(static one => one.From).ThenBy(static one => one.To).ToList();
        // One place for each activity drawn, one for the other activities, and one for what lies outside a case.
        var (isEntered, isLeft) = (new bool[shown + 2], new bool[shown + 2]);
        int PlaceOf(int at) => at == FoldedConnection.Outside ? shown + 1 : at;
        List<FoldedConnection> ties = [], others = [];
        foreach (var one in byCount)
        {
            var (from, to) = (PlaceOf(one.From), PlaceOf(one.To));
            var enters = to != shown && !isEntered[to];
            var leaves = from != shown && !isLeft[from];
            (enters || leaves ? ties : others).Add(one);
            isEntered[to] = true;
            isLeft[from] = true;
        }

        return ([.. ties, .. others], ties.Count);
    }

    private static int UsualConnections((List<FoldedConnection> Ordered, int Ties) ranked, int most)
    {
        var total = ranked.Ordered.Sum(static one => one.Count);
        var covered = ranked.Ordered.Take(ranked.Ties).Sum(static one => one.Count);
        var count = ranked.Ties;
        while (count < most && covered < 0.8 * total && count < 1.5 * ranked.Ties)
        {
            covered += ranked.Ordered[count++].Count;
        }

        return Math.Min(count, most);
    }

    private static List<FoldedActivity> Folded(
        ProcessSection process, int shown, List<FoldedConnection> all, FoldedConnection[] notDrawn)
    {
        var again = all.Where(static one => one.From == one.To).ToDictionary(static one => one.From, static one => one.Count);
        var hiddenIn = notDrawn.GroupBy(static one => one.To).ToDictionary(static one => one.Key, static one => one.Sum(static of => of.Count));
        var hiddenOut = notDrawn.GroupBy(static one => one.From).ToDictionary(static one => one.Key, static one => one.Sum(static of => of.Count));
        FoldedActivity At(int at, ActivityEntry? entry, int folded, long events) => new(
            entry, folded, events, again.GetValueOrDefault(at), hiddenIn.GetValueOrDefault(at), hiddenOut.GetValueOrDefault(at));
        var activities = process.Activities.Take(shown).Select((one, at) => At(at, one, 1, one.Events)).ToList();
        var rest = process.Activities.Count - shown;
        if (rest > 0 || all.Exists(one => one.From == shown || one.To == shown))
        {
            activities.Add(At(shown, null, rest, process.Activities.Skip(shown).Sum(static one => (long)one.Events)));
        }

        return activities;
    }
}
