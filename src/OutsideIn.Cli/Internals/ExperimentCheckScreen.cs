using System.Globalization;
using OutsideIn.Experiments;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>A run without its outcomes on a terminal.</summary>
internal static class ExperimentCheckScreen
{
    public static void Show(IAnsiConsole console, ExperimentCheck check)
    {
        console.MarkupLineInterpolated($"[bold]{check.Sentence}[/]");
        console.MarkupLineInterpolated($"{check.Next}");
        ShowRun(console, check);
    }

    /// <summary>What any look rests on: arms, balance, deviations, doubts, checks.</summary>
    public static void ShowRun(IAnsiConsole console, ExperimentCheck check)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[grey]{check.Name} ({check.Experiment}), plan {check.Hash[..12]}, {LockText(check)}; {ProgressText(check.Progress)}[/]");
        var table = Tables.New("Arms", "Arm", "Planned", UnitsText(check), "Cases", "Not followed to the end yet");
        foreach (var arm in check.Arms)
        {
            table.Row(arm.Name, ShareText.Of(arm.Planned), CountText.Of(arm.Units), CountText.Of(arm.Cases), CountText.Of(arm.TooYoung));
        }

        Tables.Show(console, table);
        ShowBalance(console, check.Balance);
        foreach (var doubt in check.Doubts)
        {
            console.MarkupLineInterpolated($"[yellow]{doubt.Code}[/] {doubt.Message} [grey]{doubt.Hint ?? ""}[/]");
        }

        foreach (var deviation in check.Deviations)
        {
            console.MarkupLineInterpolated($"[yellow]Exploratory:[/] {deviation}");
        }

        ComparisonScreen.Checks(console, [RatioCheck(check), .. check.Checks]);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]As of {check.AsOf:yyyy-MM-dd HH:mm} UTC; what had not happened by then is open, not absent.[/]");
    }

    private static void ShowBalance(IAnsiConsole console, IReadOnlyList<CovariateBalance> balance)
    {
        if (balance.Count == 0)
        {
            return;
        }

        var table = Tables.New("Were the arms alike before?", "By", "Standardised difference", "p", "");
        foreach (var one in balance)
        {
            var p = one.PValue is { } value ? value.ToString("0.000", CultureInfo.InvariantCulture) : "–";
            table.Row(one.Covariate, one.StandardisedDifference.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture), p, one.IsAlarm ? "apart" : "");
        }

        Tables.Show(console, table);
    }

    private static Statistics.AssumptionCheck RatioCheck(ExperimentCheck check) => new(
        "The units came into the arms as planned.", check.Ratio.Alarm is not null ? false : check.Ratio.SmallestVisibleLoss is null ? null : true,
        check.Ratio.Alarm?.Message ?? (check.Ratio.SmallestVisibleLoss is { } loss
            ? $"A loss of {ShareText.Of(loss)} of one arm's units would have been seen."
            : "There are too few units to see whether one arm lost any."));

    private static string UnitsText(ExperimentCheck check) => check.Unit switch { "branch" => "Branches", "case" => "Units", _ => $"{char.ToUpperInvariant(check.Unit[0])}{check.Unit[1..]}s" };

    private static string LockText(ExperimentCheck check) => check.LockedAt is { } at ? $"locked on {DayText.Of(DateOnly.FromDateTime(at.UtcDateTime))}" : "not locked";

    private static string ProgressText(ExperimentProgress progress)
    {
        var look = $"look {CountText.Of(progress.Look)} of {CountText.Of(progress.Looks)}";
        return progress switch
        {
            { IsLast: true } => look + ", the last",
            { Share: { } share } => $"{look}, {ShareText.Of(share)} of the planned days followed to their end",
            _ => look,
        };
    }
}
