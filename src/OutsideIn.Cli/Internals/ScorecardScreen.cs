using OutsideIn.Diagnosis;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>A scorecard on a terminal: a line a metric; of a single metric everything.</summary>
internal static class ScorecardScreen
{
    public static void Show(IAnsiConsole console, Scorecard card, bool isOne)
    {
        console.MarkupLineInterpolated($"[bold]{Headline(card)}[/]");
        if (isOne && card.Scores is [{ Result: { } result } only])
        {
            console.MarkupLineInterpolated($"[bold]{only.Name}[/]");
            MeasureScreen.Show(console, result);
            return;
        }

        ShowScores(console, card);
        ShowSentences(console, card);
        FindingLines.Show(console, card.Findings);
        if (card.WithoutMeasure.Count > 0)
        {
            console.MarkupLineInterpolated($"[grey]Without a measure, so not on this card: {string.Join("; ", card.WithoutMeasure)}.[/]");
        }
    }

    private static string Headline(Scorecard card)
    {
        var counts = card.Counts;
        string[] parts =
        [
            $"{CountText.Of(counts.Met)} met", $"{CountText.Of(counts.Missed)} missed", $"{CountText.Of(counts.NotYetProvable)} not yet provable",
            .. counts.WithoutObjective > 0 ? [$"{CountText.Of(counts.WithoutObjective)} without an objective"] : Array.Empty<string>(),
            .. counts.Wrong > 0 ? [$"{CountText.Of(counts.Wrong)} wrong"] : Array.Empty<string>(),
        ];
        return $"{card.Organisation}, {card.Log}: {string.Join(", ", parts)}.";
    }

    private static void ShowScores(IAnsiConsole console, Scorecard card)
    {
        var table = Tables.New("Scorecard", "Metric", "Verdict", "Figure (95 % interval)", "Objective", "n", "Open");
        foreach (var score in card.Scores)
        {
            var figure = score.Result?.Verdict?.Figure ?? score.Result?.Figures[0];
            table.AddRow(
                new Text(score.Name),
                new Markup(score.Result is null ? "[red]wrong[/]" : MeasureScreen.Word(score.Result.Verdict?.Kind)),
                new Text(figure?.Text ?? "–"),
                new Text(score.Objective is { } objective ? score.IsObjectiveDerived ? $"{objective} (from the target)" : objective : "–"),
                new Text(figure is null ? "–" : CountText.Of(figure.Count)),
                new Text(figure is null ? "–" : CountText.Of(figure.Open)));
            AddClocks(table, score);
        }

        Tables.Show(console, table);
    }

    private static void AddClocks(Table table, Score score)
    {
        foreach (var clock in score.Result?.Clocks ?? [])
        {
            var figure = clock.Figures[0];
            table.AddRow(
                new Text($"  {clock.Name}: {figure.Name}"), new Text(""), new Text(figure.Text), new Text(""),
                new Text(CountText.Of(figure.Count)), new Text(CountText.Of(figure.Open)));
        }
    }

    private static void ShowSentences(IAnsiConsole console, Scorecard card)
    {
        console.WriteLine();
        foreach (var score in card.Scores)
        {
            if (score.Result is { } result)
            {
                console.MarkupLineInterpolated($"[bold]{score.Name}[/]: {result.Says}{(result.Trend is { } trend ? " " + trend : "")}");
            }
            else
            {
                var fault = score.Faults.First(static one => one.Severity == "error");
                console.MarkupLineInterpolated($"[bold]{score.Name}[/]: [red]{fault.Code}[/] {fault.Message} {fault.Hint}");
            }
        }
    }
}
