using System.Globalization;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>A survey on a terminal: the score, what all may think, who answers, and the weighted score, in that order.</summary>
internal static class SurveyScreen
{
    private const int ValuesShown = 3;

    public static void Show(IAnsiConsole console, LogSurvey survey)
    {
        console.MarkupLineInterpolated($"[bold]{survey.Sentence}[/]");
        console.MarkupLineInterpolated($"{survey.Bounds.Sentence}");
        console.MarkupLineInterpolated($"{survey.Who.Sentence}");
        console.MarkupLineInterpolated($"{survey.Raked.Sentence}");
        console.MarkupLineInterpolated($"{survey.Next}");
        console.WriteLine();
        console.MarkupLineInterpolated($"[grey]score     {survey.Score}: {survey.ScaleText}; mean of the answers {survey.Mean.Text}[/]");
        console.MarkupLineInterpolated($"[grey]method    {survey.Figure.Method}[/]");
        ShowWho(console, survey);
        ShowGroups(console, survey);
        ComparisonScreen.Checks(console, survey.Checks);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]As of {survey.AsOf:yyyy-MM-dd HH:mm} UTC.[/]");
    }

    private static void ShowWho(IAnsiConsole console, LogSurvey survey)
    {
        var table = Tables.New("Who answers", "Known of everybody", "Value", "Of those who answered", "Of all", "Difference in sd", "q");
        foreach (var one in survey.Who.Balance.Take(Tables.RowsShown))
        {
            foreach (var (place, value) in one.Values.OrderByDescending(static one => Math.Abs(one.Difference)).Take(ValuesShown).Index())
            {
                table.Row(
                    place == 0 ? one.Attribute : "", value.Value, ShareText.Of(value.Answered, survey.Response.Part), ShareText.Of(value.All, survey.All),
                    value.Difference.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture), place == 0 ? Q(one.Q) : "");
            }
        }

        Tables.Show(console, table, Math.Max(0, survey.Who.Balance.Count - Tables.RowsShown));
    }

    private static void ShowGroups(IAnsiConsole console, LogSurvey survey)
    {
        if (survey.GroupsRefusal is { } why)
        {
            console.MarkupLineInterpolated($"[yellow]{why.Code}[/] {why.Message} [grey]{why.Hint ?? ""}[/]");
        }

        if (survey.Groups.Count == 0)
        {
            return;
        }

        var table = Tables.New($"By {survey.Per}, by name: to be expected of each", "", "", "Answers", "To be expected (interval)", "How much of it is its own");
        foreach (var one in survey.Groups)
        {
            table.Row(one.Name, one.Stands, CountText.Of(one.Answers), one.Figure.Text, ShareText.Of(one.Weight));
        }

        Tables.Show(console, table);
        console.MarkupLineInterpolated($"[grey]Few answers are mostly luck, so each is drawn towards all as far as it has few. This is no ranking.[/]");
    }

    private static string Q(double? q) => q switch
    {
        null => "–",
        < 0.0001 => "< 0.0001",
        { } value => value.ToString("0.0000", CultureInfo.InvariantCulture),
    };
}
