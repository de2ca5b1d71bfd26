using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OutsideIn.Diagnosis;

namespace OutsideIn.Tests.Diagnosis;

/// <summary>docs/diagnosis-json.md, made of the records' own doc comments: every property has a line.</summary>
internal static partial class DiagnosisJsonPage
{
    public static string Make()
    {
        var comments = XDocument.Load(Path.ChangeExtension(typeof(DiagnosisDocument).Assembly.Location, ".xml"))
            .Descendants("member").ToDictionary(static member => member.Attribute("name")!.Value, StringComparer.Ordinal);
        var page = new StringBuilder(Head);
        foreach (var (type, path) in Types())
        {
            var comment = comments[$"T:{type.FullName}"];
            page.Append(CultureInfo.InvariantCulture, $"\n## `{path}`\n\n{Text(comment.Element("summary")!)}\n\n| name | type | what |\n| --- | --- | --- |\n");
            foreach (var property in Properties(type))
            {
                var line = comment.Elements("param").FirstOrDefault(one => one.Attribute("name")!.Value == property.Name);
                Assert.True(line is not null, $"{type.Name}.{property.Name} has no doc comment.");
                page.Append(CultureInfo.InvariantCulture, $"| `{Camel(property.Name)}` | {TypeName(property)} | {Text(line)} |\n");
            }
        }

        return page.ToString();
    }

    /// <summary>The records of a document, each at the first place it stands at, in the order of the document.</summary>
    public static List<(Type Type, string Path)> Types()
    {
        var found = new List<(Type Type, string Path)> { (typeof(DiagnosisDocument), "the document") };
        for (var next = 0; next < found.Count; next++)
        {
            foreach (var property in Properties(found[next].Type))
            {
                var (type, isList) = Element(property.PropertyType);
                if (type.Assembly == typeof(DiagnosisDocument).Assembly && found.TrueForAll(one => one.Type != type))
                {
                    var prefix = next == 0 ? "" : $"{found[next].Path}.";
                    found.Add((type, $"{prefix}{Camel(property.Name)}{(isList ? "[]" : "")}"));
                }
            }
        }

        return found;
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static one => one.GetIndexParameters().Length == 0);

    private static (Type Type, bool IsList) Element(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? (type.GetGenericArguments()[0], true)
            : (Nullable.GetUnderlyingType(type) ?? type, false);

    private static string TypeName(PropertyInfo property)
    {
        var (type, isList) = Element(property.PropertyType);
        var isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        var name = type == typeof(string) ? "text"
            : type == typeof(bool) ? "true or false"
            : type == typeof(double) ? "number"
            : type == typeof(int) || type == typeof(long) ? "whole number"
            : type == typeof(DateTimeOffset) ? "instant"
            : $"[`{type.Name}`]({Anchor(type)})";
        return (isList ? "list of " : "") + name + (isNullable ? " or null" : "");
    }

    private static string Anchor(Type type)
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

    private const string Head = """
        # The diagnosis as JSON

        What `outsidein diagnose LOG --json FILE` writes and the workspace's API sends. This page is made from the code's own comments; a test keeps the two equal.

        - `version` names the layout. It grows only when a reader of the layout before would misread the new one; new names may appear without that, so ignore names you do not know.
        - Durations are seconds unless a name says hours. Shares are fractions from 0 to 1. Costs are in the log's currency.
        - Instants are ISO 8601 in UTC, such as `2026-03-01T09:00:00Z`. Months are `2026-03`, in UTC.
        - `null` means that there is no such figure: the log does not say, or nothing was counted. A number that cannot be had is never 0 and never "NaN".
        - `figure` is the id of a figure; the workspace opens the cases behind it.
        - Figures that rest on a suggestion nobody has confirmed say so (`isSuggested`, `basis`).

        """;

    [GeneratedRegex(@"[^a-z0-9 \-]", RegexOptions.None, 1000)]
    private static partial Regex AnchorDrops();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
