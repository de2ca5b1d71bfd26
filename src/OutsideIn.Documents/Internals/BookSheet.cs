using OutsideIn.Method;

namespace OutsideIn.Documents.Internals;

/// <summary>What stands in a column of a sheet.</summary>
internal enum BookColumnRole
{
    /// <summary>The row's place in its list, so that a sheet may be sorted by anything.</summary>
    Order,

    /// <summary>Id of the entry the row stands within.</summary>
    Owner,

    /// <summary>A key of the entry.</summary>
    Field,

    /// <summary>The names behind the ids of the column before it; written for people and never read.</summary>
    Names,
}

/// <summary>A column of a sheet.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Role">What stands in it.</param>
/// <param name="Field">The key; null for an order.</param>
internal sealed record BookColumn(string Heading, BookColumnRole Role, MapField? Field = null)
{
    /// <summary>Where it stands among the columns of its sheet.</summary>
    public int Place { get; init; }

    public bool IsNumber => Role == BookColumnRole.Order || Field?.Kind is MapFieldKind.Number or MapFieldKind.WholeNumber or MapFieldKind.Share;
}

/// <summary>A sheet of the workbook: one section of the map, one row an entry, one column a key.</summary>
/// <param name="Name">The sheet's name, at most 31 signs.</param>
/// <param name="Section">The section; null for the activity names of hand-offs, which are texts.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record BookSheet(string Name, MapSection? Section, IReadOnlyList<BookColumn> Columns)
{
    public const string OrderHeading = "order";
    public const string OwnerHeading = "belongs to";
    public const string NamesEnding = " (names)";
    public const string HandOffs = "Hand-offs";
    public const string GuideName = "How to use this";
    public const string ColumnsName = "Columns";

    private const int NameLengthMax = 31;

    /// <summary>Every sheet with rows of the map, in the order of the written map.</summary>
    public static IReadOnlyList<BookSheet> All { get; } =
    [
        .. MapSections.Tables.Select(Of),
        new BookSheet(HandOffs, null, [new BookColumn("activity name", BookColumnRole.Field)]),
    ];

    private static BookSheet Of(MapSection section)
    {
        var columns = new List<BookColumn>();
        if (!section.IsSingle)
        {
            columns.Add(new BookColumn(OrderHeading, BookColumnRole.Order));
        }

        if (section.OwnerType is not null)
        {
            columns.Add(new BookColumn(OwnerHeading, BookColumnRole.Owner));
            columns.Add(new BookColumn(OwnerHeading + NamesEnding, BookColumnRole.Names));
        }

        foreach (var field in section.Fields)
        {
            columns.Add(new BookColumn(field.Key, BookColumnRole.Field, field));
            if (field.Kind is MapFieldKind.Reference or MapFieldKind.References)
            {
                columns.Add(new BookColumn(field.Key + NamesEnding, BookColumnRole.Names, field));
            }
        }

        return new BookSheet(NameOf(section.Key), section, [.. columns.Select(static (column, place) => column with { Place = place })]);
    }

    // Excel allows neither a colon nor more than 31 signs in the name of a sheet.
    private static string NameOf(string key)
    {
        var name = key.Replace(": ", " - ", StringComparison.Ordinal);
        name = char.ToUpperInvariant(name[0]) + name[1..];
        return name.Length <= NameLengthMax ? name : name[..NameLengthMax].TrimEnd();
    }
}
