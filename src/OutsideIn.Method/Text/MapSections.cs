using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>The written map as tables, one a section, found in the records themselves: what a spreadsheet of the map is made of.</summary>
public static class MapSections
{
    /// <summary>Every section in the order in which it is written, those of entries within others behind the one they stand in.</summary>
    /// <remarks>The activity names of hand-offs, which are texts and not entries, are in none: see <see cref="OutsideInMap.HandOffEvents"/>.</remarks>
    public static IReadOnlyList<MapSection> All { get; } =
    [
        .. SectionGuide.All
            .Where(static one => one.Field.Group is not null)
            .SelectMany(static one => Sections(one.Field, one.Guide, one.Field.Group!.NestedEntries)),
    ];

    /// <summary>As <see cref="All"/>, but every list whose items have keys of their own, such as the criteria of a Moment of Truth, is a section too: one table a list, one row an item.</summary>
    public static IReadOnlyList<MapSection> Tables { get; } =
    [
        .. SectionGuide.All
            .Where(static one => one.Field.Group is not null)
            .SelectMany(static one => Sections(one.Field, one.Guide, [.. one.Field.Group!.Fields.Where(static field => field is { Group: not null, List: not null })])),
    ];

    private static IEnumerable<MapSection> Sections(FieldFormat field, SectionGuide guide, IReadOnlyList<FieldFormat> apart) =>
        apart.Select(nested => new MapSection(nested, field, [], "")).Prepend(new MapSection(field, within: null, apart, string.Join(' ', guide.Comments)));

    /// <summary>A map put together from tables, with ids where there were none, references resolved, and everything that is wrong.</summary>
    /// <returns>
    /// As <see cref="MapYaml.Read"/>, but what is wrong has no place in a text: it has the subject of the entry it is in,
    /// where that is known. What cannot be is left out.
    /// </returns>
    public static MapDocument Settle(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var read = MapYaml.Read(MapYaml.Write(map), "");
        var begins = read.Places.OrderBy(static one => one.Value.Line).ThenBy(static one => one.Value.Column).ToArray();
        var diagnostics = read.Diagnostics.Select(one => one with { Place = null, Subject = one.Subject ?? Subject(one.Place) }).ToArray();
        return new MapDocument(read.Map, diagnostics, new Dictionary<string, Place>(StringComparer.Ordinal));

        string? Subject(Place? place) => begins.LastOrDefault(one => place is { } at && one.Value.Line <= at.Line).Key;
    }
}
