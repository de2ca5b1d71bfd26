using OutsideIn.Documents.Internals;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents;

/// <summary>The map as a workbook (.xlsx): one sheet a list, one row an entry, one column a key, to be edited in a spreadsheet and brought back.</summary>
/// <remarks>A private personal map is in no workbook, and one that is brought back leaves them untouched (row 61).</remarks>
public static class MapWorkbook
{
    private const double WideColumn = 44;
    private const double NarrowColumn = 14;
    private const double OrderColumn = 7;

    /// <summary>Writes a map. Texts stay texts, whatever sign they begin with; days and numbers are days and numbers.</summary>
    /// <param name="map">The map.</param>
    /// <param name="stream">Where to; must be able to seek. It stays open.</param>
    /// <returns>How many rows were written; or <c>MP060</c> where a text is longer than a cell holds, and then nothing was written.</returns>
    public static Result<long> Write(OutsideInMap map, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(stream);
        var open = map with { PersonalMaps = [.. map.PersonalMaps.Where(static one => one.IsShared)] };
        var index = MapIndex.Of(open);
        var sheets = new List<WrittenSheet> { BookGuide.Guide(open) };
        foreach (var sheet in BookSheet.All)
        {
            var rows = Rows(sheet, open, index);
            for (var row = 0; row < rows.Count; row++)
            {
                if (rows[row].TakeWhile(static cell => !cell.IsTooLong).Count() is var column && column < rows[row].Count)
                {
                    return new Problem(
                        ProblemKind.Invalid,
                        "MP060",
                        $"'{sheet.Columns[column].Heading}' in row {CountText.Of(row + 2)} of '{sheet.Name}' is {CountText.Of(rows[row][column].Text!.Length)} signs long, and a cell of a spreadsheet holds {CountText.Of(BookCell.LengthMax)}.",
                        "Shorten it in the map.");
                }
            }

            sheets.Add(new WrittenSheet(sheet.Name, [.. sheet.Columns.Select(column => Column(sheet, column))], rows));
        }

        sheets.Insert(1, BookGuide.Columns());
        BookWriting.Write(stream, sheets);
        return sheets.Skip(2).Sum(static sheet => (long)sheet.Rows.Count);
    }

    /// <summary>Lays a workbook over the map it is to change: its rows are the map's, in their order; what it does not say stays as it is.</summary>
    /// <remarks>
    /// Sheets and columns are found by name, in any case and order; those that are not there change nothing, and those that
    /// are no part of a map are left aside. A row whose id the map has changes that entry; one without an id is a new entry.
    /// </remarks>
    /// <param name="stream">The file; must be able to seek. It stays open.</param>
    /// <param name="map">The map it is laid over; <see cref="OutsideInMap.Empty"/> for a book alone.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <returns>
    /// The changed map with everything wrong and worth knowing, each with sheet, row and column; with an error among them
    /// the map is the one given. Or <c>MP061</c> for what is no workbook, <c>MP062</c> for an old or protected one,
    /// <c>MP063</c> for one that is too large, <c>MP064</c> for one that is damaged.
    /// </returns>
    public static Result<MapDocument> Read(Stream stream, OutsideInMap map, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(name);
        return BookOpening.Read(stream, name).TryGet(out var sheets, out var problem) ? BookReading.Read(map, sheets, name) : problem;
    }

    private static IReadOnlyList<IReadOnlyList<BookCell>> Rows(BookSheet sheet, OutsideInMap map, MapIndex index) => sheet.Section is null
        ? [.. map.HandOffEvents.Select(static one => (IReadOnlyList<BookCell>)[BookCell.OfText(one.Text)])]
        : [.. sheet.Section.Rows(map).Select((row, at) => (IReadOnlyList<BookCell>)[.. sheet.Columns.Select(column => Cell(column, row, at + 1, index))])];

    private static BookCell Cell(BookColumn column, MapRow row, int order, MapIndex index) => column.Role switch
    {
        BookColumnRole.Order => new BookCell(null, order, BookStyles.Number),
        BookColumnRole.Owner => row.Owner is { } owner ? BookCell.OfText(owner) : BookCell.Nothing,
        BookColumnRole.Names => Names(column.Field is null ? row.Owner : column.Field.Show(row.Entry), index),
        _ => BookCell.Of(column.Field!, column.Field!.Show(row.Entry)),
    };

    private static BookCell Names(string? ids, MapIndex index)
    {
        var names = (ids ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(id => index.Find(id) is { Name.Length: > 0 } entry ? Page.Cut(entry.Name, 200) : "")
            .Where(static name => name.Length > 0).Take(50).ToArray();
        return names.Length == 0 ? BookCell.Nothing : BookCell.OfText(string.Join("; ", names), BookStyles.Names);
    }

    private static WrittenColumn Column(BookSheet sheet, BookColumn column)
    {
        var (width, style) = column switch
        {
            { Role: BookColumnRole.Order } => (OrderColumn, BookStyles.Number),
            { Role: BookColumnRole.Names } => (WideColumn - 12, BookStyles.Names),
            { Field.Kind: MapFieldKind.Share } => (NarrowColumn, BookStyles.Share),
            { Field.Kind: MapFieldKind.Date } => (NarrowColumn, BookStyles.Day),
            { IsNumber: true } => (NarrowColumn, BookStyles.Number),
            { Field.Kind: MapFieldKind.Text } when column.Heading is not "id" => (WideColumn, BookStyles.Text),
            { Field.Kind: MapFieldKind.Text or MapFieldKind.Word or MapFieldKind.YesNo } => (NarrowColumn + 6, BookStyles.Text),
            _ => (WideColumn - 20, BookStyles.Text),
        };
        return new WrittenColumn(column.Heading, width, style, column.Role == BookColumnRole.Names ? BookStyles.NamesHeading : BookStyles.Heading)
        {
            Prompt = column.Role == BookColumnRole.Names ? "For reading only." : BookGuide.About(sheet, column),
            Words = column.Field?.Words ?? [],
        };
    }
}
