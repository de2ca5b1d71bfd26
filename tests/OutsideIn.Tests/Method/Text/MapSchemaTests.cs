using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Method.Internals;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method;

public sealed class MapSchemaTests
{
    [Fact]
    public void The_schema_is_what_the_records_and_their_comments_say()
    {
        OnRecord("map.schema.json", MapSchema.Make());
        Assert.Equal(MapSchema.Make(), MapJsonSchema.Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_tables_of_keys_are_what_the_records_and_their_comments_say()
    {
        var page = File.ReadAllText(InDocs("map.md")).ReplaceLineEndings("\n");
        var (begin, end) = (page.IndexOf(MapKeysPage.Begin, StringComparison.Ordinal) + MapKeysPage.Begin.Length, page.IndexOf(MapKeysPage.End, StringComparison.Ordinal));
        OnRecord("map.md", page[..begin] + MapKeysPage.Make() + page[end..]);
    }

    [Fact]
    public void Every_section_is_told_what_belongs_there() =>
        Assert.All(SectionGuide.All, static one => Assert.NotEmpty(one.Guide.Comments));

    [Fact]
    public void Every_key_is_described() => Assert.All(
        MapSections.All.SelectMany(static section => section.Fields.Select(field => (section.Key, field.Description))),
        static one => Assert.NotEqual("", one.Description));

    [Fact]
    public void Every_written_map_is_one_by_the_schema() => Prop.ForAll(Maps.All, static map =>
    {
        var text = MapYaml.Write(map);
        var fault = Fault(text);
        return (fault is null).Label($"{fault}\n{text}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_sample_is_one_by_the_schema() => Assert.Null(Fault(NorthbankSample.MapYaml));

    [Theory]
    [InlineData("organisation: N\n", "outsidein is missing")]
    [InlineData("outsidein: 2\ncustomer: []\n", "customer is unknown")]
    [InlineData("outsidein: 2\ncustomers:\n  - { id: a }\n", "name is missing")]
    [InlineData("outsidein: 2\ncustomers:\n  - { name: A, type: founder }\n", "founder is none of the values")]
    [InlineData("outsidein: 2\nneeds:\n  - { name: A, importance: 11 }\n", "11 is out of range")]
    public void What_is_no_map_is_none_by_the_schema(string text, string fault) => Assert.Contains(fault, Fault(text)!, StringComparison.Ordinal);

    private static string? Fault(string text)
    {
        var root = YamlTree.Read(text, "m", new DiagnosticList()).Root!;
        var schema = JsonNode.Parse(MapSchema.Make())!;
        return Check(schema, schema, Json(root)!);
    }

    // What an editor makes of a plain value: the core schema of YAML 1.2.
    private static JsonNode? Json(YamlNode node) => node.Shape switch
    {
        YamlShape.List => new JsonArray([.. node.Children.Select(Json)]),
        YamlShape.Fields => new JsonObject(node.Children.Chunk(2).Select(static pair => KeyValuePair.Create(pair[0].Text, Json(pair[1])))),
        _ when node.IsNothing => null,
        _ when node.IsPlain && node.Text is "true" or "false" => JsonValue.Create(node.Text == "true"),
        _ when node.IsPlain && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(node.Text),
    };

    // As much of the draft as the schema uses.
    private static string? Check(JsonNode schema, JsonNode root, JsonNode? value)
    {
        if (schema["$ref"] is { } reference && Check(root["$defs"]![reference.ToString().Split('/')[^1]]!, root, value) is { } wrong)
        {
            return wrong;
        }

        if (schema["anyOf"] is JsonArray choices && choices.Select(choice => Check(choice!, root, value)).ToArray() is var faults && !faults.Contains(null))
        {
            return string.Join(" or ", faults);
        }

        if (Itself(schema, value) is { } fault)
        {
            return fault;
        }

        return value switch
        {
            JsonObject group => Group(schema, root, group),
            JsonArray list => list.Select(item => schema["items"] is { } items ? Check(items, root, item) : null).FirstOrDefault(static found => found is not null),
            { } scalar => Scalar(schema, scalar),
            _ => null,
        };
    }

    private static string? Itself(JsonNode schema, JsonNode? value)
    {
        if (schema["const"] is { } only && !JsonNode.DeepEquals(only, value) && value?.ToString() != only.ToString())
        {
            return $"{value} is not {only}";
        }

        if (schema["enum"] is JsonArray all && !all.Any(one => JsonNode.DeepEquals(one, value)))
        {
            return $"{value} is none of the values";
        }

        if (schema["type"] is { } type && !(type as JsonArray ?? [type.DeepClone()]).Any(one => Is(one!.ToString(), value)))
        {
            return $"{value} is not {type}";
        }

        return null;
    }

    private static string? Group(JsonNode schema, JsonNode root, JsonObject group)
    {
        if (schema["required"] is JsonArray needed && needed.FirstOrDefault(key => !group.ContainsKey(key!.ToString())) is { } missing)
        {
            return $"{missing} is missing";
        }

        foreach (var (key, value) in schema["properties"] is null ? [] : group)
        {
            if (schema["properties"]![key] is not { } property)
            {
                return $"{key} is unknown";
            }

            if (Check(property, root, value) is { } fault)
            {
                return $"{key}: {fault}";
            }
        }

        return null;
    }

    private static string? Scalar(JsonNode schema, JsonNode value)
    {
        if (schema["pattern"] is { } pattern && value.GetValueKind() == JsonValueKind.String && !Regex.IsMatch(value.ToString(), pattern.ToString(), RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            return $"{value} does not look like {pattern}";
        }

        var isOut = schema["minimum"] is { } least && value.GetValueKind() == JsonValueKind.Number
            && (value.GetValue<double>() < least.GetValue<double>() || value.GetValue<double>() > schema["maximum"]!.GetValue<double>());
        return isOut ? $"{value} is out of range" : null;
    }

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "null" => value is null,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && double.IsInteger(value.GetValue<double>()),
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The schema uses a type this check does not know."),
    };

    private static void OnRecord(string name, string made)
    {
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(InDocs(name), made);
        }

        Assert.Equal(made, File.ReadAllText(InDocs(name)).ReplaceLineEndings("\n"));
    }

    private static string InDocs(string name, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../docs", name));
}
