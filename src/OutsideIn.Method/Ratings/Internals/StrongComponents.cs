namespace OutsideIn.Method.Internals;

/// <summary>The cycles of a graph, by Tarjan (1972), "Depth-first search and linear graph algorithms", SIAM J. Comput. 1; with its own stack, so that no depth of a map can exhaust the thread's.</summary>
internal sealed class StrongComponents
{
    private const int Unseen = -1;
    private readonly Adjacency _links;
    private readonly int[] _number;
    private readonly int[] _low;
    private readonly bool[] _isOpen;
    private readonly Stack<int> _path = new();
    private readonly Stack<(int Node, int Next)> _work = new();
    private readonly List<int[]> _cycles = [];
    private int _count;

    private StrongComponents(Adjacency links)
    {
        _links = links;
        _number = new int[links.NodeCount];
        _low = new int[links.NodeCount];
        _isOpen = new bool[links.NodeCount];
        Array.Fill(_number, Unseen);
    }

    /// <summary>Every set of nodes that can reach each other, and every node that links to itself; each ascending, the sets by their first.</summary>
    public static IReadOnlyList<int[]> CyclesOf(Adjacency links)
    {
        var search = new StrongComponents(links);
        for (var node = 0; node < links.NodeCount; node++)
        {
            if (search._number[node] == Unseen)
            {
                search.Visit(node);
            }
        }

        return [.. search._cycles.OrderBy(static cycle => cycle[0])];
    }

    private void Visit(int root)
    {
        Enter(root);
        while (_work.TryPop(out var step))
        {
            var targets = _links.From(step.Node);
            if (step.Next < targets.Length)
            {
                _work.Push((step.Node, step.Next + 1));
                Follow(step.Node, targets[step.Next]);
                continue;
            }

            if (_low[step.Node] == _number[step.Node])
            {
                Close(step.Node);
            }

            if (_work.TryPeek(out var parent))
            {
                _low[parent.Node] = Math.Min(_low[parent.Node], _low[step.Node]);
            }
        }
    }

    private void Enter(int node)
    {
        _number[node] = _low[node] = _count++;
        _isOpen[node] = true;
        _path.Push(node);
        _work.Push((node, 0));
    }

    private void Follow(int node, int target)
    {
        if (_number[target] == Unseen)
        {
            Enter(target);
        }
        else if (_isOpen[target])
        {
            _low[node] = Math.Min(_low[node], _number[target]);
        }
    }

    private void Close(int root)
    {
        List<int> members = [];
        int node;
        do
        {
            node = _path.Pop();
            _isOpen[node] = false;
            members.Add(node);
        }
        while (node != root);

        if (members.Count > 1 || _links.From(root).Contains(root))
        {
            members.Sort();
            _cycles.Add([.. members]);
        }
    }
}
