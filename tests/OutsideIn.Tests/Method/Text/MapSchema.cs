using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OutsideIn.Method;
using OutsideIn.Method.Internals;

namespace OutsideIn.Tests.Method;

/// <summary>docs/map.schema.json, made of the format of the written map and its doc comments.</summary>
internal static class MapSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Make()
    {
        var definitions = new JsonObject
        {
            ["text"] = new JsonObject { ["type"] = Types("string", "number", "boolean") },
            ["yesNo"] = new JsonObject { ["enum"] = new JsonArray("yes", "no", true, false) },
            ["date"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
            ["share"] = Either(
                new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 },
                new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9.eE+-]+ *%$" }),
        };
        foreach (var format in Formats())
        {
            definitions[format.Type.Name] = Definition(format);
        }

        var properties = new JsonObject
        {
            [MapReader.VersionKey] = new JsonObject { ["const"] = OutsideInMap.FormatVersion, ["description"] = "The version of the written format." },
            [MapReader.IncludeKey] = new JsonObject
            {
                ["description"] = "Files whose sections are added to those of this one, by their path from this file.",
                ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }),
            },
        };
        foreach (var (field, _) in SectionGuide.All)
        {
            properties[field.Key] = Property(field, isRoot: true);
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:outsidein:map:{OutsideInMap.FormatVersion}",
            ["title"] = $"OutsideIn map, format {OutsideInMap.FormatVersion}",
            ["description"] = MapComments.Of(typeof(OutsideInMap)),
            ["type"] = "object",
            ["required"] = new JsonArray(MapReader.VersionKey),
            ["properties"] = properties,
            ["additionalProperties"] = false,
            ["$defs"] = definitions,
        }.ToJsonString(Indented) + "\n";
    }

    /// <summary>The format of every record below the map, each once, in the order of the text.</summary>
    public static IReadOnlyList<GroupFormat> Formats()
    {
        var found = new List<GroupFormat>();
        foreach (var (field, _) in SectionGuide.All)
        {
            Add(field);
        }

        return found;

        void Add(FieldFormat field)
        {
            if (field.Group is { } group && found.TrueForAll(one => one.Type != group.Type))
            {
                found.Add(group);
                foreach (var inner in group.Fields)
                {
                    Add(inner);
                }
            }
        }
    }

    private static JsonObject Definition(GroupFormat format)
    {
        var properties = new JsonObject();
        foreach (var field in format.Fields)
        {
            properties[field.Key] = Property(field, isRoot: false);
        }

        var definition = new JsonObject { ["description"] = MapComments.Of(format.Type), ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        string[] needed = [.. format.Fields.Where(field => field.IsNeeded || (field.IsName && !format.IsUnnamed)).Select(static field => field.Key)];
        if (needed.Length > 0)
        {
            definition["required"] = new JsonArray([.. needed.Select(static key => (JsonNode)key!)]);
        }

        return definition;
    }

    private static JsonObject Property(FieldFormat field, bool isRoot)
    {
        var schema = new JsonObject { ["description"] = Description(field) };
        if (field.List is null)
        {
            Copy(One(field), schema);
        }
        else if (field.Group is { IsEntry: true } || (field.Group is not null && isRoot))
        {
            schema["type"] = Types("array", "null");
            schema["items"] = One(field);
        }
        else
        {
            schema["anyOf"] = new JsonArray(new JsonObject { ["type"] = "array", ["items"] = One(field) }, One(field));
        }

        return schema;
    }

    private static string Description(FieldFormat field) => field.Words is null
        ? MapComments.Of(field)
        : $"{MapComments.Of(field)} {string.Join(" ", MapComments.Words(field).Select(static one => $"{one.Word}: {char.ToLowerInvariant(one.Meaning[0])}{one.Meaning[1..]}"))}";

    private static void Copy(JsonObject from, JsonObject to)
    {
        foreach (var (key, value) in from)
        {
            to[key] = value?.DeepClone();
        }
    }

    private static JsonObject One(FieldFormat field) => field.Kind switch
    {
        MapFieldKind.YesNo => Reference("yesNo"),
        MapFieldKind.Date or MapFieldKind.Dates => Reference("date"),
        MapFieldKind.Share => Reference("share"),
        MapFieldKind.Number or MapFieldKind.Numbers => Bounded(field, "number"),
        MapFieldKind.WholeNumber => Bounded(field, "integer"),
        MapFieldKind.Word => new JsonObject { ["enum"] = Words(field) },
        MapFieldKind.Group or MapFieldKind.Groups when field.Group!.Shorthand is { } shorthand => Either(One(shorthand), Reference(field.Group.Type.Name)),
        MapFieldKind.Group or MapFieldKind.Groups => Reference(field.Group!.Type.Name),
        _ => Reference("text"),
    };

    // Editors that read YAML 1.1 take yes and no for true and false.
    private static JsonArray Words(FieldFormat field)
    {
        var words = new JsonArray([.. field.Words!.All.Select(static word => (JsonNode)word!)]);
        foreach (var (word, value) in ((string, bool)[])[("yes", true), ("no", false)])
        {
            if (field.Words.All.Contains(word, StringComparer.Ordinal))
            {
                words.Add(value);
            }
        }

        return words;
    }

    private static JsonObject Bounded(FieldFormat field, string type)
    {
        var schema = new JsonObject { ["type"] = type };
        if (field.Most < double.MaxValue)
        {
            (schema["minimum"], schema["maximum"]) = (field.Least, field.Most);
        }

        return schema;
    }

    private static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    private static JsonObject Either(JsonObject one, JsonObject other) => new() { ["anyOf"] = new JsonArray(one, other) };

    private static JsonArray Types(params string[] types) => new([.. types.Select(static type => (JsonNode)type!)]);
}
