using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>What became of an entry between two maps.</summary>
public enum EntryChangeKind
{
    /// <summary>It is only in the second.</summary>
    Added,

    /// <summary>It is only in the first.</summary>
    Removed,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>It says the same at another place of its list.</summary>
    Moved,
}

/// <summary>One key that says something else.</summary>
/// <param name="Key">The key as written, such as "caused by".</param>
/// <param name="Before">What it said, as <see cref="MapField.Show"/>; null for nothing.</param>
/// <param name="After">What it says; null for nothing.</param>
public sealed record FieldChange(string Key, string? Before, string? After);

/// <summary>One entry that differs between two maps.</summary>
/// <param name="Kind">How.</param>
/// <param name="Section">The section's key, such as "moments of truth".</param>
/// <param name="Id">The entry's id; null for a row that has none, such as a reading.</param>
/// <param name="Name">What it is called, in the second map where it is there; empty for a row without a name.</param>
/// <param name="Owner">Id of the entry it stands within; null at the top of the map.</param>
/// <param name="Fields">What differs: every key that says something of an added or removed one; empty for a moved one.</param>
public sealed record EntryChange(EntryChangeKind Kind, string Section, string? Id, string Name, string? Owner, IReadOnlyList<FieldChange> Fields);

/// <summary>The difference of two maps, entry by entry and key by key, in the order of the written map. Immutable.</summary>
/// <param name="Changes">What differs; empty where the maps say the same.</param>
/// <remarks>
/// Entries are the same entry when their ids are, without regard to case; rows without an id when everything they say is.
/// An empty text counts as none. Cost O(entries × keys).
/// </remarks>
public sealed record MapDiff(IReadOnlyList<EntryChange> Changes)
{
    private const string HandOffs = "hand-offs";

    /// <summary>The difference of two maps.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    public static MapDiff Of(OutsideInMap before, OutsideInMap after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = MapSections.Tables.SelectMany(section => Section(section, section.Rows(before), section.Rows(after))).ToList();
        var (was, now) = (Joined(before.HandOffEvents), Joined(after.HandOffEvents));
        if (!string.Equals(was, now, StringComparison.Ordinal))
        {
            changes.Add(new EntryChange(EntryChangeKind.Changed, HandOffs, null, "", null, [new FieldChange(HandOffs, was, now)]));
        }

        return new MapDiff(changes);
    }

    /// <summary>The difference of two cycles of an SCO map (row 2): what the outcome itself, its answers, expectations, impacts and statements say. Ids, cycle and state of the two are left out.</summary>
    /// <param name="before">The earlier revolution.</param>
    /// <param name="after">The later one.</param>
    public static MapDiff OfRevolutions(SuccessfulOutcome before, SuccessfulOutcome after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Of(OutsideInMap.Empty with { Outcomes = [Alike(before)] }, OutsideInMap.Empty with { Outcomes = [Alike(after)] });
    }

    // Ids are unique in a map, so the later cycle has new ones: entries of two cycles are the same where they say the same.
    private static SuccessfulOutcome Alike(SuccessfulOutcome outcome) => outcome with
    {
        Id = "sco",
        Revolution = 1,
        State = OutcomeState.Draft,
        Created = null,
        Changed = null,
        Expectations = [.. outcome.Expectations.Select(static one => one with { Id = ById(one.Name), ReplacedBy = null, Created = null, Changed = null })],
        Statements = [.. outcome.Statements.Select(static one => one with { Id = ById(one.Name), Expectations = [], Created = null, Changed = null })],
    };

    private static string ById(string name) => NamePattern.Fold(name);

    private static IEnumerable<EntryChange> Section(MapSection section, IReadOnlyList<MapRow> before, IReadOnlyList<MapRow> after)
    {
        if (section.IsSingle)
        {
            return Compared(section, before is [var was, ..] ? was : new MapRow(section.New()), after is [var now, ..] ? now : new MapRow(section.New()));
        }

        return section.EntryType.IsSubclassOf(typeof(MapEntry)) ? Entries(section, before, after) : Rows(section, before, after);
    }

    private static IEnumerable<EntryChange> Entries(MapSection section, IReadOnlyList<MapRow> before, IReadOnlyList<MapRow> after)
    {
        var was = before.DistinctBy(Id, StringComparer.OrdinalIgnoreCase).ToDictionary(Id, StringComparer.OrdinalIgnoreCase);
        var now = after.Select(Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var stayed = Places(before.Where(row => now.Contains(Id(row))));
        var moved = Moved(after.Where(row => was.ContainsKey(Id(row))).Select(Id).ToArray(), stayed);
        foreach (var row in before.Where(row => !now.Contains(Id(row))))
        {
            yield return One(section, EntryChangeKind.Removed, row);
        }

        foreach (var row in after)
        {
            if (!was.TryGetValue(Id(row), out var old))
            {
                yield return One(section, EntryChangeKind.Added, row);
                continue;
            }

            foreach (var change in Compared(section, old, row))
            {
                yield return change;
            }

            if (moved.Contains(Id(row)))
            {
                yield return new EntryChange(EntryChangeKind.Moved, section.Key, Id(row), Name(row), row.Owner, []);
            }
        }
    }

    private static IEnumerable<EntryChange> Rows(MapSection section, IReadOnlyList<MapRow> before, IReadOnlyList<MapRow> after)
    {
        var (was, now) = (Counted(section, before), Counted(section, after));
        return before.Where(row => !Takes(now, section, row)).Select(row => One(section, EntryChangeKind.Removed, row)).ToArray()
            .Concat(after.Where(row => !Takes(was, section, row)).Select(row => One(section, EntryChangeKind.Added, row)).ToArray());
    }

    private static Dictionary<string, int> Counted(MapSection section, IReadOnlyList<MapRow> rows) =>
        rows.CountBy(row => Spelled(section, row), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static bool Takes(Dictionary<string, int> counts, MapSection section, MapRow row)
    {
        var spelled = Spelled(section, row);
        return counts.TryGetValue(spelled, out var left) && left > 0 && (counts[spelled] = left - 1) >= 0;
    }

    private static string Spelled(MapSection section, MapRow row) =>
        string.Join('\u0001', section.Fields.Select(field => Shown(field, row.Entry) ?? "\u0002").Prepend(row.Owner?.ToUpperInvariant() ?? ""));

    private static IEnumerable<EntryChange> Compared(MapSection section, MapRow before, MapRow after)
    {
        var fields = section.Fields
            .Select(field => new FieldChange(field.Key, Shown(field, before.Entry), Shown(field, after.Entry)))
            .Where(static change => !string.Equals(change.Before, change.After, StringComparison.Ordinal))
            .ToList();
        if (!string.Equals(before.Owner, after.Owner, StringComparison.OrdinalIgnoreCase))
        {
            fields.Insert(0, new FieldChange("belongs to", before.Owner, after.Owner));
        }

        return fields.Count == 0 ? [] : [new EntryChange(EntryChangeKind.Changed, section.Key, IdOrNull(after), Name(after), after.Owner, fields)];
    }

    private static EntryChange One(MapSection section, EntryChangeKind kind, MapRow row) => new(
        kind,
        section.Key,
        IdOrNull(row),
        Name(row),
        row.Owner,
        [.. section.Fields
            .Select(field => (field.Key, Text: Shown(field, row.Entry)))
            .Where(static one => one.Text is not null)
            .Select(one => kind == EntryChangeKind.Added ? new FieldChange(one.Key, null, one.Text) : new FieldChange(one.Key, one.Text, null))]);

    private static string? Shown(MapField field, object entry) => field.Show(entry) is { Length: > 0 } text and not "\"\"" ? text : null;

    private static string Id(MapRow row) => ((MapEntry)row.Entry).Id;

    private static string? IdOrNull(MapRow row) => (row.Entry as MapEntry)?.Id;

    private static string Name(MapRow row) => (row.Entry as MapEntry)?.Name ?? "";

    private static string? Joined(IReadOnlyList<NamePattern> patterns) => patterns.Count == 0 ? null : string.Join("; ", patterns.Select(static one => one.Text));

    private static Dictionary<string, int> Places(IEnumerable<MapRow> rows) =>
        rows.Select(Id).Distinct(StringComparer.OrdinalIgnoreCase).Select(static (id, index) => (id, index)).ToDictionary(static one => one.id, static one => one.index, StringComparer.OrdinalIgnoreCase);

    /// <summary>The fewest ids that have to move so that the order of the first becomes that of the second: all but a longest run that rises.</summary>
    private static HashSet<string> Moved(string[] now, Dictionary<string, int> was)
    {
        var order = now.Select(id => was[id]).ToArray();
        var (tails, before) = (new List<int>(), new int[order.Length]);
        for (var index = 0; index < order.Length; index++)
        {
            var at = tails.BinarySearch(index, Comparer<int>.Create((left, right) => order[left].CompareTo(order[right])));
            at = at < 0 ? ~at : at;
            before[index] = at == 0 ? -1 : tails[at - 1];
            if (at == tails.Count)
            {
                tails.Add(index);
            }
            else
            {
                tails[at] = index;
            }
        }

        var moved = now.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var index = tails.Count == 0 ? -1 : tails[^1]; index >= 0; index = before[index])
        {
            moved.Remove(now[index]);
        }

        return moved;
    }
}
