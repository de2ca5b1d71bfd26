namespace OutsideIn.Method.Internals;

/// <summary>Rings among entries that each point at one other at most.</summary>
internal static class Rings
{
    /// <summary>Every ring once, in the order of the map; an entry that points at itself is a ring of one. O(entries).</summary>
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> entries, Func<T, string?> next)
        where T : MapEntry
    {
        var byId = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            byId.TryAdd(entry.Id, entry);
        }

        var seenIn = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var start in entries)
        {
            T? at = start;
            while (at is not null && seenIn.TryAdd(at.Id, start.Id))
            {
                at = next(at) is { } id ? byId.GetValueOrDefault(id) : null;
            }

            if (at is not null && seenIn[at.Id] == start.Id)
            {
                yield return From(at);
            }
        }

        IReadOnlyList<T> From(T first)
        {
            List<T> ring = [first];
            for (var at = byId[next(first)!]; at.Id != first.Id; at = byId[next(at)!])
            {
                ring.Add(at);
            }

            return ring;
        }
    }
}
