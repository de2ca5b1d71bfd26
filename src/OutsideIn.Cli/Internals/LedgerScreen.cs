using System.Globalization;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>The ledger on a terminal: what was said, oldest first, and how often it held.</summary>
internal static class LedgerScreen
{
    public static void ShowFaults(Terminal terminal, LedgerReading ledger)
    {
        foreach (var fault in ledger.Faults)
        {
            ProblemText.Show(terminal, fault);
        }
    }

    public static void Show(IAnsiConsole console, LedgerAnswer answer)
    {
        var (entries, record) = (answer.Entries, answer.Record);
        if (entries.Count == 0)
        {
            console.WriteLine("Nothing stands in the ledger yet.");
            return;
        }

        var table = Tables.New("The ledger", "", "Day", "Experiment", "What").EndingInWords();
        table.Columns[2].Alignment = Justify.Left;
        foreach (var (number, entry) in entries)
        {
            table.Row(CountText.Of(number), DayText.Of(DateOnly.FromDateTime(entry.At.UtcDateTime)), entry.Experiment, What(entry));
        }

        Tables.Show(console, table);
        Line(console, "Forecasts whose interval held what came", record.Forecasts);
        Line(console, "Verdicts the effect measured later agreed with", record.Verdicts);
        Line(console, "Decisions against the verdict that turned out right", record.Overrides);
        if (record.Overdue.Count > 0)
        {
            console.MarkupLineInterpolated($"[yellow]Forecasts whose day has passed without a result: {string.Join(", ", record.Overdue)}.[/]");
        }
    }

    /// <summary>An entry in a sentence.</summary>
    public static string What(LedgerEntry entry) => entry switch
    {
        LockedEntry locked => $"Plan locked as {locked.Hash[..Math.Min(12, locked.Hash.Length)]}.",
        LookedEntry looked => $"Looked at the data up to {DayText.Of(looked.Day)} ({string.Join(", ", looked.Counts.Select(static one => $"{one.Arm} {CountText.Of(one.Count)}"))}): {looked.Sentence}",
        DecidedEntry decided =>
            $"{decided.By} decided to {Word(decided.Decision)}{(decided.IsOverride ? ", against the verdict" : "")}{(decided.Reason is { } reason ? $": {reason}" : ".")}",
        ForecastEntry forecast => $"Forecast of {forecast.Metric}: {forecast.What}: {Figure(forecast.Figure)} by {DayText.Of(forecast.Due)}.",
        ResultEntry result => $"Result of entry {CountText.Of(result.Of)}: {Figure(result.Figure)}.",
        _ => "",
    };

    private static string Word(LedgerDecision decision) => decision switch
    {
        LedgerDecision.Launch => "launch",
        LedgerDecision.Stop => "stop",
        _ => "go on",
    };

    private static void Line(IAnsiConsole console, string what, HeldShare share)
    {
        var waiting = share.Waiting == 0 ? "" : $"; of {CountText.Of(share.Waiting)} more nothing is known yet";
        var text = share.Share is { } known
            ? $"{CountText.Of(share.Held)} of {CountText.Of(share.Count)}, {ShareText.Of(known.Value)} ({Between(known.Interval)}){waiting}."
            : share.Waiting == 0 ? "none yet." : $"nothing is known yet of {CountText.Of(share.Waiting)}.";
        console.MarkupLineInterpolated($"{what}: {text}");
    }

    private static string Between(Interval interval) => $"{ShareText.Of(Math.Clamp(interval.Low, 0, 1))} to {ShareText.Of(Math.Clamp(interval.High, 0, 1))}";

    private static string Figure(LedgerFigure figure) => $"{Number(figure.Value)} ({Number(figure.Low)} to {Number(figure.High)})";

    private static string Number(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
