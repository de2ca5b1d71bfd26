using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>Contacts that arise only because something failed: how many, which, and after which step.</summary>
/// <param name="Share">Failure demand and the contacts customers wanted, as one bar.</param>
/// <param name="ShareText">The share.</param>
/// <param name="ShareDetail">What it rests on, with its interval.</param>
/// <param name="Basis">Who says that these contacts are failures.</param>
/// <param name="Cards">Cases, cost, hours.</param>
/// <param name="Kinds">By rule and contact.</param>
/// <param name="PrecededBy">The step and wait before them.</param>
/// <param name="ByMonth">The share by month.</param>
internal sealed record FailureDemandView(
    BarView Share, string ShareText, string ShareDetail, string Basis, IReadOnlyList<CardView> Cards, TableView Kinds, BarRowsView PrecededBy, ChartView ByMonth);

/// <summary>GET /api/logs/{id}/failure-demand</summary>
internal static class GetFailureDemand
{
    public static LogPage Page { get; } = new LogPage<FailureDemandView>(
        "failure-demand", "GetFailureDemand", "Contacts that arise only because something failed, and the step that preceded them.", Build,
        static view => [view.Kinds, view.PrecededBy.Table, view.ByMonth.Table]);

    public static FailureDemandView Build(OpenLog log)
    {
        var failure = log.Document.Diagnosis.FailureDemand;
        return new FailureDemandView(
            ShareBar(failure), Say.Share(failure.Share.Share), ShareDetail(failure.Share), BasisText(failure.Basis), Cards(failure, log.Document.Log.Cases),
            Kinds(failure.Kinds), PrecededBy(failure.PrecededBy), ByMonth(failure.ByMonth));
    }

    private static BarView ShareBar(FailureDemandEntry failure)
    {
        var all = Math.Max(1, failure.Share.Whole);
        var wanted = failure.Share.Whole - failure.Share.Part;
        return new BarView(
            "Contacts the customer began", $"{Say.Count(failure.Share.Part)} of {Say.Count(failure.Share.Whole)} contacts the customer began are failure demand.",
            [
                new BarPartView("Failure demand", Say.Count(failure.Share.Part), (double)failure.Share.Part / all, "failure", failure.Figure),
                new BarPartView("Wanted", Say.Count(wanted), (double)wanted / all, "customer", null),
            ]);
    }

    private static string ShareDetail(ShareEntry share) => share.Share is null
        ? "The customer began no contact in this log."
        : $"of {Say.Count(share.Whole, "contact", "contacts")} the customer began; 95 % interval {Say.Share(share.Low)} to {Say.Share(share.High)}";

    private static string BasisText(string basis) => basis switch
    {
        "marked" => "The map marks these contacts as failure demand.",
        "both" => "Some of these contacts the map marks as failure demand; others the program suggests by rules stated below. Confirm or correct them in the map.",
        _ => "No map marks these contacts; the program suggests them by rules stated below. Confirm or correct them in the map.",
    };

    private static List<CardView> Cards(FailureDemandEntry failure, int cases)
    {
        List<CardView> cards =
        [
            new(
                "Cases touched", Say.Count(failure.Cases), $"{Say.Share(cases == 0 ? null : (double)failure.Cases / cases)} of all cases",
                "Cases in which the customer had to make at least one such contact.", failure.Figure, null, "failure"),
            new(
                "For each such case", Say.Mean(failure.Cases == 0 ? null : (double)failure.Share.Part / failure.Cases), "failure contacts a case",
                null, null, null, "plain"),
        ];
        if (failure.Hours is { } hours)
        {
            cards.Add(new CardView("Hours of work", Say.Amount(hours), "spent on these contacts and what they caused", "Processing time that would not be needed had nothing failed.", null, null, "failure"));
        }

        if (failure.Cost is { } cost)
        {
            cards.Add(new CardView("Cost", Say.Amount(cost), "of these contacts and what they caused", "In the log's own currency.", null, null, "failure"));
        }

        return cards;
    }

    private static string RuleName(string rule) => rule switch
    {
        "marked" => "marked by the map",
        "sameContactAgain" => "same contact again before the outcome",
        "afterLongWait" => "after an unusually long wait",
        "afterOutcome" => "after the outcome",
        "afterClosing" => "after the case was closed",
        _ => rule,
    };

    private static TableView Kinds(IReadOnlyList<FailureKindEntry> kinds) =>
        new TableBuilder<FailureKindEntry>("kinds", "Which contacts, and by which rule", "Each contact is counted under one rule only, the first that holds.")
            .Text("activity", "Contact", static one => one.Activity, marks: static one => one.IsSuggested ? ["failure", Words.Suggested] : ["failure"])
            .Text("demand", "What it is", static one => Words.Demand(one.Demand))
            .Text("rule", "Found by", static one => RuleName(one.Rule))
            .Count("contacts", "Contacts", static one => one.Contacts)
            .Count("cases", "Cases", static one => one.Cases, static one => one.Figure)
            .Add(new ColumnView("cost", "Cost", ColumnKind.Number, "Of the contacts, where the log says it."), static one => new CellView(Say.Amount(one.Cost), one.Cost, null, []))
            .Text("reason", "Why", static one => one.Reason)
            .OrElse("No failure demand was found in this log.")
            .Build(kinds);

    private static BarRowsView PrecededBy(IReadOnlyList<PrecedingStepEntry> steps)
    {
        var longest = Math.Max(1, steps.Select(static one => one.Contacts).DefaultIfEmpty(1).Max());
        return new BarRowsView(
            "preceded", "What customers were waiting for", "The step before each failure contact, and how long they waited after it. Speed up what comes next, and these contacts go.",
            steps.Count == 0 ? "There was no failure contact." : $"Most failure contacts, {Say.Count(steps[0].Contacts)}, follow '{steps[0].Step}'.",
            [],
            [
                .. steps.Take(BarRowsView.RowsMax).Select((one, at) => new BarRowView(
                    $"{at}", $"After '{one.Step}'", [], Say.Count(one.Contacts, "contact", "contacts"), one.Figure,
                    $"median wait {Say.Duration(one.MedianWaitSeconds)}, nine in ten within {Say.Duration(one.P90WaitSeconds)}{(one.NextStep is { } next ? $"; then '{next}'" : "")}",
                    [new BarPartView("Failure contacts", Say.Count(one.Contacts), (double)one.Contacts / longest, "failure", one.Figure)])),
            ],
            BarRowsView.LimitOf(steps.Count),
            new TableBuilder<PrecedingStepEntry>("preceded", "The step before each failure contact")
                .Text("step", "Step", static one => one.Step)
                .Count("contacts", "Failure contacts", static one => one.Contacts)
                .Count("cases", "Cases", static one => one.Cases, static one => one.Figure)
                .Duration("median", "Median wait", static one => one.MedianWaitSeconds)
                .Duration("p90", "Nine in ten within", static one => one.P90WaitSeconds)
                .Share("share", "Of the step", static one => one.ShareOfStep.Share, explain: "Out of all its events, those followed by a failure contact.")
                .Share("low", "From", static one => one.ShareOfStep.Low, explain: "Lower end of the 95 % interval.")
                .Share("high", "To", static one => one.ShareOfStep.High, explain: "Upper end of the 95 % interval.")
                .Text("next", "Then most often", static one => one.NextStep)
                .OrElse("There was no failure contact.")
                .Build(steps));
    }

    private static ChartView ByMonth(IReadOnlyList<MonthShareEntry> months)
    {
        var largest = months.Select(static one => one.Share.High ?? one.Share.Share ?? 0).DefaultIfEmpty(0.1).Max();
        return new ChartView(
            "months", "Failure demand by month", "Share of the contacts the customer began; the band is the 95 % interval.",
            months.Count == 0
                ? "There is no month to show."
                : $"From {Say.Share(months[0].Share.Share)} in {months[0].Month} to {Say.Share(months[^1].Share.Share)} in {months[^1].Month}.",
            AxisView.Of("Month of contact", [.. months.Select(static one => one.Month)]),
            AxisView.Of("Failure demand", ColumnKind.Share, Math.Min(1, largest)),
            [
                new SeriesView("Failure demand", SeriesKind.Line, "failure",
                [
                    .. months.Select(static (one, at) => new PointView(
                        at, one.Share.Share,
                        $"{one.Month}\n{Say.Share(one.Share.Share)}: {Say.Count(one.Share.Part)} of {Say.Count(one.Share.Whole, "contact", "contacts")}\n95 % interval {Say.Share(one.Share.Low)} to {Say.Share(one.Share.High)}",
                        null, one.Share.Low, one.Share.High)),
                ]),
            ],
            new TableBuilder<MonthShareEntry>("months", "Failure demand by month")
                .Text("month", "Month", static one => one.Month)
                .Count("failures", "Failure contacts", static one => one.Share.Part)
                .Count("contacts", "Contacts begun", static one => one.Share.Whole)
                .Share("share", "Share", static one => one.Share.Share)
                .Share("low", "From", static one => one.Share.Low, explain: "Lower end of the 95 % interval.")
                .Share("high", "To", static one => one.Share.High, explain: "Upper end of the 95 % interval.")
                .Build(months));
    }
}
