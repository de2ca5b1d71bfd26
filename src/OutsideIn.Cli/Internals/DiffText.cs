using System.Text.Json;
using System.Text.Json.Serialization;
using OutsideIn.Method;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>The difference of two maps on the terminal.</summary>
internal static class DiffText
{
    private const int LengthMax = 160;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static void Show(IAnsiConsole console, MapDiff diff)
    {
        var section = "";
        foreach (var change in diff.Changes)
        {
            if (!string.Equals(section, change.Section, StringComparison.Ordinal))
            {
                section = change.Section;
                console.MarkupLineInterpolated($"[bold]{section}[/]");
            }

            Show(console, change);
        }

        console.WriteLine(Sum(diff));
    }

    public static string AsJson(MapDiff diff) => JsonSerializer.Serialize(diff, Json);

    private static void Show(IAnsiConsole console, EntryChange change)
    {
        var what = string.Join(' ', new[] { change.Id, change.Name, change.Owner is null ? null : $"(of {change.Owner})" }.Where(static part => !string.IsNullOrEmpty(part)));
        switch (change.Kind)
        {
            case EntryChangeKind.Added:
                console.MarkupLineInterpolated($"  [green]+ {what}[/]");
                break;
            case EntryChangeKind.Removed:
                console.MarkupLineInterpolated($"  [red]- {what}[/]");
                break;
            case EntryChangeKind.Moved:
                console.MarkupLineInterpolated($"  [yellow]^ {what}[/] has another place in the list");
                break;
            default:
                console.MarkupLineInterpolated($"  [yellow]~ {what}[/]");
                break;
        }

        foreach (var field in change.Fields.Where(static field => field.Key is not "id"))
        {
            console.WriteLine($"      {field.Key}: {Said(change.Kind, field)}");
        }
    }

    private static string Said(EntryChangeKind kind, FieldChange field) => kind == EntryChangeKind.Changed
        ? $"{Short(field.Before)} -> {Short(field.After)}"
        : Short(field.After ?? field.Before);

    private static string Short(string? text)
    {
        var line = text?.ReplaceLineEndings(" ") ?? "(nothing)";
        return line.Length <= LengthMax ? line : string.Concat(line.AsSpan(0, LengthMax - 1), "…");
    }

    private static string Sum(MapDiff diff)
    {
        if (diff.Changes.Count == 0)
        {
            return "No difference.";
        }

        string Count(EntryChangeKind kind) => CountText.Of(diff.Changes.Count(change => change.Kind == kind));
        return $"{Count(EntryChangeKind.Added)} added, {Count(EntryChangeKind.Removed)} removed, {Count(EntryChangeKind.Changed)} changed, {Count(EntryChangeKind.Moved)} moved.";
    }
}
