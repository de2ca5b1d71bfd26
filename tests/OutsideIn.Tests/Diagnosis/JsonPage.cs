using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OutsideIn.Tests.Diagnosis;

/// <summary>A page about JSON, made of the doc comments of the records that are written: every property has a line.</summary>
/// <param name="head">What the page begins with.</param>
/// <param name="roots">The records that are written whole, each with the heading it stands under.</param>
internal sealed partial class JsonPage(string head, params (Type Type, string Path)[] roots)
{
    public string Make()
    {
        var comments = Types().Select(static one => one.Type.Assembly.Location).Distinct(StringComparer.Ordinal)
            .SelectMany(static assembly => XDocument.Load(Path.ChangeExtension(assembly, ".xml")).Descendants("member"))
            .ToDictionary(static member => member.Attribute("name")!.Value, StringComparer.Ordinal);
        var page = new StringBuilder(head);
        foreach (var (type, path) in Types())
        {
            var comment = comments[$"T:{type.FullName}"];
            page.Append(CultureInfo.InvariantCulture, $"\n## `{path}`\n\n{Text(comment.Element("summary")!)}\n\n| name | type | what |\n| --- | --- | --- |\n");
            foreach (var property in Properties(type))
            {
                var line = comment.Elements("param").FirstOrDefault(one => one.Attribute("name")!.Value == property.Name)
                    ?? comments.GetValueOrDefault($"P:{type.FullName}.{property.Name}")?.Element("summary");
                Assert.True(line is not null, $"{type.Name}.{property.Name} has no doc comment.");
                page.Append(CultureInfo.InvariantCulture, $"| `{Camel(property.Name)}` | {TypeName(property)} | {Text(line)} |\n");
            }
        }

        return page.ToString();
    }

    // The records, each at the first place it stands at, in the order of the whole.
    private List<(Type Type, string Path)> Types()
    {
        List<(Type Type, string Path)> found = [.. roots];
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(found[next].Type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
                .Where(kind => found.TrueForAll(one => one.Type != kind.DerivedType))
                .Select(kind => (kind.DerivedType, $"{found[next].Path} {kind.TypeDiscriminator}"))
                .ToArray());
            foreach (var property in Properties(found[next].Type))
            {
                var (type, isList) = Element(property.PropertyType);
                if (IsRecordOfOurs(type) && found.TrueForAll(one => one.Type != type))
                {
                    var prefix = next < roots.Length ? "" : $"{found[next].Path}.";
                    var place = $"{prefix}{Camel(property.Name)}{(isList ? "[]" : "")}";
                    found.Add((type, found.Exists(one => string.Equals(one.Path, place, StringComparison.Ordinal)) ? $"{place} of {found[next].Path}" : place));
                }
            }
        }

        return found;
    }

    private static bool IsRecordOfOurs(Type type) => !type.IsEnum && type.Assembly.GetName().Name!.StartsWith("OutsideIn.", StringComparison.Ordinal);

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static one => one.GetIndexParameters().Length == 0);

    private static (Type Type, bool IsList) Element(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? (type.GetGenericArguments()[0], true)
            : (Nullable.GetUnderlyingType(type) ?? type, false);

    private string TypeName(PropertyInfo property)
    {
        var (type, isList) = Element(property.PropertyType);
        var isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return (isList ? "list of " : "") + NameOf(type) + (isNullable ? " or null" : "");
    }

    private string NameOf(Type type) =>
        Element(type) is { IsList: true } inner ? "list of " + NameOf(inner.Type)
            : type == typeof(string) || type.IsEnum ? "text"
            : type == typeof(bool) ? "true or false"
            : type == typeof(double) ? "number"
            : type == typeof(int) || type == typeof(long) || type == typeof(ulong) ? "whole number"
            : type == typeof(DateTimeOffset) ? "instant"
            : type == typeof(DateOnly) ? "day"
            : $"[`{type.Name}`]({Anchor(type)})";

    private string Anchor(Type type)
    {
        var path = Types().Single(one => one.Type == type).Path;
        return "#" + AnchorDrops().Replace(path.ToLowerInvariant(), "").Replace(' ', '-');
    }

    private static string Text(XElement element)
    {
        var text = string.Concat(element.Nodes().Select(static node => node switch
        {
            XText plain => plain.Value,
            XElement { Name.LocalName: "see" or "paramref" } reference => $"`{Camel(Last(reference))}`",
            XElement inner => $"`{inner.Value}`",
            _ => "",
        }));
        return Spaces().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Last(XElement reference) =>
        (reference.Attribute("cref") ?? reference.Attribute("name"))!.Value.Split('.', ':')[^1];

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    [GeneratedRegex(@"[^a-z0-9 \-]", RegexOptions.None, 1000)]
    private static partial Regex AnchorDrops();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
