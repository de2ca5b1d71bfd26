namespace OutsideIn.Method.Internals;

/// <summary>The entries of a graph, numbered in the order they were added. Of two with one id the first counts, as in <see cref="MapIndex"/>.</summary>
internal sealed class NodeTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<MapEntry> _entries = [];

    public int Count => _entries.Count;

    public MapEntry this[int node] => _entries[node];

    public void Add(IEnumerable<MapEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (_numbers.TryAdd(entry.Id, _entries.Count))
            {
                _entries.Add(entry);
            }
        }
    }

    public bool TryFind(string? id, out int node)
    {
        node = -1;
        return id is not null && _numbers.TryGetValue(id, out node);
    }

    public IReadOnlyList<string> Ids(IEnumerable<int> nodes) => [.. nodes.Select(node => _entries[node].Id)];
}
