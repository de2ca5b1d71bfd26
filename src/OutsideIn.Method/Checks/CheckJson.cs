using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace OutsideIn.Method;

/// <summary>The findings as JSON: the layout of docs/check-json.md, names in camel case, days as <c>2026-03-31</c>.</summary>
public static class CheckJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a document, indented, as UTF-8 without a byte order mark. The stream stays open.</summary>
    public static void Write(Stream stream, CheckDocument document)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(document);
        JsonSerializer.Serialize(stream, document, Options);
    }
}
