using System.Globalization;
using OutsideIn.Experiments;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>How often the methods are wrong, on a terminal.</summary>
internal static class CalibrationScreen
{
    public static void Show(IAnsiConsole console, CalibrationAnswer answer)
    {
        foreach (var part in answer.Parts)
        {
            var table = Tables.New(part.Name, "Method", "Situation", "Counted", "Measured (95 %)", "Aim").EndingInWords();
            foreach (var row in part.Rows)
            {
                table.Row(row.Method, row.Situation, row.Figure, row.Text, Aim(row));
            }

            Tables.Show(console, table);
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{Sentence(answer)}[/]");
        foreach (var miss in answer.Missed)
        {
            console.MarkupLineInterpolated($"{miss.Method}, {miss.Situation}: {miss.Text}, {miss.AimText}. [grey]{miss.Why ?? "Not on record: this is a defect."}[/]");
        }

        console.MarkupLine("[grey]Goals are those of docs/methods.md, Calibration. Seeds are fixed, so that every machine counts the same.[/]");
    }

    public static void Show(IAnsiConsole console, LogCalibration calibration)
    {
        if (calibration.Rates.Count == 0)
        {
            return;
        }

        console.MarkupLineInterpolated($"[bold]{calibration.Sentence}[/]");
        console.MarkupLineInterpolated($"{calibration.Next}");
        console.WriteLine();
        console.MarkupLineInterpolated($"[grey]measure   {calibration.Measure}[/]");
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]compared  {calibration.Compared}; {CountText.Of(calibration.Units)} units ({calibration.Unit}) of {CountText.Of(calibration.Subjects)} cases, given {calibration.Arms} arms by chance {CountText.Of(calibration.Runs)} times (seed {calibration.Seed})[/]");
        var table = Tables.New("False alarms where nothing was done", "Counted", "Method", "Called a difference", "Share of draws (95 %)", "Could not be told");
        foreach (var rate in calibration.Rates)
        {
            table.Row($"each {rate.Counted} once", rate.Method, CountText.Of(rate.Alarms), rate.Text, CountText.Of(rate.Refused));
        }

        Tables.Show(console, table);
    }

    private static string Sentence(CalibrationAnswer answer)
    {
        var (aimed, defects) = (answer.Parts.Sum(static part => part.Rows.Count(static row => row.Aim is not null)), answer.Missed.Count(static one => one.Why is null));
        var known = answer.Missed.Count - defects;
        return $"{CountText.Of(aimed - answer.Missed.Count)} of {CountText.Of(aimed, "aim is", "aims are")} met"
            + (known > 0 ? $", {CountText.Of(known, "is", "are")} missed as is on record" : "")
            + (defects > 0 ? $", {CountText.Of(defects, "is", "are")} missed and not on record" : "") + ".";
    }

    private static string Aim(CalibrationRow row)
    {
        var goal = row.Goal.All(char.IsAsciiDigit) ? $"goal {row.Goal}: " : "";
        return row.Aim is null ? "" : $"{goal}{row.AimText}, {(row.IsMet ? "met" : CalibrationSuite.MissOf(row) is null ? "MISSED" : "missed, on record")}";
    }
}
