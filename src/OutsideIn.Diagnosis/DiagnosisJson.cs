using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>A diagnosis as JSON: the layout of docs/diagnosis-json.md, names in camel case, instants in UTC.</summary>
public static class DiagnosisJson
{
    /// <summary>
    /// How every part of a diagnosis is written: names in camel case, <c>null</c> written out, instants as ISO 8601 in UTC ending in
    /// <c>Z</c>, letters of every script as they are. A number that is not finite is refused by the writer, never written.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Made(isIndented: false);

    private static readonly JsonSerializerOptions Indented = Made(isIndented: true);

    /// <summary>Writes a document, indented, as UTF-8 without a byte order mark. The stream stays open.</summary>
    /// <exception cref="ArgumentException">A number in the document is not finite, which no section may produce.</exception>
    public static void Write(Stream stream, DiagnosisDocument document)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(document);
        JsonSerializer.Serialize(stream, document, Indented);
    }

    /// <summary>Reads a document that this build or an earlier one wrote. The stream stays open.</summary>
    /// <returns>
    /// The document; <c>DG021</c> where the text is no such document, <c>DG022</c> where a later build wrote it in a layout this one
    /// would misread.
    /// </returns>
    public static Result<DiagnosisDocument> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var json = JsonDocument.Parse(stream);
            if (json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("version", out var written)
                || written.ValueKind != JsonValueKind.Number
                || !written.TryGetInt32(out var version))
            {
                return NoDocument("it has no version");
            }

            if (version is < 1 or > DiagnosisDocument.CurrentVersion)
            {
                return new Problem(
                    ProblemKind.Invalid,
                    "DG022",
                    $"The diagnosis is of layout {version}; this build reads layouts up to {DiagnosisDocument.CurrentVersion}.",
                    "Read it with the build that wrote it, or diagnose the log again.");
            }

            return json.Deserialize<DiagnosisDocument>(Options) is { } document ? document : NoDocument("it is empty");
        }
        catch (JsonException failure)
        {
            return NoDocument(failure.Message);
        }
    }

    private static Problem NoDocument(string why) => new(
        ProblemKind.Invalid,
        "DG021",
        $"This is no diagnosis in JSON: {why.TrimEnd('.')}.",
        "Give a file written with 'outsidein diagnose LOG --json FILE'.");

    private static JsonSerializerOptions Made(bool isIndented)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = isIndented,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Converters = { new UtcInstantConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
