namespace OutsideIn.Method.Internals;

/// <summary>Links between numbered nodes, those of one node side by side. Immutable; made in O(nodes + links).</summary>
internal sealed class Adjacency
{
    // [nodes + 1]: the links of node n are _targets[_first[n].._first[n + 1]].
    private readonly int[] _first;
    private readonly int[] _targets;

    private Adjacency(int[] first, int[] targets)
    {
        _first = first;
        _targets = targets;
    }

    public int NodeCount => _first.Length - 1;

    /// <summary>Links in the order given, node by node; <paramref name="from"/> and <paramref name="to"/> are of one length.</summary>
    public static Adjacency Of(int nodeCount, IReadOnlyList<int> from, IReadOnlyList<int> to)
    {
        var first = new int[nodeCount + 1];
        for (var link = 0; link < from.Count; link++)
        {
            first[from[link] + 1]++;
        }

        for (var node = 0; node < nodeCount; node++)
        {
            first[node + 1] += first[node];
        }

        var next = first[..^1];
        var targets = new int[from.Count];
        for (var link = 0; link < from.Count; link++)
        {
            targets[next[from[link]]++] = to[link];
        }

        return new Adjacency(first, targets);
    }

    public ReadOnlySpan<int> From(int node) => _targets.AsSpan(_first[node].._first[node + 1]);

    /// <summary>Every node that can be reached from the given ones, themselves included.</summary>
    public bool[] Reach(IEnumerable<int> starts)
    {
        var reached = new bool[NodeCount];
        var open = new Stack<int>();
        foreach (var start in starts)
        {
            reached[start] = true;
            open.Push(start);
        }

        while (open.TryPop(out var node))
        {
            foreach (var target in From(node))
            {
                if (!reached[target])
                {
                    reached[target] = true;
                    open.Push(target);
                }
            }
        }

        return reached;
    }
}
