using System.Globalization;
using OutsideIn.Proof;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>A comparison on a terminal: the sentence first, then the interval, what it rests on, and the p-value last.</summary>
internal static class ComparisonScreen
{
    private const int PeriodsShown = 30;

    public static void Show(IAnsiConsole console, LogComparison comparison)
    {
        if (comparison.Groups.Count == 0)
        {
            return;
        }

        console.MarkupLineInterpolated($"[bold]{comparison.Sentence}[/]");
        console.MarkupLineInterpolated($"{comparison.Next}");
        console.WriteLine();
        console.MarkupLineInterpolated($"[grey]measure   {comparison.Measure}[/]");
        if (comparison.Objective is { } objective)
        {
            console.MarkupLineInterpolated($"[grey]objective {objective}[/]");
        }

        console.MarkupLineInterpolated($"[grey]compared  {comparison.Compared}; {CountedBy(comparison)}[/]");
        ShowGroups(console, comparison);
        ShowEffects(console, comparison);
        ShowPeriods(console, comparison);
        Checks(console, [.. comparison.Checks, .. comparison.Effects.SelectMany(static one => one.Checks)]);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]As of {comparison.AsOf:yyyy-MM-dd HH:mm} UTC; what had not happened by then is open, not absent.[/]");
    }

    /// <summary>What the result assumes: broken ones first, then those that cannot be told, then those that hold.</summary>
    public static void Checks(IAnsiConsole console, IReadOnlyList<AssumptionCheck> checks)
    {
        console.WriteLine();
        foreach (var one in checks.DistinctBy(static one => (one.Assumption, one.Finding)).OrderBy(static one => one.Holds switch { false => 0, null => 1, _ => 2 }))
        {
            var mark = one.Holds switch { true => "[green]holds[/]   ", false => "[red]broken[/]  ", _ => "[yellow]unknown[/] " };
            console.MarkupLine($"{mark} {Markup.Escape(one.Assumption)} [grey]{Markup.Escape(one.Finding)}[/]");
        }
    }

    private static string CountedBy(LogComparison comparison) => comparison switch
    {
        { Design: "difference in differences" } => $"each {comparison.Unit}'s own change is one observation",
        { Design: not "arms" } => $"one figure a {comparison.Unit} is one observation",
        { Unit: "case" } => "each case is one observation",
        _ => $"each {comparison.Unit} is one observation; the intervals of the groups count cases singly",
    };

    private static void ShowGroups(IAnsiConsole console, LogComparison comparison)
    {
        var table = Tables.New("Groups", "Group", comparison.Compared + " (95 % interval)", "n", "Open", "Too young", "Units");
        foreach (var one in comparison.Groups)
        {
            table.Row(one.Name, one.Figure.Text, CountText.Of(one.Subjects), CountText.Of(one.Open), CountText.Of(one.TooYoung), CountText.Of(one.Units));
        }

        Tables.Show(console, table);
    }

    private static void ShowEffects(IAnsiConsole console, LogComparison comparison)
    {
        var hasFamily = comparison.Effects.Any(static one => one.AdjustedPValue is not null);
        var table = Tables.New("Differences", "What", "Difference (interval)", "Relative", "p", hasFamily ? "p of all together" : "");
        foreach (var one in comparison.Effects)
        {
            table.Row($"{one.Of} against {one.Against}", one.Text, one.RelativeText ?? "–", PValue(one.PValue), hasFamily ? PValue(one.AdjustedPValue) : "");
        }

        Tables.Show(console, table);
        foreach (var one in comparison.Effects)
        {
            console.MarkupLineInterpolated($"[grey]{one.Of}: {one.Method}.[/]");
            if (one.Refusal is { } why)
            {
                console.MarkupLineInterpolated($"[yellow]{why.Code}[/] {why.Message} [grey]{why.Hint ?? ""}[/]");
            }
        }
    }

    private static void ShowPeriods(IAnsiConsole console, LogComparison comparison)
    {
        if (comparison.Periods.Count == 0)
        {
            return;
        }

        var hasControl = comparison.Periods.Any(static one => one.ControlValue is not null);
        var table = Tables.New("Period by period", "Began in", "", "n", comparison.Compared, hasControl ? "without the change" : "");
        foreach (var one in comparison.Periods.TakeLast(PeriodsShown))
        {
            var side = one.IsAfter ? "after" : "before";
            table.Row(one.Name, one.IsUsed ? side : side + ", left out", CountText.Of(one.Subjects), Number(one.Value, comparison), hasControl ? Number(one.ControlValue, comparison) : "");
        }

        Tables.Show(console, table, Math.Max(0, comparison.Periods.Count - PeriodsShown));
    }

    private static string Number(double? value, LogComparison comparison) => value is not { } number ? "–"
        : comparison.Effects.Any(static one => one.Unit == "share") ? ShareText.Of(number)
        : comparison.Effects.Any(static one => one.Unit.EndsWith("seconds", StringComparison.Ordinal)) ? DurationText.OfSeconds(number)
        : number.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string PValue(double? p) => p switch
    {
        null => "–",
        < 0.0001 => "< 0.0001",
        { } value => value.ToString("0.0000", CultureInfo.InvariantCulture),
    };
}
