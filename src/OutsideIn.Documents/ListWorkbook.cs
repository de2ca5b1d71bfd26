using OutsideIn.Documents.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents;

/// <summary>One list as a workbook (.xlsx) of one sheet, to be given to those who work by it.</summary>
public static class ListWorkbook
{
    private const double WidthMin = 12;
    private const double WidthMax = 60;
    private const int RowsMax = 1_048_575;

    /// <summary>Writes a list. Every cell is a text, whatever sign it begins with.</summary>
    /// <param name="name">The sheet's name, 1 to 31 signs.</param>
    /// <param name="headings">What stands above the columns.</param>
    /// <param name="rows">[rows][columns] The cells.</param>
    /// <param name="stream">Where to; must be able to seek. It stays open.</param>
    /// <returns>How many rows were written; <c>MP060</c> where a text is longer than a cell holds or there are more rows than a sheet holds, and then nothing was written.</returns>
    public static Result<long> Write(string name, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, Stream stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(stream);
        IReadOnlyList<BookCell>[] cells = [.. rows.Select(static row => (IReadOnlyList<BookCell>)[.. row.Select(static text => BookCell.OfText(text))])];
        if (cells.Length > RowsMax || Array.Exists(cells, static row => row.Any(static cell => cell.IsTooLong)))
        {
            return new Problem(
                ProblemKind.Invalid, "MP060", "The list holds a text that is too long for a cell of a spreadsheet, or more rows than a sheet has.", "Write it as CSV.");
        }

        var columns = headings.Select((heading, at) => new WrittenColumn(
            heading, Math.Clamp(rows.Select(row => row[at].Length).Append(heading.Length).Max() + 2, WidthMin, WidthMax), BookStyles.Text));
        BookWriting.Write(stream, [new WrittenSheet(name, [.. columns], cells)]);
        return rows.Count;
    }
}
