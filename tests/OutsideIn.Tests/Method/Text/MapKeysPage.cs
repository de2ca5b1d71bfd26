using System.Globalization;
using System.Text;
using OutsideIn.Method;
using OutsideIn.Method.Internals;

namespace OutsideIn.Tests.Method;

/// <summary>The tables of keys in docs/map.md, made of the format of the written map and its doc comments.</summary>
internal static class MapKeysPage
{
    public const string Begin = "<!-- The tables below are made of the doc comments of the records; a test writes them with APPROVE=1. -->\n";
    public const string End = "<!-- End of the tables. -->\n";

    public static string Make()
    {
        var page = new StringBuilder();
        foreach (var (field, _) in SectionGuide.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### `{field.Key}`\n\n{MapComments.Of(field)}");
            if (field.Group is { } group)
            {
                page.Append(field.List is null ? "" : " One entry: " + LowerFirst(MapComments.Of(group.Type)));
                Table(page, group);
            }
            else
            {
                page.Append(CultureInfo.InvariantCulture, $" {Value(field)}.\n");
            }
        }

        page.Append("\n### Groups within entries\n");
        foreach (var format in MapSchema.Formats().Where(format => SectionGuide.All.All(one => one.Field.Group?.Type != format.Type)))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n#### {Title(format)}\n\n{MapComments.Of(format.Type)}");
            page.Append(format.Shorthand is { } one ? $" A text in its place is its `{one.Key}`." : "");
            Table(page, format);
        }

        return page.Append('\n').ToString();
    }

    // What every entry has is told once, above the tables.
    private static void Table(StringBuilder page, GroupFormat format)
    {
        page.Append("\n\n| key | what may stand there | what it says |\n| --- | --- | --- |\n");
        foreach (var field in format.Fields.Where(field => !field.IsId && (field.IsName || field.Property.DeclaringType != typeof(MapEntry))))
        {
            var isNeeded = field.IsNeeded || (field.IsName && !format.IsUnnamed);
            page.Append(CultureInfo.InvariantCulture, $"| `{field.Key}` | {Value(field)}{(isNeeded ? "; required" : "")} | {MapComments.Of(field).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }
    }

    private static string Value(FieldFormat field) => field.Kind switch
    {
        MapFieldKind.Text => "text",
        MapFieldKind.Number => "number" + Bounds(field),
        MapFieldKind.WholeNumber => "whole number" + Bounds(field),
        MapFieldKind.Share => "share, such as 60% or 0.6",
        MapFieldKind.YesNo => "`yes`, `no`",
        MapFieldKind.Date => "date, such as 2026-11-21",
        MapFieldKind.Word => string.Join(", ", field.Words!.All.Select(word => $"`{word}`{(!field.IsNeeded && field.Default is { } taken && field.Words.Of(taken) == word ? "\\*" : "")}")),
        MapFieldKind.Texts => "texts",
        MapFieldKind.Patterns => "[event names](#names-of-events)",
        MapFieldKind.Numbers => "numbers",
        MapFieldKind.Dates => "dates",
        MapFieldKind.Reference => $"{Nouns.AnyOf(field.Sorts)}",
        MapFieldKind.References => string.Join(", ", field.Sorts.Select(Nouns.Many)),
        MapFieldKind.Group => Link(field.Group!, Nouns.A(field.Group!.Type)),
        _ => "list of " + Link(field.Group!, Nouns.Many(field.Group!.Type)) + (field.Sorts.Count > 0 ? ": " + string.Join(", ", field.Sorts.Select(Nouns.Many)) : ""),
    };

    private static string Bounds(FieldFormat field) => field.Most switch
    {
        double.MaxValue => "",
        > 1e5 => string.Create(CultureInfo.InvariantCulture, $", at least {field.Least}"),
        _ => string.Create(CultureInfo.InvariantCulture, $" from {field.Least} to {field.Most}"),
    };

    private static string Link(GroupFormat format, string words) => $"[{words}](#{Title(format).ToLowerInvariant().Replace(' ', '-')})";

    private static string Title(GroupFormat format) => char.ToUpperInvariant(format.Noun[0]) + format.Noun[1..];

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
