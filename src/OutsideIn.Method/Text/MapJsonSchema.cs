using System.Text.Json;
using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>The written map as a JSON Schema (draft 2020-12), with which editors complete and check a map while it is typed.</summary>
/// <remarks>
/// It is <c>docs/map.schema.json</c>, made of the records and their doc comments. It knows every key in one spelling only,
/// and not what a reference refers to: it accepts every map the program writes and is no substitute for reading one.
/// </remarks>
public static class MapJsonSchema
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Descriptions = new(ReadDescriptions);

    /// <summary>The schema as JSON text.</summary>
    public static string Text { get; } = ReadText();

    /// <summary>What a key says, in the words of its doc comment; empty where the schema does not know it.</summary>
    internal static string DescriptionOf(GroupFormat format, FieldFormat field) =>
        Descriptions.Value.GetValueOrDefault($"{format.Type.Name}/{field.Key}", "");

    private static string ReadText()
    {
        using var stream = typeof(MapJsonSchema).Assembly.GetManifestResourceStream("map.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Dictionary<string, string> ReadDescriptions()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        using var schema = JsonDocument.Parse(Text);
        foreach (var definition in schema.RootElement.GetProperty("$defs").EnumerateObject())
        {
            if (definition.Value.TryGetProperty("properties", out var properties))
            {
                foreach (var property in properties.EnumerateObject())
                {
                    all[$"{definition.Name}/{property.Name}"] = property.Value.TryGetProperty("description", out var words) ? words.GetString()! : "";
                }
            }
        }

        return all;
    }
}
