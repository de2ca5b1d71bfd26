using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>One row of a section: an entry, and the entry it stands within.</summary>
/// <param name="Entry">A record of the section's type.</param>
/// <param name="Owner">Id of the entry it stands within, such as the outcome of a statement; null at the top of the map.</param>
public sealed record MapRow(object Entry, string? Owner = null);

/// <summary>One section of the written map as a table: its keys, and how its rows get out of a map and into it. Immutable.</summary>
public sealed class MapSection
{
    private readonly FieldFormat _list;
    private readonly FieldFormat? _within;
    private readonly IReadOnlyList<FieldFormat> _apart;

    /// <param name="list">The key that holds the rows.</param>
    /// <param name="within">The key that holds the entries the rows stand within; null at the top of the map.</param>
    /// <param name="apart">Keys of a row that are sections of their own.</param>
    /// <param name="about">What belongs into the section.</param>
    internal MapSection(FieldFormat list, FieldFormat? within, IReadOnlyList<FieldFormat> apart, string about)
    {
        (_list, _within, _apart, About) = (list, within, apart, about);
        Fields = [.. list.Group!.Fields.Except(apart).Select(field => new MapField(list.Group, field))];
    }

    /// <summary>What belongs into it, in a sentence or two; empty where nothing is said.</summary>
    public string About { get; }

    /// <summary>The key of the section, such as "moments of truth"; of entries within others both keys, such as "outcomes: statements".</summary>
    public string Key => _within is null ? _list.Key : $"{_within.Key}: {_list.Key}";

    /// <summary>The type of its entries: a <see cref="MapEntry"/>, or a record without an id.</summary>
    public Type EntryType => _list.Group!.Type;

    /// <summary>The type of the entries that its own stand within; null at the top of the map.</summary>
    public Type? OwnerType => _within?.Group!.Type;

    /// <summary>Whether there is one row at most, as of the organisation.</summary>
    public bool IsSingle => _list.List is null;

    /// <summary>Its keys in the order in which they are written, without those that are sections of their own.</summary>
    public IReadOnlyList<MapField> Fields { get; }

    /// <summary>An entry in which nothing is written, to be filled with <see cref="MapField.Put"/>.</summary>
    public object New() => _list.Group!.New();

    /// <summary>The rows of a map in the order of its text.</summary>
    public IReadOnlyList<MapRow> Rows(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return _within is null
            ? [.. _list.Items(map).Select(static entry => new MapRow(entry))]
            : [.. _within.Items(map).SelectMany(owner => _list.Items(owner).Select(entry => new MapRow(entry, ((MapEntry)owner).Id)))];
    }

    /// <summary>The map with other rows in the section. Entries that stand within those of the section stay within the one of the same id.</summary>
    /// <remarks>A row whose owner the map does not have is left out: replace the owners first, and look them up in <see cref="MapIndex"/>.</remarks>
    /// <exception cref="ArgumentException">An entry is not of the section's type, or several rows were given for a single one.</exception>
    public OutsideInMap Replace(OutsideInMap map, IReadOnlyList<MapRow> rows)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Any(row => row.Entry.GetType() != EntryType) || (IsSingle && rows.Count > 1))
        {
            throw new ArgumentException($"The rows are not those of '{Key}'.", nameof(rows));
        }

        var copy = (OutsideInMap)MapReader.Root.Copy(map);
        if (_within is null)
        {
            var entries = rows.Select(row => Kept(row.Entry, map)).ToArray();
            _list.Set(copy, IsSingle ? entries.FirstOrDefault() ?? New() : _list.List!.Of(entries));
            return copy;
        }

        var owners = _within.Items(map).Select(owner => With(owner, rows)).ToArray();
        _within.Set(copy, _within.List!.Of(owners));
        return copy;
    }

    private object With(object owner, IReadOnlyList<MapRow> rows)
    {
        var changed = _within!.Group!.Copy(owner);
        var id = ((MapEntry)owner).Id;
        _list.Set(changed, _list.List!.Of([.. rows.Where(row => string.Equals(row.Owner, id, StringComparison.OrdinalIgnoreCase)).Select(static row => row.Entry)]));
        return changed;
    }

    // What a table of its own holds is not lost with the row of its owner.
    private object Kept(object entry, OutsideInMap map)
    {
        var format = _list.Group!;
        if (_apart.Count == 0
            || _list.Items(map).FirstOrDefault(one => string.Equals(((MapEntry)one).Id, ((MapEntry)entry).Id, StringComparison.OrdinalIgnoreCase)) is not { } before)
        {
            return entry;
        }

        var kept = format.Copy(entry);
        foreach (var nested in _apart)
        {
            nested.Set(kept, nested.Get(before));
        }

        return kept;
    }
}
