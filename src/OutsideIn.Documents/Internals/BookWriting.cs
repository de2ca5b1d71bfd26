using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OutsideIn.Documents.Internals;

/// <summary>A sheet to be written: what it is called, its columns, its rows.</summary>
/// <param name="Name">The sheet's name.</param>
/// <param name="Columns">Width, heading, style of the heading, and what the spreadsheet says and allows in each column.</param>
/// <param name="Rows">The cells under the headings.</param>
internal sealed record WrittenSheet(string Name, IReadOnlyList<WrittenColumn> Columns, IReadOnlyList<IReadOnlyList<BookCell>> Rows)
{
    /// <summary>Whether the first row is a heading that stays in sight and carries filters.</summary>
    public bool HasHeading { get; init; } = true;
}

/// <summary>A column to be written.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Width">Its width in signs.</param>
/// <param name="Style">The style of cells nobody has filled yet.</param>
/// <param name="HeadingStyle">The style of the heading.</param>
internal sealed record WrittenColumn(string Heading, double Width, uint Style, uint HeadingStyle = BookStyles.Heading)
{
    /// <summary>What the spreadsheet says beside a cell of the column; null for nothing.</summary>
    public string? Prompt { get; init; }

    /// <summary>The words to choose from; empty for no choice.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>Sheets to the parts of an .xlsx file, row by row.</summary>
internal static class BookWriting
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int PromptLengthMax = 250;
    private const int WordsLengthMax = 255;
    private const int RowsMax = 1_048_576;

    public static void Write(Stream stream, IReadOnlyList<WrittenSheet> sheets)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var styles = book.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = BookStyles.Sheet();
        var list = new Sheets();
        for (var index = 0; index < sheets.Count; index++)
        {
            var part = book.AddNewPart<WorksheetPart>();
            WriteSheet(part, sheets[index]);
            list.Append(new Sheet { Name = sheets[index].Name, SheetId = (uint)index + 1, Id = book.GetIdOfPart(part) });
        }

        book.Workbook = new Workbook(list);
    }

    private static void WriteSheet(WorksheetPart part, WrittenSheet sheet)
    {
        // Cells are written by hand: an object for each takes two thirds of the time of a large book.
        using var stream = part.GetStream(FileMode.Create);
        using var writer = XmlWriter.Create(stream);
        writer.WriteStartElement("x", "worksheet", Namespace);
        if (sheet.HasHeading)
        {
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
            {
                WorkbookViewId = 0,
            }).WriteTo(writer);
        }
        else
        {
            new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }).WriteTo(writer);
        }

        new Columns(sheet.Columns.Select(static (column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
            Style = column.Style,
        })).WriteTo(writer);
        writer.WriteStartElement("sheetData", Namespace);
        if (sheet.HasHeading)
        {
            WriteRow(writer, 1, [.. sheet.Columns.Select(static column => BookCell.OfText(column.Heading, column.HeadingStyle))]);
        }

        for (var index = 0; index < sheet.Rows.Count; index++)
        {
            WriteRow(writer, index + (sheet.HasHeading ? 2 : 1), sheet.Rows[index]);
        }

        writer.WriteEndElement();
        if (sheet.HasHeading && sheet.Columns.Count > 0)
        {
            new AutoFilter { Reference = $"A1:{Letters(sheet.Columns.Count - 1)}{Math.Max(2, sheet.Rows.Count + 1)}" }.WriteTo(writer);
            WriteChoices(writer, sheet.Columns);
        }

        writer.WriteEndElement();
    }

    private static void WriteRow(XmlWriter writer, int number, IReadOnlyList<BookCell> cells)
    {
        var row = number.ToString(CultureInfo.InvariantCulture);
        writer.WriteStartElement("row", Namespace);
        writer.WriteAttributeString("r", row);
        for (var index = 0; index < cells.Count; index++)
        {
            var cell = cells[index];
            if (cell.IsNothing)
            {
                continue;
            }

            writer.WriteStartElement("c", Namespace);
            writer.WriteAttributeString("r", Letters(index) + row);
            writer.WriteAttributeString("s", cell.Style.ToString(CultureInfo.InvariantCulture));
            if (cell.Number is { } value)
            {
                writer.WriteElementString("v", Namespace, value.ToString("R", CultureInfo.InvariantCulture));
            }
            else
            {
                writer.WriteAttributeString("t", "inlineStr");
                writer.WriteStartElement("is", Namespace);
                writer.WriteStartElement("t", Namespace);
                writer.WriteAttributeString("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve");
                writer.WriteString(BookCell.Escaped(cell.Text ?? ""));
                writer.WriteEndElement();
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    // A warning and no bar: what a person knows better may be written, and the import names what it cannot read.
    private static void WriteChoices(XmlWriter writer, IReadOnlyList<WrittenColumn> columns)
    {
        var all = columns.Select(static (column, index) => (column, index)).Where(static one => one.column.Prompt is not null || one.column.Words.Count > 0)
            .Select(static one => Choice(one.column, Letters(one.index))).ToArray();
        if (all.Length > 0)
        {
            new DataValidations(all) { Count = (uint)all.Length }.WriteTo(writer);
        }
    }

    private static DataValidation Choice(WrittenColumn column, string letters)
    {
        var words = string.Join(',', column.Words);
        var hasList = column.Words.Count > 0 && words.Length <= WordsLengthMax;
        var choice = new DataValidation
        {
            AllowBlank = true,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{letters}2:{letters}{RowsMax.ToString(CultureInfo.InvariantCulture)}" },
            ShowInputMessage = column.Prompt is not null,
            PromptTitle = Page.Cut(column.Heading, 32),
            Prompt = column.Prompt is null ? null : Page.Cut(column.Prompt, PromptLengthMax),
        };
        if (hasList)
        {
            choice.Type = DataValidationValues.List;
            choice.ErrorStyle = DataValidationErrorStyleValues.Warning;
            choice.ShowErrorMessage = true;
            choice.Error = Page.Cut($"Expected one of: {words}.", PromptLengthMax);
            choice.Append(new Formula1($"\"{words}\""));
        }

        return choice;
    }

    /// <summary>The letters of a column, the first at 0: A, B … Z, AA.</summary>
    public static string Letters(int index)
    {
        var letters = "";
        for (var left = index; left >= 0; left = (left / 26) - 1)
        {
            letters = (char)('A' + (left % 26)) + letters;
        }

        return letters;
    }
}
