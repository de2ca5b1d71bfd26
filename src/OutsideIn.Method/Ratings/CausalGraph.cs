using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>What causes what: Moments of Truth cause breakpoints, rules and work, and those cause more (S1, S2, rows 32 to 35; formula F17). Immutable; safe to share.</summary>
/// <remarks>
/// Made once for a map in O(entries + links). A task without causes of its own that leads to activities and to nothing else
/// is the same work seen closer: it has those activities for its causes (D). A Moment of Truth has no cause here; every
/// chain ends at one. Causes that are not in the map count for nothing.
/// </remarks>
public sealed class CausalGraph
{
    private readonly NodeTable _nodes = new();
    private readonly Adjacency _effects;
    private readonly Adjacency _causes;
    private readonly bool[] _reachesMoment;
    private IReadOnlyList<IReadOnlyList<string>>? _cycles;

    private CausalGraph(OutsideInMap map)
    {
        _nodes.Add([.. map.Moments, .. map.Breakpoints, .. map.Rules, .. map.Activities, .. map.Tasks]);
        List<int> from = [];
        List<int> to = [];
        HashSet<int> seen = [];
        for (var node = 0; node < _nodes.Count; node++)
        {
            seen.Clear();
            foreach (var cause in CausesOf(_nodes[node]))
            {
                if (_nodes.TryFind(cause, out var other) && seen.Add(other))
                {
                    from.Add(other);
                    to.Add(node);
                }
            }
        }

        _effects = Adjacency.Of(_nodes.Count, from, to);
        _causes = Adjacency.Of(_nodes.Count, to, from);
        _reachesMoment = _effects.Reach(Enumerable.Range(0, _nodes.Count).Where(node => _nodes[node] is MomentOfTruth));
        Uncaused = _nodes.Ids(Enumerable.Range(0, _nodes.Count).Where(node => !_reachesMoment[node]));
    }

    /// <summary>Ids that cause each other in a circle, one list a circle, in the map's order. A circle is wrong (method.md §2): its members keep each other alive in a cascade.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycles =>
        _cycles ??= [.. StrongComponents.CyclesOf(_effects).Select(cycle => _nodes.Ids(cycle))];

    /// <summary>Ids of breakpoints, rules, activities and tasks with no chain of causes that begins at a Moment of Truth: work without a cause (row 32, axiom 3).</summary>
    public IReadOnlyList<string> Uncaused { get; }

    /// <summary>The causal graph of a map.</summary>
    public static CausalGraph Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new CausalGraph(map);
    }

    /// <summary>Whether a chain of causes leads from a Moment of Truth to an entry; true of a Moment of Truth itself, false of an id the graph does not have.</summary>
    public bool ReachesMoment(string id) => _nodes.TryFind(id, out var node) && _reachesMoment[node];

    /// <summary>Ids of the Moments of Truth at which the chains of causes behind an entry begin, in the map's order; empty for an id the graph does not have. O(what is behind it).</summary>
    public IReadOnlyList<string> MomentsBehind(string id) => Around(id, _causes, static entry => entry is MomentOfTruth);

    /// <summary>Ids of everything an entry causes, directly or through others, in the map's order: its fan-out, which need not all go when it goes. Itself only where it causes itself.</summary>
    public IReadOnlyList<string> FanOut(string id) => Around(id, _effects, static _ => true);

    /// <summary>Ids of the direct causes of an entry that are in the map, in the order written.</summary>
    public IReadOnlyList<string> Causes(string id) => Direct(id, _causes);

    /// <summary>Ids of what an entry causes directly, in the map's order.</summary>
    public IReadOnlyList<string> Effects(string id) => Direct(id, _effects);

    /// <summary>What goes when some entries go: everything all of whose causes are gone, and so on until nothing more goes (F17).</summary>
    /// <remarks>What has no cause never goes by itself, and nor does a circle of causes. The order of the ids does not matter. O(entries + links).</remarks>
    /// <param name="ids">Ids of Moments of Truth, breakpoints, rules, activities or tasks; others are left out.</param>
    public Cascade Remove(IReadOnlyCollection<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        HashSet<int> removed = [];
        foreach (var id in ids)
        {
            if (_nodes.TryFind(id, out var node))
            {
                removed.Add(node);
            }
        }

        var follows = Follow(removed);
        int[] first = [.. removed.Order()];
        return new Cascade(
            _nodes.Ids(first),
            _nodes.Ids(follows),
            WorkTally.Of(first.Select(node => _nodes[node])),
            WorkTally.Of(follows.Select(node => _nodes[node])));
    }

    // Sparse, because a plan asks this of every candidate in a large map and most cascades are small.
    private List<int> Follow(HashSet<int> removed)
    {
        Dictionary<int, int> gone = [];
        List<int> follows = [];
        var open = new Queue<int>(removed);
        while (open.TryDequeue(out var node))
        {
            foreach (var effect in _effects.From(node))
            {
                var count = gone[effect] = gone.GetValueOrDefault(effect) + 1;
                if (count == _causes.From(effect).Length && !removed.Contains(effect))
                {
                    follows.Add(effect);
                    open.Enqueue(effect);
                }
            }
        }

        follows.Sort();
        return follows;
    }

    private IEnumerable<string> CausesOf(MapEntry entry) => entry switch
    {
        Breakpoint point => point.CausedBy,
        BusinessRule rule => rule.CausedBy,
        Activity activity => activity.CausedBy,
        WorkTask { CausedBy.Count: > 0 } task => task.CausedBy,
        WorkTask task when task.ContributesTo.All(link => IsActivity(link.To)) => task.ContributesTo.Select(static link => link.To),
        _ => [],
    };

    private bool IsActivity(string id) => _nodes.TryFind(id, out var node) && _nodes[node] is Activity;

    private IReadOnlyList<string> Direct(string id, Adjacency links) =>
        _nodes.TryFind(id, out var node) ? _nodes.Ids(links.From(node).ToArray()) : [];

    private IReadOnlyList<string> Around(string id, Adjacency links, Predicate<MapEntry> isWanted)
    {
        if (!_nodes.TryFind(id, out var node))
        {
            return [];
        }

        HashSet<int> found = [];
        var open = new Stack<int>([node]);
        while (open.TryPop(out var at))
        {
            foreach (var next in links.From(at))
            {
                if (found.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return _nodes.Ids(found.Where(at => isWanted(_nodes[at])).Order());
    }
}
