using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>The two sheets that explain the others. Never read.</summary>
internal static class BookGuide
{
    private static readonly string[] Lines =
    [
        "One sheet for each list of the map, one row for each entry, one column for each key. Change what you like, save, and bring it back with: outsidein map import MAP BOOK.xlsx",
        "Before anything is stored you see what was added, removed and changed, and say yes or no.",
        "",
        "Rows: add one at the end or in between. Leave 'id' empty for a new entry and it gets one. Delete a row to remove the entry.",
        "Columns: leave them as they are. A column of your own is left aside when the book comes back, and a column you delete keeps what the map says.",
        "Sheets: sort and filter as you like; 'order' keeps the order of the map. A sheet you delete keeps what the map says.",
        "Links: a column such as 'caused by' holds ids, or names, with a semicolon between them. The grey column beside it shows the names; it is for reading only.",
        "Lists: put a semicolon between the items. Rows of lists with columns of their own stand on a sheet of their own and name in 'belongs to' the entry they belong to.",
        "Empty cells say nothing. Days are days of the spreadsheet or texts such as 2026-11-21; shares are percentages or numbers from 0 to 1.",
        "Private personal maps are not in this book, and importing it leaves them untouched.",
    ];

    public static WrittenSheet Guide(OutsideInMap map)
    {
        var rows = new List<IReadOnlyList<BookCell>>
        {
            new[] { BookCell.OfText(map.Organisation.Name.Length == 0 ? "The map" : $"The map of {map.Organisation.Name}", BookStyles.Title) },
            new[] { BookCell.Nothing },
        };
        rows.AddRange(Lines.Select(static line => (IReadOnlyList<BookCell>)[line.Length == 0 ? BookCell.Nothing : BookCell.OfText(line, BookStyles.Plain)]));
        rows.Add([BookCell.Nothing]);
        rows.AddRange(BookSheet.All.Select(sheet => (IReadOnlyList<BookCell>)
        [
            BookCell.OfText($"{sheet.Name}: {CountText.Of(sheet.Section is null ? map.HandOffEvents.Count : sheet.Section.Rows(map).Count, "row", "rows")}. {(sheet.Section is null ? "Activity names of the log whose events are hand-offs in themselves." : sheet.Section.About)}".TrimEnd(), BookStyles.Plain),
        ]));
        return new WrittenSheet(BookSheet.GuideName, [new WrittenColumn("", 120, BookStyles.Plain)], rows) { HasHeading = false };
    }

    public static WrittenSheet Columns() => new(
        BookSheet.ColumnsName,
        [new WrittenColumn("sheet", 32, BookStyles.Plain), new WrittenColumn("column", 24, BookStyles.Plain), new WrittenColumn("what may stand in it", 90, BookStyles.Plain)],
        [
            .. BookSheet.All.SelectMany(static sheet => sheet.Columns.Where(static column => column.Role != BookColumnRole.Names).Select(column => (IReadOnlyList<BookCell>)
            [
                BookCell.OfText(sheet.Name, BookStyles.Plain), BookCell.OfText(column.Heading, BookStyles.Plain), BookCell.OfText(About(sheet, column), BookStyles.Plain),
            ])),
        ]);

    /// <summary>What may stand in a column, in one sentence.</summary>
    public static string About(BookSheet sheet, BookColumn column)
    {
        if (column.Role == BookColumnRole.Order)
        {
            return "The place in the list: a number. Leave it empty and the row comes behind the one above it.";
        }

        if (column.Role == BookColumnRole.Owner)
        {
            return "Id or name of the entry this row belongs to.";
        }

        if (column.Field is not { } field)
        {
            return "An activity name of the log; * stands for any run of characters.";
        }

        var needed = field.IsNeeded ? " Needed." : "";
        if (string.Equals(field.Key, "id", StringComparison.Ordinal) && sheet.Section!.EntryType.IsSubclassOf(typeof(MapEntry)))
        {
            return "Short name that links use; letters, digits, '-', '_' and '.'. Leave it empty for a new entry.";
        }

        return Kind(field) + needed;
    }

    private static string Kind(MapField field) => field.Kind switch
    {
        MapFieldKind.Number => $"A number{Bounds(field)}.",
        MapFieldKind.WholeNumber => $"A whole number{Bounds(field)}.",
        MapFieldKind.Share => "A percentage, or a number from 0 to 1.",
        MapFieldKind.YesNo => "yes or no.",
        MapFieldKind.Date => "A day, such as 2026-11-21.",
        MapFieldKind.Word => $"One of: {string.Join(", ", field.Words)}.",
        MapFieldKind.Reference => $"Id or name of {Sorts(field)}.",
        MapFieldKind.References => $"Ids or names of {Sorts(field)}, with a semicolon between them.",
        MapFieldKind.Texts => "Texts, with a semicolon between them.",
        MapFieldKind.Patterns => "Activity names of the log, with a semicolon between them; * stands for any run of characters. [] for none.",
        MapFieldKind.Numbers => "Numbers, with a semicolon between them.",
        MapFieldKind.Dates => "Days such as 2026-12-25, with a semicolon between them.",
        MapFieldKind.Group or MapFieldKind.Groups => "Keys and values in braces, such as { do: 3, talk: 2 }.",
        _ => "A text.",
    };

    private static string Bounds(MapField field) => field is { Least: { } least, Most: { } most }
        ? $" from {Page.Number(least)} to {Page.Number(most)}" : "";

    private static string Sorts(MapField field)
    {
        var sheets = BookSheet.All.Where(sheet => sheet.Section is { } section && field.RefersTo.Contains(section.EntryType)).Select(static sheet => $"'{sheet.Name}'").ToArray();
        return sheets.Length == 0 ? "any entry" : $"an entry of {string.Join(" or ", sheets)}";
    }
}
