using OutsideIn.Method;
using Activity = OutsideIn.Method.Activity;

namespace OutsideIn.Tests.Support;

/// <summary>Causes and lines of sight computed the slow and obvious way, straight from the words of method.md (F17, F6, F9).</summary>
internal static class WorkReference
{
    /// <summary>Everything all of whose causes are dead, again and again until nothing changes (F17).</summary>
    public static IEnumerable<string> Follows(OutsideInMap map, IReadOnlyList<string> removed)
    {
        var causes = Causes(map);
        HashSet<string> dead = [.. removed];
        var before = -1;
        while (before != dead.Count)
        {
            before = dead.Count;
            dead.UnionWith(causes.Where(pair => pair.Value.Count > 0 && pair.Value.All(dead.Contains)).Select(static pair => pair.Key).ToArray());
        }

        return dead.Except(removed);
    }

    /// <summary>Whatever cannot be reached by going from causes to effects, starting at the Moments of Truth (row 32).</summary>
    public static IEnumerable<string> Uncaused(OutsideInMap map)
    {
        var causes = Causes(map);
        return causes.Keys.Where(id => !Behind(id, causes).Any(other => map.Moments.Any(moment => moment.Id == other)));
    }

    public static IEnumerable<string> InCircles(OutsideInMap map)
    {
        var causes = Causes(map);
        return causes.Keys.Where(id => Behind(id, causes).Contains(id));
    }

    /// <summary>Every path upwards from an entry, as its last entry; links down, sideways and to nowhere are no paths.</summary>
    public static IEnumerable<MapEntry> PathEnds(OutsideInMap map, string id)
    {
        var entry = map.Entries().First(one => one.Id == id);
        MapEntry[] next = [.. Next(map, entry)];
        return next.Length == 0 ? [entry] : next.SelectMany(one => PathEnds(map, one.Id));
    }

    /// <summary>The money that reaches an outcome from an entry, path by path (F9).</summary>
    public static double Aligned(OutsideInMap map, MapEntry entry, double cost)
    {
        if (entry is SuccessfulOutcome or StatementOfIntent)
        {
            return cost;
        }

        var links = Contributions(entry);
        var written = links.Sum(static link => link.Share ?? 0);
        return links.Sum(link =>
        {
            var share = link.Share ?? (Math.Max(0, 1 - written) / links.Count(static one => one.Share is null));
            var to = map.Entries().FirstOrDefault(one => one.Id == link.To);
            return to is not null && Height(to) > Height(entry) ? Aligned(map, to, cost * share / Math.Max(1, written)) : 0;
        });
    }

    public static int Height(MapEntry entry) => entry switch
    {
        WorkTask => 0,
        Activity => 1,
        Output => 2,
        BusinessOutcome => 3,
        StatementOfIntent => 4,
        SuccessfulOutcome => 5,
        Objective => 6,
        _ => -1,
    };

    private static IEnumerable<MapEntry> Next(OutsideInMap map, MapEntry entry)
    {
        IEnumerable<string> ids = entry switch
        {
            StatementOfIntent => map.Outcomes.Where(one => one.Statements.Any(statement => statement.Id == entry.Id)).Select(static one => one.Id),
            SuccessfulOutcome outcome => outcome.Objectives,
            _ => Contributions(entry).Select(static link => link.To),
        };
        return map.Entries().Where(one => ids.Contains(one.Id) && Height(one) > Height(entry));
    }

    private static IReadOnlyList<Contribution> Contributions(MapEntry entry) => entry switch
    {
        WorkTask task => task.ContributesTo,
        Activity activity => activity.ContributesTo,
        Output output => output.ContributesTo,
        BusinessOutcome result => result.ContributesTo,
        _ => [],
    };

    private static HashSet<string> Behind(string id, Dictionary<string, List<string>> causes)
    {
        HashSet<string> found = [];
        var before = -1;
        while (before != found.Count)
        {
            before = found.Count;
            found.UnionWith(found.Append(id).SelectMany(one => causes.GetValueOrDefault(one, [])).ToArray());
        }

        return found;
    }

    private static Dictionary<string, List<string>> Causes(OutsideInMap map)
    {
        HashSet<string> activities = [.. map.Activities.Select(static one => one.Id)];
        HashSet<string> known = [.. map.Moments.Select(static one => one.Id), .. map.Breakpoints.Select(static one => one.Id), .. map.Rules.Select(static one => one.Id), .. activities];
        Dictionary<string, List<string>> causes = [];
        void Add(string id, IEnumerable<string> ids) => causes[id] = [.. ids.Where(known.Contains)];
        map.Breakpoints.ToList().ForEach(one => Add(one.Id, one.CausedBy));
        map.Rules.ToList().ForEach(one => Add(one.Id, one.CausedBy));
        map.Activities.ToList().ForEach(one => Add(one.Id, one.CausedBy));
        map.Tasks.ToList().ForEach(one => Add(one.Id, one.CausedBy.Count > 0 ? one.CausedBy
            : one.ContributesTo.All(link => activities.Contains(link.To)) ? one.ContributesTo.Select(static link => link.To) : []));
        return causes;
    }
}
