using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>A sheet as it was found: its rows with their cells, the first row 1.</summary>
/// <param name="Name">The sheet's name.</param>
/// <param name="Rows">Row numbers and cells; rows without a cell are left out.</param>
internal sealed record FoundSheet(string Name, IReadOnlyList<FoundRow> Rows);

/// <summary>A row as it was found.</summary>
/// <param name="Number">Its number in the sheet, from 1.</param>
/// <param name="Cells">Text, number, day, truth value, <see cref="CellError"/> or null.</param>
internal sealed record FoundRow(int Number, object?[] Cells);

/// <summary>Opens a workbook somebody sent. Whatever the file is, it is read or refused, within fixed limits.</summary>
internal static class BookOpening
{
    private const long FileMax = 64L << 20;
    private const long UnpackedMax = 512L << 20;
    private const int PartsMax = 2000;
    private const int CellsMax = 4_000_000;
    private const int ColumnsMax = 512;

    private static readonly byte[] ZipBegin = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] CompoundBegin = [0xD0, 0xCF, 0x11, 0xE0];

    public static Result<IReadOnlyList<FoundSheet>> Read(Stream stream, string name)
    {
        try
        {
            if (stream.Length > FileMax)
            {
                return TooMuch(name, $"it is longer than {FileMax >> 20} MB");
            }

            if (Refuse(stream, name, out var errors) is { } problem)
            {
                return problem;
            }

            // The reader of the library asks for the code pages of old workbooks, whatever it reads.
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            stream.Position = 0;
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
            return Sheets(reader, name, errors);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or XmlException or ExcelReaderException or FormatException or OverflowException
            or ArgumentException or InvalidOperationException or KeyNotFoundException or NullReferenceException or IndexOutOfRangeException or InvalidCastException or EndOfStreamException)
        {
            return Damaged(name);
        }
    }

    private static Problem? Refuse(Stream stream, string name, out IReadOnlyDictionary<(string Sheet, string Cell), CellError> errors)
    {
        errors = new Dictionary<(string, string), CellError>();
        var begin = new byte[4];
        var length = stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        if (length == 4 && begin.AsSpan().SequenceEqual(CompoundBegin))
        {
            return new Problem(ProblemKind.Invalid, "MP062", $"'{name}' is an old workbook (.xls) or is protected with a password.", "Save it as .xlsx, without a password.");
        }

        if (length < 4 || !begin.AsSpan().SequenceEqual(ZipBegin))
        {
            return NoWorkbook(name);
        }

        stream.Position = 0;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > PartsMax)
        {
            return TooMuch(name, $"it has more than {CountText.Of(PartsMax)} parts");
        }

        if (zip.GetEntry("[Content_Types].xml") is null || !zip.Entries.Any(static part => part.FullName.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)))
        {
            return NoWorkbook(name);
        }

        if (!Unpacks(zip))
        {
            return TooMuch(name, $"it unpacks to more than {UnpackedMax >> 20} MB");
        }

        errors = BookErrors.Of(zip);
        return null;
    }

    // What a zip says of its own lengths need not be true: it is unpacked once, into nothing.
    private static bool Unpacks(ZipArchive zip)
    {
        var left = UnpackedMax;
        var buffer = new byte[1 << 16];
        foreach (var part in zip.Entries)
        {
            using var unpacked = part.Open();
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                if ((left -= read) < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static Result<IReadOnlyList<FoundSheet>> Sheets(IExcelDataReader reader, string name, IReadOnlyDictionary<(string Sheet, string Cell), CellError> errors)
    {
        var sheets = new List<FoundSheet>();
        var cells = 0L;
        do
        {
            var rows = new List<FoundRow>();
            for (var number = 1; reader.Read(); number++)
            {
                var row = new object?[Math.Min(reader.FieldCount, ColumnsMax)];
                for (var index = 0; index < row.Length; index++)
                {
                    row[index] = reader.GetValue(index)
                        ?? (errors.Count == 0 ? null : errors.GetValueOrDefault((reader.Name ?? "", BookWriting.Letters(index) + number.ToString(CultureInfo.InvariantCulture))));
                    cells += row[index] is null ? 0 : 1;
                }

                if (cells > CellsMax)
                {
                    return TooMuch(name, $"it has more than {CountText.Of(CellsMax)} cells");
                }

                if (Array.Exists(row, static cell => cell is not null))
                {
                    rows.Add(new FoundRow(number, row));
                }
            }

            sheets.Add(new FoundSheet(reader.Name ?? "", rows));
        }
        while (reader.NextResult());

        return sheets;
    }

    private static Problem NoWorkbook(string name) =>
        new(ProblemKind.Invalid, "MP061", $"'{name}' is no workbook.", "Give a file that a spreadsheet saved as .xlsx.");

    private static Problem TooMuch(string name, string reason) =>
        new(ProblemKind.Invalid, "MP063", $"The workbook '{name}' is too much to read: {reason}.", "Take out what is not part of the map.");

    private static Problem Damaged(string name) =>
        new(ProblemKind.Invalid, "MP064", $"The workbook '{name}' is damaged or cut short.", "Open it in a spreadsheet and save it again as .xlsx.");
}
