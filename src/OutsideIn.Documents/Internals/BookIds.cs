using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>The ids of a workbook that is being read: which are there, which are new, and whose they are.</summary>
internal sealed class BookIds
{
    private readonly MapIndex _before;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _claimed = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<MapEntry> _owners = [];
    private Dictionary<string, MapEntry> _ownersById = [];
    private ILookup<string, MapEntry> _ownersByName = Array.Empty<MapEntry>().ToLookup(static one => one.Name, StringComparer.Ordinal);

    public BookIds(OutsideInMap map, IReadOnlyList<FoundSheet> found)
    {
        _before = MapIndex.Of(map);
        _taken.UnionWith(map.Entries().Select(static one => one.Id));
        foreach (var sheet in found)
        {
            // An id that a later sheet gives must not be made up on an earlier one.
            _taken.UnionWith(sheet.Rows.SelectMany(static row => row.Cells.OfType<string>().Where(ShortIds.IsValid)));
        }
    }

    /// <summary>The entry of this sort that had an id before; null where there was none.</summary>
    public object? Before(MapSection section, string? id) => _before.Find(id) is { } entry && entry.GetType() == section.EntryType ? entry : null;

    /// <summary>The entry with its id, a new one where it had none; null, with a note, where the id is another row's.</summary>
    public MapEntry? Claim(MapEntry entry, string sheet, int row, BookNotes notes)
    {
        if (entry.Id.Length == 0)
        {
            var id = ShortIds.From(entry.Name.Length > 0 ? entry.Name : entry.Section, _taken.Contains);
            _taken.Add(id);
            _claimed.Add(id, BookNotes.Row(sheet, row));
            return entry with { Id = id };
        }

        if (_claimed.TryAdd(entry.Id, BookNotes.Row(sheet, row)))
        {
            return entry;
        }

        notes.Error(BookNotes.Cell(sheet, row, "id"), "MP075", $"'{entry.Id}' is the id of another row: {_claimed[entry.Id]}.", "Give one of them another id, or leave its cell empty.");
        return null;
    }

    /// <summary>Looks up the entries that rows of a section may stand within.</summary>
    public void Begin(MapSection section, OutsideInMap map)
    {
        _owners = section.OwnerType is null ? [] : [.. map.Entries().Where(one => one.GetType() == section.OwnerType)];
        _ownersById = _owners.DistinctBy(static one => one.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(static one => one.Id, StringComparer.OrdinalIgnoreCase);
        _ownersByName = _owners.ToLookup(static one => NamePattern.Fold(one.Name), StringComparer.Ordinal);
    }

    /// <summary>Id of the entry that a text names as the one a row stands within; null where it names none or several.</summary>
    public string? Owner(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return _ownersById.TryGetValue(text, out var owner) ? owner.Id
            : _ownersByName[NamePattern.Fold(text)].Take(2).ToArray() is [var only] ? only.Id : null;
    }

    /// <summary>What could have been meant.</summary>
    public string OwnersLike(string? text)
    {
        var near = text is null ? [] : NearestNames.Among(text, _ownersById.Keys);
        return _owners.Count == 0 ? "There is no such entry; add it to its own sheet first." : $"Expected an id such as: {string.Join(", ", near.Count > 0 ? near : _owners.Take(5).Select(static one => one.Id))}.";
    }
}
