using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>Which column of a sheet that was found holds what.</summary>
/// <param name="Row">The row of the headings.</param>
/// <param name="At">Where each column of the map stands, the first at 0; columns that are not there are left out.</param>
internal sealed record BookHeadings(int Row, IReadOnlyDictionary<BookColumn, int> At)
{
    /// <summary>The columns that hold keys, in the order in which the map writes them.</summary>
    public IReadOnlyList<(BookColumn Column, int At)> Fields { get; } =
        [.. At.Where(static one => one.Key is { Role: BookColumnRole.Field, Field: not null }).OrderBy(static one => one.Key.Place).Select(static one => (one.Key, one.Value))];

    /// <summary>The column of the ids; null where there is none.</summary>
    public (BookColumn Column, int At)? Id { get; } =
        At.Where(static one => one.Key is { Role: BookColumnRole.Field, Heading: "id" }).Select(static one => ((BookColumn, int)?)(one.Key, one.Value)).FirstOrDefault();

    private const int SearchedMax = 20;

    /// <summary>The headings, or null where no row has any; what is wrong with them is noted.</summary>
    public static BookHeadings? Of(BookSheet sheet, FoundSheet found, BookNotes notes)
    {
        var row = found.Rows.Take(SearchedMax).MaxBy(row => row.Cells.Count(cell => cell is string text && Known(sheet, text) is not null));
        if (row is null || !row.Cells.Any(cell => cell is string text && Known(sheet, text) is not null))
        {
            if (found.Rows.Count > 0)
            {
                notes.Error(
                    $"Sheet '{found.Name}'", "MP065", "no row holds the headings of the columns.", $"Write them into the first row: {string.Join(", ", sheet.Columns.Take(6).Select(static one => one.Heading))} …");
            }

            return null;
        }

        var at = new Dictionary<BookColumn, int>();
        var own = new List<string>();
        for (var index = 0; index < row.Cells.Length; index++)
        {
            if (row.Cells[index] is not { } cell)
            {
                continue;
            }

            var text = cell.ToString() ?? "";
            if (Known(sheet, text) is not { } column)
            {
                own.Add($"'{text}'");
            }
            else if (!at.TryAdd(column, index) && column.Role != BookColumnRole.Names)
            {
                notes.Error(BookNotes.Cell(found.Name, row.Number, text), "MP066", "two columns have this heading.", "Keep one, or give yours another name.");
            }
        }

        Tell(sheet, found, at, own, notes);
        return new BookHeadings(row.Number, at);
    }

    private static void Tell(BookSheet sheet, FoundSheet found, Dictionary<BookColumn, int> at, List<string> own, BookNotes notes)
    {
        if (own.Count > 0)
        {
            notes.Tell("MP067", $"Sheet '{found.Name}': left aside, being no columns of the map: {string.Join(", ", own.Take(8))}{(own.Count > 8 ? " …" : "")}.");
        }

        var missing = sheet.Columns.Where(column => column.Role == BookColumnRole.Field && !at.ContainsKey(column)).Select(static column => $"'{column.Heading}'").ToArray();
        if (missing.Length > 0)
        {
            notes.Tell("MP068", $"Sheet '{found.Name}' has no column {string.Join(", ", missing.Take(8))}{(missing.Length > 8 ? " …" : "")}: there the map keeps what it says.");
        }
    }

    private static BookColumn? Known(BookSheet sheet, string text)
    {
        var folded = NamePattern.Fold(text);
        return sheet.Columns.FirstOrDefault(column => string.Equals(NamePattern.Fold(column.Heading), folded, StringComparison.Ordinal));
    }
}
