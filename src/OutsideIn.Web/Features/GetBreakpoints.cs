using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>The internal hand-offs that happened: between whom, how long customers waited at them, and what became of the cases.</summary>
/// <param name="Cards">The totals.</param>
/// <param name="Basis">What was counted as a hand-off, and why that.</param>
/// <param name="Pairs">From whom to whom.</param>
/// <param name="PingPong">There and back again.</param>
/// <param name="Outcome">Share of cases that reached the outcome, by how many hand-offs they had.</param>
/// <param name="Length">Median on the customer's clock, by the same.</param>
internal sealed record BreakpointsView(
    IReadOnlyList<CardView> Cards, string Basis, TableView Pairs, TableView PingPong, ChartView Outcome, ChartView Length);

/// <summary>GET /api/logs/{id}/breakpoints</summary>
internal static class GetBreakpoints
{
    public static LogPage Page { get; } = new LogPage<BreakpointsView>(
        "breakpoints", "GetBreakpoints", "The internal hand-offs that happened, their waits, and the outcome against their number.", Build,
        static view => [view.Pairs, view.PingPong, view.Outcome.Table, view.Length.Table]);

    public static BreakpointsView Build(OpenLog log)
    {
        var diagnosis = log.Document.Diagnosis;
        var breakpoints = diagnosis.Breakpoints;
        return new BreakpointsView(
            Cards(diagnosis), $"{BasisName(breakpoints.Basis)} {breakpoints.BasisReason}",
            Pairs(breakpoints.Pairs), PingPong(breakpoints.PingPong),
            Outcome(breakpoints.AgainstOutcome), Length(breakpoints.AgainstOutcome));
    }

    private static string BasisName(string basis) => basis switch
    {
        "handOffEvents" => "Counted: events that are hand-offs themselves.",
        "teams" => "Counted: changes of team within a case.",
        "resources" => "Counted: changes of the person or system that works, within a case.",
        _ => "Nothing could be counted.",
    };

    private static List<CardView> Cards(DiagnosisSection diagnosis)
    {
        var breakpoints = diagnosis.Breakpoints;
        var waited = breakpoints.Pairs.Sum(static one => one.TotalWaitSeconds);
        return
        [
            new CardView(
                "Hand-offs", Say.Count(breakpoints.Total), $"in {Say.Count(breakpoints.Cases, "case", "cases")}",
                "Every time work passed from one doer inside to another.", breakpoints.Figure, null, "plain"),
            new CardView(
                "Hand-offs a case", Say.Mean(breakpoints.MeanPerCase), $"{Say.Count(breakpoints.Pairs.Count, "pair", "pairs")} of doers",
                "The mean over all cases of the log.", null, null, "plain"),
            new CardView(
                "Waited at hand-offs", Say.Duration(breakpoints.Total == 0 ? null : waited / breakpoints.Total), $"the mean; {Say.Duration(waited)} over all cases",
                "Time from the last event of the one to the first of the other.", null, null, "failure"),
            new CardView(
                "For each Moment of Truth", Say.Mean(diagnosis.PointsOfFailure.HandOffDensity), diagnosis.PointsOfFailure.Hint,
                "Hand-off density: distinct hand-offs over distinct Moments of Truth.", null, null, "plain"),
        ];
    }

    private static TableView Pairs(IReadOnlyList<BreakpointPairEntry> pairs) =>
        new TableBuilder<BreakpointPairEntry>("pairs", "From whom to whom", "The method says of each: remove it.")
            .Text("from", "From", static one => one.From, marks: static _ => ["breakpoint"])
            .Text("to", "To", static one => one.To)
            .Count("count", "Hand-offs", static one => one.Count)
            .Count("cases", "Cases", static one => one.Cases, static one => one.Figure)
            .Duration("median", "Median wait", static one => one.MedianWaitSeconds)
            .Duration("p90", "Nine in ten within", static one => one.P90WaitSeconds)
            .Duration("total", "Waited in all", static one => one.TotalWaitSeconds, explain: "The waits of all cases added up.")
            .Text("causes", "Caused by", static one => CountedNames.Text(one.Causes), explain: "The Moments of Truth that caused the work handed over, most frequent first.")
            .OrElse("No work passes from one doer to another in this log, or the log does not say who did it.")
            .Build(pairs);

    private static TableView PingPong(IReadOnlyList<PingPongEntry> pairs) =>
        new TableBuilder<PingPongEntry>("ping-pong", "There and back again", "Work that goes to another doer and comes back to the first.")
            .Text("a", "Sends it", static one => one.A, marks: static _ => ["breakpoint"])
            .Text("b", "Sends it back", static one => one.B)
            .Count("count", "Times", static one => one.Count)
            .Count("cases", "Cases", static one => one.Cases, static one => one.Figure)
            .Duration("median", "Median time until back", static one => one.MedianRoundTripSeconds)
            .OrElse("Work that is handed over does not come straight back in this log.")
            .Build(pairs);

    private static TableView BandTable(string key, IReadOnlyList<OutcomeBandEntry> bands) =>
        new TableBuilder<OutcomeBandEntry>(key, "Hand-offs a case against the outcome")
            .Text("band", "Hand-offs", static one => one.Band)
            .Count("cases", "Cases", static one => one.Cases, static one => one.Figure)
            .Count("closed", "Closed", static one => one.Reached.Whole)
            .Share("reached", "Got the outcome", static one => one.Reached.Share, explain: "Of the closed cases.")
            .Share("low", "From", static one => one.Reached.Low, explain: "Lower end of the 95 % interval.")
            .Share("high", "To", static one => one.Reached.High, explain: "Upper end of the 95 % interval.")
            .Duration("median", "Customer's clock", static one => one.MedianCustomerSeconds, explain: "Median, open cases counted as open.")
            .Build(bands);

    private static ChartView Outcome(IReadOnlyList<OutcomeBandEntry> bands) => new(
        "outcome", "More hand-offs, and the outcome", "Share of closed cases that reached the outcome; whiskers are 95 % intervals.",
        bands.Count == 0 ? "There are no hand-offs to compare." : string.Join("; ", bands.Select(static one => $"{one.Band} hand-offs: {Say.Share(one.Reached.Share)}")) + ".",
        AxisView.Of("Hand-offs in the case", [.. bands.Select(static one => one.Band)]),
        AxisView.Of("Got the outcome", ColumnKind.Share, 1),
        [
            new SeriesView("Got the outcome", SeriesKind.Bar, "reached",
            [
                .. bands.Select(static (one, at) => new PointView(
                    at, one.Reached.Share,
                    $"{one.Band} hand-offs\n{Say.Share(one.Reached.Share)} of {Say.Count(one.Reached.Whole, "closed case", "closed cases")}\n95 % interval {Say.Share(one.Reached.Low)} to {Say.Share(one.Reached.High)}",
                    one.Figure, one.Reached.Low, one.Reached.High)),
            ]),
        ],
        BandTable("outcome", bands));

    private static ChartView Length(IReadOnlyList<OutcomeBandEntry> bands) => new(
        "length", "More hand-offs, and how long it took", "Median on the customer's clock, open cases counted as open.",
        bands.Count == 0
            ? "There are no hand-offs to compare."
            : string.Join("; ", bands.Select(static one => $"{one.Band} hand-offs: {Say.Duration(one.MedianCustomerSeconds)}")) + ".",
        AxisView.Of("Hand-offs in the case", [.. bands.Select(static one => one.Band)]),
        AxisView.Of("Customer's clock", ColumnKind.Duration, bands.Select(static one => one.MedianCustomerSeconds ?? 0).DefaultIfEmpty(1).Max()),
        [
            new SeriesView("Customer's clock", SeriesKind.Bar, "customer",
            [
                .. bands.Select(static (one, at) => new PointView(
                    at, one.MedianCustomerSeconds,
                    $"{one.Band} hand-offs\nmedian {Say.Duration(one.MedianCustomerSeconds)}\n{Say.Count(one.Cases, "case", "cases")}", one.Figure, null, null)),
            ]),
        ],
        BandTable("length", bands));
}
