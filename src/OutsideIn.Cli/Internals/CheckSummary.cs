using System.Globalization;
using OutsideIn.Method;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>Findings on the terminal: a line each, as compilers print them, then how many there are.</summary>
internal static class CheckSummary
{
    // A line is one finding, for people and for tools that read lines: it is never broken.
    private const int WidthUnbroken = 100_000;

    public static void Show(IAnsiConsole console, CheckDocument document)
    {
        var width = console.Profile.Width;
        console.Profile.Width = WidthUnbroken;
        try
        {
            foreach (var finding in document.Findings)
            {
                Show(console, finding);
            }

            foreach (var accepted in document.Accepted)
            {
                Show(console, accepted);
            }

            console.MarkupLineInterpolated($"{document.Map}: {Counts(document.Counts)}");
        }
        finally
        {
            console.Profile.Width = width;
        }
    }

    private static void Show(IAnsiConsole console, CheckedFinding finding)
    {
        var (word, colour) = finding.Severity switch
        {
            Severity.Error => ("error", "red"),
            Severity.Warning => ("warning", "yellow"),
            _ => ("information", "grey"),
        };
        var hint = finding.Hint is null ? "" : " " + finding.Hint;
        console.MarkupLine($"{Place(finding)}: [{colour}]{word} {finding.Code}[/]: {Markup.Escape(finding.Message)}[grey]{Markup.Escape(hint)}[/]");
    }

    private static void Show(IAnsiConsole console, CheckedAcceptance accepted)
    {
        var by = accepted.By is null ? "" : $" ({accepted.By})";
        var until = accepted.Until is { } day ? $" until {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        console.MarkupLine(
            $"{Place(accepted.Finding)}: [green]accepted {accepted.Finding.Code}[/]{until}: {Markup.Escape(accepted.Finding.Message)} "
            + $"[grey]{Markup.Escape($"Because: {accepted.Because}{by}")}[/]");
    }

    private static string Place(CheckedFinding finding) => Markup.Escape(new Place(finding.File, finding.Line, finding.Column).ToString());

    private static string Counts(CheckCounts counts) =>
        $"{Of(counts.Errors, "error", "errors")}, {Of(counts.Warnings, "warning", "warnings")}, {counts.Information} information, {counts.Accepted} accepted";

    private static string Of(int count, string one, string several) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : several)}";
}
