namespace OutsideIn.Method.Internals;

/// <summary>An item of a list with the lines before it; without a record where it could not be read.</summary>
internal sealed record ItemBlock(object? Record, YamlNode Node, int Lead, int First, int Last);

/// <summary>Finds the block of each item of a changed list, and what could not be read and stays behind what it stood behind.</summary>
internal sealed class ItemBlocks
{
    private readonly GroupFormat _format;
    private readonly IReadOnlyList<ItemBlock> _blocks;
    private readonly Dictionary<string, int> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int> _nameless = [];
    private readonly bool[] _isUsed;

    public ItemBlocks(GroupFormat format, IReadOnlyList<ItemBlock> blocks)
    {
        (_format, _blocks, _isUsed) = (format, blocks, new bool[blocks.Count]);
        for (var index = 0; index < blocks.Count; index++)
        {
            if (blocks[index].Record is MapEntry entry)
            {
                _byId[entry.Id] = index;
            }
            else if (blocks[index].Record is not null)
            {
                _nameless.Add(index);
            }
        }
    }

    /// <summary>Where the block of an item stands: the one of its id, or where it has none the first that says the same; null for a new item.</summary>
    public int? Take(object item)
    {
        if (item is MapEntry entry)
        {
            return _byId.Remove(entry.Id, out var known) ? known : null;
        }

        var at = _nameless.FindIndex(index => Sameness.Same(_format, _blocks[index].Record!, item));
        if (at < 0)
        {
            return null;
        }

        var found = _nameless[at];
        _nameless.RemoveAt(at);
        return found;
    }

    /// <summary>The blocks directly behind one, or before the first where it is -1, that could not be read.</summary>
    public IEnumerable<ItemBlock> UnreadBehind(int block)
    {
        for (var index = block + 1; index < _blocks.Count && _blocks[index].Record is null; index++)
        {
            _isUsed[index] = true;
            yield return _blocks[index];
        }
    }

    /// <summary>Those that could not be read and stood behind what is gone.</summary>
    public IEnumerable<ItemBlock> UnreadLeft() => _blocks.Where((block, index) => block.Record is null && !_isUsed[index]);
}
