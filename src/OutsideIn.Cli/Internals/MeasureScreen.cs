using System.Globalization;
using OutsideIn.Diagnosis;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>The result of a measure on a terminal: what it says first, then the figures, the trend, and the groups.</summary>
internal static class MeasureScreen
{
    private const int PeriodsShown = 24;
    private const int GroupsShown = 20;

    public static void Show(IAnsiConsole console, MeasureResult result)
    {
        ShowHead(console, result);
        ShowFigures(console, result);
        ShowPeriods(console, result);
        ShowGroups(console, result);
        ShowMethod(console, result);
    }

    /// <summary>The verdict's word in its colour.</summary>
    public static string Word(string? verdict) => verdict switch
    {
        "met" => "[green]met[/]",
        "missed" => "[red]missed[/]",
        "notYetProvable" => "[yellow]not yet provable[/]",
        _ => "–",
    };

    private static void ShowHead(IAnsiConsole console, MeasureResult result)
    {
        console.MarkupLineInterpolated($"[bold]{result.Says}[/]");
        if (result.Trend is { } trend)
        {
            console.MarkupLineInterpolated($"{trend}");
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[grey]measure   {result.Measure}[/]");
        if (result.Objective is { } objective)
        {
            console.MarkupLineInterpolated($"[grey]objective {objective}[/]");
        }

        if (result.Counts.Met is not null)
        {
            console.WriteLine(Sides(result));
        }
    }

    private static string Sides(MeasureResult result)
    {
        var many = result.Subject == "customer" ? "customers" : "cases";
        var counts = result.Counts;
        return $"Of all {many} {CountText.Of(counts.Met ?? 0)} met it, {CountText.Of(counts.Missed ?? 0)} missed it, {CountText.Of(counts.Undecided ?? 0)} can still turn, "
            + $"{CountText.Of(counts.NotApplicable)} not applicable. --cases met, missed, open or not-applicable lists them.";
    }

    private static void ShowFigures(IAnsiConsole console, MeasureResult result)
    {
        var table = Tables.New("Figures", "Figure", "Value (95 % interval)", "n", "Open", "Lost", "Not applicable");
        if (result.Verdict is { } verdict)
        {
            Add(table, verdict.Judged is { } period ? $"{verdict.Figure.Name}, {period}" : verdict.Figure.Name, verdict.Figure);
        }

        foreach (var figure in result.Figures.Where(one => result.Verdict is not { Judged: null } verdict || verdict.Figure.Name != one.Name))
        {
            Add(table, figure.Name, figure);
        }

        foreach (var clock in result.Clocks)
        {
            foreach (var figure in clock.Figures)
            {
                Add(table, $"{clock.Name}: {figure.Name}", figure);
            }
        }

        Tables.Show(console, table);
    }

    private static void Add(Table table, string name, MeasureFigureEntry figure) => table.Row(
        name, figure.Text, CountText.Of(figure.Count), CountText.Of(figure.Open), CountText.Of(figure.Lost), CountText.Of(figure.NotApplicable));

    private static void ShowPeriods(IAnsiConsole console, MeasureResult result)
    {
        if (result.Periods.Count == 0)
        {
            return;
        }

        var shown = result.Periods.TakeLast(PeriodsShown).ToArray();
        var table = Tables.New($"By {result.Period} of the start: {shown[0].Figure.Name}", [.. Columns("Began in", result)]);
        foreach (var one in shown)
        {
            AddRow(table, one.IsWhole ? one.Name : $"{one.Name} (so far)", one.Figure, one.Verdict);
        }

        Tables.Show(console, table, result.Periods.Count - shown.Length);
    }

    private static void ShowGroups(IAnsiConsole console, MeasureResult result)
    {
        if (result.GroupedBy is not { } column)
        {
            return;
        }

        var table = Tables.New($"By {column}", [.. Columns(column, result)]);
        foreach (var one in result.Groups.OrderByDescending(static one => one.Figure.Count).Take(GroupsShown))
        {
            AddRow(table, one.Name, one.Figure, one.Verdict);
        }

        Tables.Show(console, table, Math.Max(0, result.Groups.Count - GroupsShown));
    }

    private static IEnumerable<string> Columns(string first, MeasureResult result)
    {
        string[] always = [first, "Value (95 % interval)", "n", "Open"];
        return result.Verdict is null ? always : always.Append("Verdict");
    }

    private static void AddRow(Table table, string name, MeasureFigureEntry figure, string? verdict)
    {
        Spectre.Console.Rendering.IRenderable[] cells =
            [new Text(name), new Text(figure.Text), new Text(CountText.Of(figure.Count)), new Text(CountText.Of(figure.Open))];
        table.AddRow(verdict is null ? cells : [.. cells, new Markup(Word(verdict))]);
    }

    private static void ShowMethod(IAnsiConsole console, MeasureResult result)
    {
        var figures = result.Verdict is { } verdict ? result.Figures.Prepend(verdict.Figure) : result.Figures;
        console.WriteLine();
        foreach (var figure in figures.DistinctBy(static one => one.Method, StringComparer.Ordinal))
        {
            console.MarkupLineInterpolated($"[grey]{figure.Name}: {figure.Method}.[/]");
        }

        foreach (var figure in figures.Where(static one => one.Refusal is not null))
        {
            console.MarkupLineInterpolated($"[grey]{figure.Name}: {figure.Refusal}[/]");
        }

        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]As of {result.AsOf:yyyy-MM-dd HH:mm} UTC; what had not happened by then is open, not absent.[/]");
    }
}
