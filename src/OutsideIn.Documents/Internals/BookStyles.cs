using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OutsideIn.Documents.Internals;

/// <summary>How cells look. The numbers are places in the style sheet.</summary>
internal static class BookStyles
{
    public const uint Plain = 0;
    public const uint Heading = 1;
    public const uint Text = 2;
    public const uint Number = 3;
    public const uint Share = 4;
    public const uint Day = 5;
    public const uint Names = 6;
    public const uint Title = 7;
    public const uint NamesHeading = 8;

    private const uint TextFormat = 49;
    private const uint ShareFormat = 164;
    private const uint DayFormat = 165;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = ShareFormat, FormatCode = "0.####%" },
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" }),
        new Fonts(
            Font("FF14232B"),
            Font("FF0B5C68", isBold: true),
            Font("FF8090A0", isItalic: true),
            Font("FF0F7180", isBold: true, size: 18)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEAF6F7" }) { PatternType = PatternValues.Solid })),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(new Color { Rgb = "FF0F7180" }) { Style = BorderStyleValues.Medium }, new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
            Cell(0, 0),
            Cell(TextFormat, 1, fill: 2, border: 1),
            Cell(TextFormat, 0, isQuoted: true),
            Cell(0, 0),
            Cell(ShareFormat, 0),
            Cell(DayFormat, 0),
            Cell(TextFormat, 2),
            Cell(0, 3),
            Cell(TextFormat, 2, fill: 2, border: 1)));

    private static Font Font(string colour, bool isBold = false, bool isItalic = false, double size = 11)
    {
        var parts = new List<OpenXmlElement>();
        if (isBold)
        {
            parts.Add(new Bold());
        }

        if (isItalic)
        {
            parts.Add(new Italic());
        }

        return new Font([.. parts, new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = "Calibri" }]);
    }

    // A quoted cell stays text when it is edited, whatever sign it begins with.
    private static CellFormat Cell(uint format, uint font, uint fill = 0, uint border = 0, bool isQuoted = false) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
        {
            NumberFormatId = format,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
            QuotePrefix = isQuoted,
        };
}
