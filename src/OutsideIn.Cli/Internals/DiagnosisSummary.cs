using System.Globalization;
using OutsideIn.Diagnosis;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>A diagnosis on one or two screens of a terminal.</summary>
internal static class DiagnosisSummary
{
    private const int RowsShown = 6;

    public static void Show(IAnsiConsole console, DiagnosisDocument document)
    {
        ShowHead(console, document);
        ShowHeadlines(console, document.Diagnosis);
        ShowCauses(console, document.Diagnosis);
        ShowBreakpoints(console, document.Diagnosis.Breakpoints);
        ShowFailureDemand(console, document.Diagnosis.FailureDemand);
        ShowClocks(console, document.Diagnosis.Clocks);
        FindingLines.Show(console, document.Diagnosis.Findings);
        ShowRules(console, document.Diagnosis.RuleSuspects);
        ShowCandidates(console, document.Diagnosis.Candidates);
        ShowQuality(console, document);
    }

    private static void ShowHead(IAnsiConsole console, DiagnosisDocument document)
    {
        var (log, map) = (document.Log, document.Map);
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(map.Outcome)}[/]").LeftJustified());
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{map.Organisation}: {CountText.Of(log.Events)} events in {CountText.Of(log.Cases)} cases, {log.First:yyyy-MM-dd} to {log.AsOf:yyyy-MM-dd}.");
        console.MarkupLineInterpolated($"[grey]{map.OutcomeReason}[/]");
        if (map.IsSuggested)
        {
            console.MarkupLine("[yellow]The map is suggested: nobody has confirmed it. Write it with --write-map, correct it, give it back with --map.[/]");
        }

        foreach (var warning in map.Warnings.Take(RowsShown))
        {
            console.MarkupLineInterpolated($"[yellow]{warning}[/]");
        }
    }

    private static void ShowHeadlines(IAnsiConsole console, DiagnosisSection diagnosis)
    {
        console.WriteLine();
        WriteList(console, diagnosis.Headlines.Select(static one => one.Text));
    }

    private static void ShowCauses(IAnsiConsole console, DiagnosisSection diagnosis)
    {
        var table = NewTable("What causes the work", "Moment of Truth", "Contacts", "Work it spawned", "Per contact", "Hand-offs", "Time it took");
        foreach (var cause in diagnosis.CauseOfWork.Take(RowsShown + 2))
        {
            table.AddRow(
                Cell(cause.Cause ?? "(work without a cause)"),
                Cell(CountText.Of(cause.Contacts)),
                Cell(CountText.Of(cause.Events)),
                Cell(cause.EventsPerContact is { } perContact ? perContact.ToString("N1", CultureInfo.InvariantCulture) : "–"),
                Cell(CountText.Of(cause.Breakpoints)),
                Cell(DurationText.OfSeconds(cause.ProcessingSeconds ?? cause.ElapsedSeconds)));
        }

        Write(console, table, diagnosis.CauseOfWork.Count - RowsShown - 2);
    }

    private static void ShowBreakpoints(IAnsiConsole console, BreakpointsEntry breakpoints)
    {
        var table = NewTable(
            $"Breakpoints: {CountText.Of(breakpoints.Total)} in {CountText.Of(breakpoints.Cases)} cases",
            "From", "To", "Times", "Cases", "Median wait", "p90 wait");
        foreach (var pair in breakpoints.Pairs.Take(RowsShown))
        {
            table.AddRow(
                Cell(pair.From), Cell(pair.To), Cell(CountText.Of(pair.Count)), Cell(CountText.Of(pair.Cases)),
                Cell(DurationText.OfSeconds(pair.MedianWaitSeconds)), Cell(DurationText.OfSeconds(pair.P90WaitSeconds)));
        }

        Write(console, table, breakpoints.Pairs.Count - RowsShown);
        console.MarkupLineInterpolated($"[grey]{breakpoints.BasisReason}[/]");
    }

    private static void ShowFailureDemand(IAnsiConsole console, FailureDemandEntry failure)
    {
        var share = failure.Share;
        var table = NewTable(
            $"Failure demand: {ShareLine(share)} of the contacts customers began",
            "Contact", "What it is", "Contacts", "Cases", "Found by");
        foreach (var kind in failure.Kinds.Take(RowsShown))
        {
            table.AddRow(
                Cell(kind.Activity), Cell(kind.Demand), Cell(CountText.Of(kind.Contacts)), Cell(CountText.Of(kind.Cases)),
                Cell(kind.IsSuggested ? "suggested: " + kind.Reason : kind.Reason));
        }

        Write(console, table, failure.Kinds.Count - RowsShown);
        if (failure.PrecededBy is [var first, ..])
        {
            console.MarkupLineInterpolated(
                $"Most often they had waited {DurationText.OfSeconds(first.MedianWaitSeconds)} (median) since [bold]{first.Step}[/].");
        }
    }

    private static void ShowClocks(IAnsiConsole console, ClocksEntry clocks)
    {
        var table = NewTable("Two clocks", "Clock", "Median", "95 % interval", "p90", "Cases", "Still open", "Gave up");
        foreach (var (name, clock) in new[] { ("Firm", clocks.Firm), ("Customer", clocks.Customer) })
        {
            table.AddRow(
                Cell(name), Cell(Estimate(clock.Median)), Cell(Interval(clock.Median)), Cell(Estimate(clock.P90)),
                Cell(CountText.Of(clock.Cases)), Cell(CountText.Of(clock.Open)), Cell(CountText.Of(clock.GaveUp)));
        }

        Write(console, table, 0);
        console.MarkupLineInterpolated($"[grey]Firm: {clocks.Firm.Definition}[/]");
        console.MarkupLineInterpolated($"[grey]Customer: {clocks.Customer.Definition}[/]");
        console.MarkupLineInterpolated($"{clocks.DivergenceReason}");
    }

    private static void ShowRules(IAnsiConsole console, IReadOnlyList<RuleSuspectEntry> rules)
    {
        if (rules.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLine("[bold]Rules to challenge[/]");
        WriteList(console, rules.Take(RowsShown).Select(static one => one.Text));

        WriteRest(console, rules.Count - RowsShown);
    }

    private static void ShowCandidates(IAnsiConsole console, IReadOnlyList<CandidateEntry> candidates)
    {
        var table = NewTable("What to remove or improve", "", "What", "Do", "Cases", "Events", "Hand-offs", "Hours");
        foreach (var one in candidates.Take(RowsShown + 4))
        {
            table.AddRow(
                Cell(CountText.Of(one.Rank)), Cell(one.Name + (one.IsSmall ? " (few cases)" : "")), Cell(one.Verb),
                Cell(CountText.Of(one.Cases)), Cell(CountText.Of(one.Events)), Cell(CountText.Of(one.Breakpoints)),
                Cell($"{one.Hours.ToString("N0", CultureInfo.InvariantCulture)} {one.HoursBasis}"));
        }

        Write(console, table, candidates.Count - RowsShown - 4);
    }

    private static void ShowQuality(IAnsiConsole console, DiagnosisDocument document)
    {
        var quality = document.Quality;
        console.WriteLine();
        console.MarkupLineInterpolated(
            $"[grey]{quality.Format}: {CountText.Of(quality.RowsRead)} rows read, {CountText.Of(quality.RowsKept)} kept, {CountText.Of(quality.RowsRefused)} refused.[/]");
        foreach (var refused in quality.Refused.Take(RowsShown))
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"[yellow]line {refused.Line}, {refused.Column}: \"{refused.Value}\": {refused.Reason}[/]");
        }

        WriteRest(console, (int)Math.Min(int.MaxValue, quality.RowsRefused) - RowsShown);
        foreach (var note in quality.Notes)
        {
            console.MarkupLineInterpolated($"[grey]{note}[/]");
        }
    }

    private static Table NewTable(string title, params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple).Title($"[bold]{Markup.Escape(title)}[/]");
        table.Title!.Style = Style.Plain;
        foreach (var (index, column) in columns.Index())
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)) { Alignment = index < 2 ? Justify.Left : Justify.Right });
        }

        return table;
    }

    private static void WriteList(IAnsiConsole console, IEnumerable<string> sentences)
    {
        var list = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(1)).AddColumn();
        foreach (var sentence in sentences)
        {
            list.AddRow(Cell("•"), Cell(sentence));
        }

        console.Write(list);
    }

    private static Text Cell(string text) => new(text);

    private static void Write(IAnsiConsole console, Table table, int rest)
    {
        console.WriteLine();
        console.Write(table);
        WriteRest(console, rest);
    }

    private static void WriteRest(IAnsiConsole console, int rest)
    {
        if (rest > 0)
        {
            console.MarkupLineInterpolated($"[grey]… and {CountText.Of(rest)} more; --json and --html have them all.[/]");
        }
    }

    private static string ShareLine(ShareEntry share) => share is { Share: { } value, Low: { } low, High: { } high }
        ? $"{ShareText.Of(value)} (95 % interval {ShareText.Of(low)} to {ShareText.Of(high)}, n = {CountText.Of(share.Whole)})"
        : "none to count";

    private static string Estimate(DurationEstimateEntry estimate) =>
        estimate.Seconds is { } seconds ? DurationText.OfSeconds(seconds) : "not reached";

    private static string Interval(DurationEstimateEntry estimate) => estimate.LowSeconds is { } low
        ? $"{DurationText.OfSeconds(low)} to {(estimate.HighSeconds is { } high ? DurationText.OfSeconds(high) : "beyond the log")}"
        : "–";
}
