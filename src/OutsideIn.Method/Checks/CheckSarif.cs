using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace OutsideIn.Method;

/// <summary>The findings in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0, 2020), which code hosts show beside the lines.</summary>
/// <remarks>Each sort of finding that occurs is a rule whose help is its page; accepted findings are results with a suppression.</remarks>
public static class CheckSarif
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Writes a document as one run, indented, as UTF-8 without a byte order mark. The stream stays open.</summary>
    public static void Write(Stream stream, CheckDocument document)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(document);
        List<string> codes =
        [
            .. document.Findings.Concat(document.Accepted.Select(static one => one.Finding))
                .Select(static one => one.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        var numbers = codes.Select(static (code, index) => (code, index)).ToDictionary(static one => one.code, static one => one.index, StringComparer.Ordinal);
        var kinds = MapChecks.Catalogue.ToDictionary(static kind => kind.Code, StringComparer.Ordinal);
        var run = new
        {
            tool = new { driver = new { name = "outsidein", rules = codes.Select(code => Rule(code, kinds.GetValueOrDefault(code))) } },
            columnKind = "utf16CodeUnits",
            results = document.Findings.Select(one => ResultOf(one, numbers, null))
                .Concat(document.Accepted.Select(one => ResultOf(one.Finding, numbers, one.Because))),
        };
        var whole = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[] { run },
        };
        JsonSerializer.Serialize(stream, whole, Options);
    }

    private static object Rule(string code, FindingKind? kind) => new
    {
        id = code,
        shortDescription = new { text = kind?.Title ?? "The map could not be read as it is written" },
        helpUri = kind?.Page ?? "docs/problems.md",
        defaultConfiguration = new { level = Level(kind?.Severity ?? Severity.Error) },
    };

    private static object ResultOf(CheckedFinding finding, Dictionary<string, int> numbers, string? because) => new
    {
        ruleId = finding.Code,
        ruleIndex = numbers[finding.Code],
        level = Level(finding.Severity),
        message = new { text = finding.Hint is null ? finding.Message : $"{finding.Message} {finding.Hint}" },
        locations = new[]
        {
            new
            {
                physicalLocation = new
                {
                    artifactLocation = new { uri = Address(finding.File) },
                    region = new { startLine = finding.Line, startColumn = finding.Column, endColumn = finding.Column + finding.Length },
                },
                logicalLocations = finding.Subject is null ? null : new[] { new { fullyQualifiedName = finding.Subject } },
            },
        },
        suppressions = because is null ? null : new[] { new { kind = "inSource", justification = because } },
    };

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>A path as a URI reference: relative where the path is.</summary>
    private static string Address(string path) => Path.IsPathRooted(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
