namespace OutsideIn.Method;

/// <summary>Every entry of a map by its id. Immutable; made once for a map in O(entries).</summary>
public sealed class MapIndex
{
    private readonly Dictionary<string, MapEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private MapIndex(OutsideInMap map)
    {
        Map = map;
        foreach (var entry in map.Entries())
        {
            _entries.TryAdd(entry.Id, entry);
        }
    }

    /// <summary>The map.</summary>
    public OutsideInMap Map { get; }

    /// <summary>The index of a map; of two entries with one id, which a map that was read never has, the first counts.</summary>
    public static MapIndex Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new MapIndex(map);
    }

    /// <summary>The entry with an id, or null where there is none; null for null.</summary>
    public MapEntry? Find(string? id) => id is not null && _entries.TryGetValue(id, out var entry) ? entry : null;

    /// <summary>The entry of one sort with an id, or null where there is none of that sort.</summary>
    public T? Find<T>(string? id)
        where T : MapEntry => Find(id) as T;

    /// <summary>The category an outcome is for: its own, else its experience's; null for every customer.</summary>
    public CustomerCategory? CategoryOf(SuccessfulOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return Find<CustomerCategory>(outcome.Category ?? Find<Experience>(outcome.Experience)?.Category);
    }

    /// <summary>What the customer thinks they are in: the outcome's own answer, else the name of its experience; null where neither is said.</summary>
    public string? ProcessOf(SuccessfulOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Process ?? Find<Experience>(outcome.Experience)?.Name;
    }
}
