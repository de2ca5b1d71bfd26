using System.Globalization;
using OutsideIn.Proof;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>An analysis on a terminal: the sentence, what to do, what it rests on with the p-value last; then the figures, and the run.</summary>
internal static class ExperimentAnalysisScreen
{
    public static void Show(IAnsiConsole console, ExperimentAnalysis analysis)
    {
        foreach (var verdict in analysis.Verdicts)
        {
            console.MarkupLineInterpolated($"[bold]{verdict.Sentence}[/]");
            console.MarkupLineInterpolated($"{verdict.Next}");
            foreach (var reason in verdict.Reasons)
            {
                console.MarkupLineInterpolated($"  · {reason}");
            }

            console.WriteLine();
        }

        ShowGroups(console, analysis);
        foreach (var verdict in analysis.Verdicts.Where(static one => one.Primary is not null))
        {
            ShowEffects(console, verdict, analysis.Compared);
            ShowBeside(console, verdict);
        }

        ExperimentCheckScreen.ShowRun(console, analysis.Run);
        if (analysis.Verdicts.SelectMany(static one => one.Others.Select(static other => other.Effect).Prepend(one.Primary)).OfType<ComparedEffect>().SelectMany(static one => one.Checks).ToArray() is { Length: > 0 } checks)
        {
            ComparisonScreen.Checks(console, checks);
        }
    }

    private static void ShowGroups(IAnsiConsole console, ExperimentAnalysis analysis)
    {
        if (analysis.Groups.Count == 0)
        {
            return;
        }

        var table = Tables.New("What each arm came to", "Arm", analysis.Compared + " (95 % interval)", "n", "Open", "Too young", "Units");
        foreach (var one in analysis.Groups)
        {
            table.Row(one.Name, one.Figure.Text, CountText.Of(one.Subjects), CountText.Of(one.Open), CountText.Of(one.TooYoung), CountText.Of(one.Units));
        }

        Tables.Show(console, table);
        if (!string.Equals(analysis.Run.Unit, "case", StringComparison.Ordinal))
        {
            console.MarkupLineInterpolated($"[grey]The intervals of the arms count cases singly; those of the effects below count each {analysis.Run.Unit} once.[/]");
        }
    }

    private static void ShowEffects(IAnsiConsole console, ArmVerdict verdict, string compared)
    {
        var table = Tables.New($"{verdict.Arm}, against the control", "Outcome", "Difference", "Relative", "Method").EndingInWords();
        table.Row(compared, verdict.Primary!.Text, verdict.Primary.RelativeText ?? "–", verdict.Primary.Method);
        foreach (var one in verdict.Others)
        {
            table.Row($"{one.Name} ({one.Part})", one.Effect.Text, one.Effect.RelativeText ?? "–", one.Effect.Refusal?.Message ?? one.Effect.Method);
        }

        Tables.Show(console, table);
    }

    private static void ShowBeside(IAnsiConsole console, ArmVerdict verdict)
    {
        if (verdict.Novelty is { } novelty)
        {
            console.MarkupLineInterpolated($"Week by week: {novelty.Sentence}");
        }

        if (verdict.Uptake is { } uptake)
        {
            var points = uptake.Uptake is { Value: { } value } known
                ? string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.0} points more{Ends(known.Interval)}")
                : "an unknown number of points more";
            var why = uptake.Uptake.Refusal is { } refusal ? $" {refusal.Message}" : "";
            console.MarkupLineInterpolated($"Taken up by {points} than in the control.{why} On those who did because they were given it: {uptake.OnCompliers.Text}{uptake.OnCompliers.Refusal?.Message ?? ""}");
        }

        if (verdict.SecondOpinion is { } opinion)
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"Second opinion, with a belief of {opinion.Prior.Mean * 100:0.#} % ± {opinion.Prior.StandardDeviation * 100:0.#} % before: {Chance(opinion.ChanceAbove)} likely above the control. It decides nothing.");
        }
    }

    private static string Ends(Interval? interval) => interval is { } ends
        ? string.Create(CultureInfo.InvariantCulture, $" ({ends.Low * 100:0.0} to {ends.High * 100:0.0})")
        : "";

    private static string Chance(double chance) => chance switch
    {
        > 0.999 => "over 99.9 %",
        < 0.001 => "under 0.1 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{chance * 100:0.#} %"),
    };
}
