using System.Globalization;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>Drivers on a terminal: the sentence first, then each driver's part, and what speaks against reading it so.</summary>
internal static class DriversScreen
{
    public static void Show(IAnsiConsole console, LogDrivers drivers)
    {
        if (drivers.Sentence.Length == 0)
        {
            return;
        }

        console.MarkupLineInterpolated($"[bold]{drivers.Sentence}[/]");
        console.MarkupLineInterpolated($"{drivers.Next}");
        console.WriteLine();
        console.MarkupLineInterpolated($"[grey]measure   {drivers.Measure}[/]");
        if (drivers.Objective is { } objective)
        {
            console.MarkupLineInterpolated($"[grey]objective {objective}[/]");
        }

        console.MarkupLineInterpolated($"[grey]explained {drivers.Outcome}, of {CountText.Of(drivers.Count)} of {CountText.Of(drivers.Subjects)}; {CountText.Of(drivers.Open)} open[/]");
        if (drivers.Refusal is { } why)
        {
            console.MarkupLineInterpolated($"[yellow]{why.Code}[/] {why.Message} [grey]{why.Hint ?? ""}[/]");
            return;
        }

        ShowDrivers(console, drivers);
        console.MarkupLineInterpolated($"[grey]{drivers.Method}.[/]");
        ComparisonScreen.Checks(console, drivers.Checks);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]As of {drivers.AsOf:yyyy-MM-dd HH:mm} UTC; what had not happened by then is open, not absent.[/]");
    }

    private static void ShowDrivers(IAnsiConsole console, LogDrivers drivers)
    {
        var hasJohnson = drivers.Drivers.Any(static one => one.Johnson is not null);
        var level = drivers.Level.ToString("0 %", CultureInfo.InvariantCulture);
        var table = Tables.New("Drivers", "Driver", "A step more", $"Part ({level} interval)", "Holds its place", "goes with (interval)", hasJohnson ? "Johnson" : "", "VIF");
        foreach (var one in drivers.Drivers)
        {
            table.Row(
                one.Name, one.Step, one.ShareText, ShareText.Of(one.RankStability), one.EffectText,
                one.Johnson is { } johnson ? ShareText.Of(Math.Clamp(johnson / drivers.Explained!.Value, 0, 1)) : "",
                one.Inflation.ToString("0.0", CultureInfo.InvariantCulture));
        }

        Tables.Show(console, table);
    }
}
