using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>Tasks → activities → outputs → business outcomes → Successful Customer Outcomes → objectives: what leads to what, and where it stops (S3, S4, rows 12 and 15; formulas F5, F6, F9). Immutable; safe to share.</summary>
/// <remarks>
/// Made once for a map in O(entries + links). A statement of intent leads to its outcome, an outcome to its objectives, a
/// Moment of Truth to what it contributes to, and a metric to what it measures, the statements that name it included.
/// Links that lead down or sideways, or nowhere, are listed in <see cref="BadLinks"/> and carry nothing, so that no circle
/// can arise; links that pass over a tier are listed and count, because the path is there.
/// </remarks>
public sealed class PerformanceLandscape
{
    private readonly LandscapeNodes _nodes;

    // [nodes]: the highest rank any path reaches, the node's own where it leads nowhere.
    private readonly int[] _furthest;
    private MapIndex? _index;

    private PerformanceLandscape(OutsideInMap map)
    {
        Map = map;
        _nodes = new LandscapeNodes(map);
        _furthest = new int[_nodes.Table.Count];
        for (var node = _nodes.Table.Count - 1; node >= 0; node--)
        {
            _furthest[node] = _nodes.Ranks[node];
            foreach (var link in _nodes.LinksFrom(node))
            {
                _furthest[node] = Math.Max(_furthest[node], _furthest[link.To]);
            }
        }

        var reached = Reached(static rank => rank is LandscapeRank.Task or LandscapeRank.Activity);
        var byWork = Served(reached);
        var byAnyone = Served(Reached(static rank => rank is LandscapeRank.Task or LandscapeRank.Activity or LandscapeRank.Partner));
        NamedByWork = new HashSet<string>([.. map.Outcomes.SelectMany(static one => one.Statements).Select(static one => one.Id).Where(id => IsReached(id, reached))], StringComparer.OrdinalIgnoreCase);
        string[] statements = [.. map.Outcomes.SelectMany(static one => one.Statements).Select(static one => one.Id)];
        StatementsWithoutWork = [.. statements.Where(id => !byAnyone.Contains(id))];
        StatementsOfPartners = [.. statements.Where(id => byAnyone.Contains(id) && !byWork.Contains(id))];
    }

    /// <summary>The map it was made of.</summary>
    public OutsideInMap Map { get; }

    /// <summary>Links that are not as they should be, in the order of the tiers and of the text.</summary>
    public IReadOnlyList<BadLink> BadLinks => _nodes.Bad;

    /// <summary>Ids of the statements of intent that no task, activity or partner leads to: a promise without work (F6, row 50). A statement is led to when a path ends at it, or at its outcome while no path ends at any statement of that outcome.</summary>
    public IReadOnlyList<string> StatementsWithoutWork { get; }

    /// <summary>Ids of the statements of intent that only partners lead to (row 50).</summary>
    public IReadOnlyList<string> StatementsOfPartners { get; }

    internal MapIndex Index => _index ??= MapIndex.Of(Map);

    internal LandscapeNodes Nodes => _nodes;

    /// <summary>Ids of the statements that a path from a task or an activity ends at.</summary>
    internal HashSet<string> NamedByWork { get; }

    /// <summary>The landscape of a map.</summary>
    public static PerformanceLandscape Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new PerformanceLandscape(map);
    }

    /// <summary>Whether a path leads from an entry to a Successful Customer Outcome or a statement of one; true of those themselves, false of an id the landscape does not have.</summary>
    public bool ReachesOutcome(string id) => _nodes.Table.TryFind(id, out var node) && _furthest[node] is >= LandscapeRank.Statement;

    /// <summary>Whether a path leads from an entry to an objective (row 12); false of an id the landscape does not have.</summary>
    public bool ReachesObjective(string id) => _nodes.Table.TryFind(id, out var node) && _furthest[node] == LandscapeRank.Objective;

    /// <summary>The highest tier any path from an entry reaches, where none reaches an objective (F6): its own where it leads nowhere.</summary>
    /// <returns>Null where a path reaches an objective; for an id the landscape does not have; and for a metric, partner or Moment of Truth that leads nowhere.</returns>
    public Tier? DiesAt(string id) =>
        _nodes.Table.TryFind(id, out var node) && _furthest[node] < LandscapeRank.Objective ? LandscapeRank.TierOf(_furthest[node]) : null;

    /// <summary>One path from an entry as far up as any goes, the entry first; of several the one written first. Empty for an id the landscape does not have.</summary>
    public IReadOnlyList<MapEntry> PathFrom(string id)
    {
        if (!_nodes.Table.TryFind(id, out var node))
        {
            return [];
        }

        List<MapEntry> path = [_nodes.Table[node]];
        while (_nodes.Ranks[node] < _furthest[node])
        {
            foreach (var link in _nodes.LinksFrom(node))
            {
                if (_furthest[link.To] == _furthest[node])
                {
                    node = link.To;
                    break;
                }
            }

            path.Add(_nodes.Table[node]);
        }

        return path;
    }

    /// <summary>Ids of the outcomes that paths from an entry lead to, in the map's order; an outcome leads to itself. O(what is above it).</summary>
    public IReadOnlyList<string> OutcomesOf(string id)
    {
        if (!_nodes.Table.TryFind(id, out var start))
        {
            return [];
        }

        SortedSet<int> outcomes = [];
        HashSet<int> seen = [start];
        var open = new Stack<int>([start]);
        while (open.TryPop(out var node))
        {
            if (_nodes.Ranks[node] == LandscapeRank.Outcome)
            {
                outcomes.Add(node);
                continue;
            }

            foreach (var link in _nodes.LinksFrom(node))
            {
                if (seen.Add(link.To))
                {
                    open.Push(link.To);
                }
            }
        }

        return _nodes.Table.Ids(outcomes);
    }

    private bool[] Reached(Predicate<int> isSource)
    {
        var reached = new bool[_nodes.Table.Count];
        for (var node = 0; node < reached.Length && _nodes.Ranks[node] < LandscapeRank.Statement; node++)
        {
            reached[node] |= isSource(_nodes.Ranks[node]);
            if (reached[node])
            {
                foreach (var link in _nodes.LinksFrom(node))
                {
                    reached[link.To] = true;
                }
            }
        }

        return reached;
    }

    private HashSet<string> Served(bool[] reached)
    {
        var served = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var outcome in Map.Outcomes)
        {
            string[] named = [.. outcome.Statements.Select(static one => one.Id).Where(id => IsReached(id, reached))];
            var isWhole = named.Length == 0 && IsReached(outcome.Id, reached);
            served.UnionWith(isWhole ? outcome.Statements.Select(static one => one.Id) : named);
        }

        return served;
    }

    private bool IsReached(string id, bool[] reached) => _nodes.Table.TryFind(id, out var node) && reached[node];
}
