using System.IO.Compression;
using System.Xml;

namespace OutsideIn.Documents.Internals;

/// <summary>A cell whose formula failed.</summary>
/// <param name="Shown">What the spreadsheet shows in it, such as <c>#REF!</c>.</param>
internal sealed record CellError(string Shown);

/// <summary>The cells of a workbook whose formulas failed, which the library reads as empty.</summary>
internal static class BookErrors
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // No entity is expanded and nothing is fetched; a document type alone is refused.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };

    /// <summary>By name of the sheet and address of the cell, such as <c>B7</c>.</summary>
    public static IReadOnlyDictionary<(string Sheet, string Cell), CellError> Of(ZipArchive zip)
    {
        var errors = new Dictionary<(string, string), CellError>();
        if (zip.GetEntry("xl/workbook.xml") is not { } book || zip.GetEntry("xl/_rels/workbook.xml.rels") is not { } links)
        {
            return errors;
        }

        var parts = Attributes(links, "Relationship", static reader => (reader.GetAttribute("Id"), reader.GetAttribute("Target"))).DistinctBy(static one => one.Item1, StringComparer.Ordinal).ToDictionary(static one => one.Item1 ?? "", static one => one.Item2, StringComparer.Ordinal);
        foreach (var (name, id) in Attributes(book, "sheet", static reader => (reader.GetAttribute("name"), reader.GetAttribute("id", Relationships))))
        {
            if (name is not null && id is not null && parts.GetValueOrDefault(id) is { } target
                && zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target) is { } part)
            {
                Collect(part, name, errors);
            }
        }

        return errors;
    }

    private static List<(string?, string?)> Attributes(ZipArchiveEntry part, string element, Func<XmlReader, (string?, string?)> each)
    {
        var found = new List<(string?, string?)>();
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && string.Equals(reader.LocalName, element, StringComparison.Ordinal))
            {
                found.Add(each(reader));
            }
        }

        return found;
    }

    private static void Collect(ZipArchiveEntry part, string sheet, Dictionary<(string, string), CellError> errors)
    {
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, Settings);
        string? cell = null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (string.Equals(reader.LocalName, "c", StringComparison.Ordinal))
            {
                cell = string.Equals(reader.GetAttribute("t"), "e", StringComparison.Ordinal) ? reader.GetAttribute("r") : null;
            }
            else if (cell is not null && string.Equals(reader.LocalName, "v", StringComparison.Ordinal) && reader.Read() && reader.NodeType == XmlNodeType.Text)
            {
                errors.TryAdd((sheet, cell), new CellError(reader.Value));
                cell = null;
            }
        }
    }
}
