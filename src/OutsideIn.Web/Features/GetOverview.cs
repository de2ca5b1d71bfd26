using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>A finding in a sentence, and where it leads.</summary>
internal sealed record HeadlineView(string Text, string Page, string? Figure);

/// <summary>One of the two clocks: its definition, median and 90th percentile, and bar lengths relative to the longer.</summary>
internal sealed record ClockBarView(
    string Name, string Definition, string Median, string Text, string Interval, double MedianShare, double P90Share, string Open,
    string Figure, string Tone);

/// <summary>The overview: where the customer's outcome fails and what work causes it, on one screen.</summary>
internal sealed record OverviewView(
    string Outcome,
    string OutcomeReason,
    BarView Reached,
    string ReachedText,
    string ReachedDetail,
    IReadOnlyList<ClockBarView> Clocks,
    string? ClocksText,
    string ClocksReason,
    IReadOnlyList<CardView> Cards,
    IReadOnlyList<HeadlineView> Headlines,
    TableView Categories,
    IReadOnlyList<CardView> Quality);

/// <summary>GET /api/logs/{id}/overview</summary>
internal static class GetOverview
{
    public static LogPage Page { get; } = new LogPage<OverviewView>(
        "overview", "GetOverview", "Where the outcome fails and what work causes it, on one screen.", Build, static view => [view.Categories]);

    public static OverviewView Build(OpenLog log)
    {
        var (document, diagnosis) = (log.Document, log.Document.Diagnosis);
        return new OverviewView(
            document.Map.Outcome,
            document.Map.OutcomeReason,
            ReachedBar(diagnosis.Outcome),
            ReachedText(diagnosis.Outcome),
            ReachedDetail(diagnosis.Outcome),
            Clocks(diagnosis.Clocks),
            diagnosis.Clocks.Diverges ? "The firm's clock improves while the customer's worsens." : null,
            diagnosis.Clocks.DivergenceReason,
            Cards(document),
            [.. diagnosis.Headlines.Select(static one => new HeadlineView(one.Text, one.Page, one.Figure))],
            Categories(diagnosis.Outcome.ByCategory),
            QualityCards.Of(document));
    }

    private static BarView ReachedBar(OutcomeEntry outcome)
    {
        var all = Math.Max(1, outcome.Reached + outcome.Lost + outcome.Open);
        return new BarView(
            "What became of the cases",
            $"{Say.Count(outcome.Reached)} reached the outcome, {Say.Count(outcome.Lost)} lost it, {Say.Count(outcome.Open)} are open.",
            [
                new BarPartView("Reached", Say.Count(outcome.Reached), (double)outcome.Reached / all, "reached", outcome.ReachedFigure),
                new BarPartView("Lost", Say.Count(outcome.Lost), (double)outcome.Lost / all, "lost", outcome.LostFigure),
                new BarPartView("Open", Say.Count(outcome.Open), (double)outcome.Open / all, "open", outcome.OpenFigure),
            ]);
    }

    // Where nothing shows the outcome lost there is no share of closed cases: all closed ones reached it, by definition.
    private static string ReachedText(OutcomeEntry outcome) =>
        outcome.ReachedOfClosed.Share is { } share ? Say.Share(share) : Say.Count(outcome.Reached, "case", "cases");

    private static string ReachedDetail(OutcomeEntry outcome) => outcome.ReachedOfClosed is { Share: not null } share
        ? $"of {Say.Count(share.Whole, "closed case", "closed cases")} reached it; 95 % interval {Say.Interval(share.Low, share.High)}"
        : $"of {Say.Count(outcome.Reached + outcome.Lost + outcome.Open)} reached it so far; nothing in the map shows it lost, so the rest count as open";

    internal static List<ClockBarView> Clocks(ClocksEntry clocks)
    {
        double?[] all = [clocks.Firm.Median.Seconds, clocks.Firm.P90.Seconds, clocks.Customer.Median.Seconds, clocks.Customer.P90.Seconds];
        var longest = Math.Max(1, all.Max() ?? 1);
        return
        [
            ClockBar("The firm's clock", clocks.Firm, longest, "firm"),
            ClockBar("The customer's clock", clocks.Customer, longest, "customer"),
        ];
    }

    private static ClockBarView ClockBar(string name, ClockEntry clock, double longest, string tone) => new(
        name,
        clock.Definition,
        Say.Duration(clock.Median.Seconds),
        clock.P90.Seconds is null ? "median; fewer than nine in ten got there so far" : $"median; nine in ten within {Say.Duration(clock.P90.Seconds)}",
        clock.Median.Seconds is null
            ? "Fewer than half got there."
            : $"95 % interval of the median: {Say.Duration(clock.Median.LowSeconds)} to {(clock.Median.HighSeconds is null ? "beyond what was observed" : Say.Duration(clock.Median.HighSeconds))}.",
        (clock.Median.Seconds ?? longest) / longest,
        (clock.P90.Seconds ?? longest) / longest,
        $"{Say.Count(clock.Open, "case", "cases")} still running, counted as open",
        clock.Figure,
        tone);

    private static List<CardView> Cards(DiagnosisDocument document)
    {
        var diagnosis = document.Diagnosis;
        var failure = diagnosis.FailureDemand;
        return
        [
            new CardView(
                "Failure demand", Say.Share(failure.Share.Share),
                $"{Say.Count(failure.Share.Part)} of {Say.Count(failure.Share.Whole, "contact", "contacts")} the customer began",
                "Contacts that arise only because something failed: chasing, repeating, correcting, complaining.",
                failure.Figure, "failure-demand", "failure"),
            new CardView(
                "Hand-offs a case", Say.Mean(diagnosis.Breakpoints.MeanPerCase),
                $"{Say.Count(diagnosis.Breakpoints.Total)} in {Say.Count(diagnosis.Breakpoints.Cases, "case", "cases")}",
                "How often work passes from one doer inside to another. Each is a place where things wait and get lost.",
                diagnosis.Breakpoints.Figure, "breakpoints", "plain"),
            new CardView(
                "Contacts a case", Say.Mean(diagnosis.Contacts.MeanPerCase),
                $"median {Say.Duration(diagnosis.Contacts.MedianSecondsBetween)} between two",
                "Moments of Truth: every time the customer and the organisation meet. They cause the work.",
                null, "moments", "plain"),
            new CardView(
                "Points of failure",
                Say.Count(diagnosis.PointsOfFailure.MomentsOfTruth + diagnosis.PointsOfFailure.Breakpoints + diagnosis.PointsOfFailure.Rules),
                $"{Say.Count(diagnosis.PointsOfFailure.MomentsOfTruth, "Moment of Truth", "Moments of Truth")}, {Say.Count(diagnosis.PointsOfFailure.Breakpoints, "breakpoint", "breakpoints")}, {Say.Count(diagnosis.PointsOfFailure.Rules, "rule", "rules")}",
                "Distinct places where the outcome can fail. Fewer is better.",
                null, "candidates", "plain"),
        ];
    }

    private static TableView Categories(IReadOnlyList<CategoryOutcomeEntry> categories) =>
        new TableBuilder<CategoryOutcomeEntry>("categories", "By category of customer")
            .Text("category", "Category", static one => one.Category)
            .Count("cases", "Cases", static one => one.Cases)
            .Share("reached", "Reached", static one => one.ReachedOfClosed.Share, explain: "Of the closed cases.")
            .Text("interval", "95 % interval", static one => Say.Interval(one.ReachedOfClosed.Low, one.ReachedOfClosed.High))
            .Count("lost", "Lost", static one => one.Lost)
            .Count("open", "Open", static one => one.Open)
            .Duration("median", "Customer's clock", static one => one.MedianCustomerSeconds, explain: "Median, open cases counted as open.")
            .OrElse("The map tells no categories of customers apart.")
            .Build(categories);
}
