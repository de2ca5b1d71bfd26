using OutsideIn.Diagnosis;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>Findings that take a log, a line each, as <c>outsidein check</c> prints those of a map.</summary>
internal static class FindingLines
{
    public static void Show(IAnsiConsole console, IReadOnlyList<LogFindingEntry> findings)
    {
        foreach (var one in findings)
        {
            if (one.Accepted is { } because)
            {
                console.MarkupLineInterpolated($"[green]accepted {one.Code}[/]: {one.Title}. [grey]Because: {because}[/]");
            }
            else
            {
                console.MarkupLineInterpolated($"[yellow]{one.Severity} {one.Code}[/]: {one.Title}. [grey]{one.Hint} ({one.Page})[/]");
            }
        }
    }
}
