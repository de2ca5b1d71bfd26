using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>The firm's and the customer's throughput time side by side.</summary>
/// <param name="Divergence">The two trends in words.</param>
/// <param name="Diverges">Whether the firm's clock improves while the customer's worsens.</param>
/// <param name="Bars">Both medians and 90th percentiles on one scale.</param>
/// <param name="Cards">How many are still running, and how many gave up.</param>
/// <param name="Curves">Share that got there by each time.</param>
/// <param name="ByMonth">Both medians by month of case start.</param>
/// <param name="Table">The two clocks as a table.</param>
internal sealed record ClocksView(
    string Divergence, bool Diverges, IReadOnlyList<ClockBarView> Bars, IReadOnlyList<CardView> Cards, ChartView Curves, ChartView ByMonth, TableView Table);

/// <summary>GET /api/logs/{id}/clocks</summary>
internal static class GetClocks
{
    private const string Firm = "The firm's clock";
    private const string Customer = "The customer's clock";

    public static LogPage Page { get; } = new LogPage<ClocksView>(
        "clocks", "GetClocks", "The firm's and the customer's throughput time, open cases treated as open.", Build,
        static view => [view.Table, view.Curves.Table, view.ByMonth.Table]);

    public static ClocksView Build(OpenLog log)
    {
        var clocks = log.Document.Diagnosis.Clocks;
        return new ClocksView(
            clocks.DivergenceReason, clocks.Diverges, GetOverview.Clocks(clocks), Cards(clocks), Curves(clocks), ByMonth(clocks.ByMonth), Table(clocks));
    }

    private static List<CardView> Cards(ClocksEntry clocks) =>
    [
        Open(Firm, clocks.Firm, "firm"),
        Open(Customer, clocks.Customer, "customer"),
        new CardView(
            "Gave up", Say.Count(clocks.Customer.GaveUp), $"of {Say.Count(clocks.Customer.Cases, "customer", "customers")} whose clock started",
            "Customers who lost the outcome: they will never get there, and the curve of the customer's clock stays below them.", null, null, "lost"),
        new CardView(
            "The customer waits longer by", Say.Duration(clocks.Customer.Median.Seconds - clocks.Firm.Median.Seconds), "difference of the two medians",
            "What the firm's own measurement does not show.", null, null, "customer"),
    ];

    private static CardView Open(string name, ClockEntry clock, string tone) => new(
        $"{name}: still running", Say.Count(clock.Open), $"of {Say.Count(clock.Cases, "case", "cases")}; {Say.Count(clock.Closed)} stopped",
        "Open cases are counted as open: leaving them out would make the clock look faster than it is.", clock.Figure, null, tone);

    private static ChartView Curves(ClocksEntry clocks)
    {
        // The last tenth takes as long as all the others: the axis ends a little past nine in ten, and the table has the rest.
        double?[] ends = [clocks.Firm.P90.Seconds * 1.3, clocks.Customer.P90.Seconds * 1.3];
        var observed = clocks.Firm.Curve.Concat(clocks.Customer.Curve).Select(static one => one.Seconds).DefaultIfEmpty(1).Max();
        var last = ends.All(static one => one is not null) ? Math.Min(observed, ends.Max()!.Value) : observed;
        var axis = AxisView.Of("Time since the clock started", ColumnKind.Duration, last);
        return new ChartView(
            "curves", "How many got there by when", "Each curve climbs as cases get there; the bands are 95 % intervals. The gap between the curves is what the firm does not measure.",
            $"Half of the cases stop the firm's clock within {Say.Duration(clocks.Firm.Median.Seconds)} and the customer's within {Say.Duration(clocks.Customer.Median.Seconds)}.",
            axis,
            AxisView.Of("Got there", ColumnKind.Share, 1),
            [Curve(Firm, clocks.Firm, "firm", axis.Max), Curve(Customer, clocks.Customer, "customer", axis.Max)],
            CurveTable(clocks));
    }

    private static SeriesView Curve(string name, ClockEntry clock, string tone, double end)
    {
        List<PointView> points = [new(0, 0, $"{name}\nstart", null, 0, 0)];
        foreach (var one in clock.Curve.Where(one => one.Seconds <= end))
        {
            points.Add(new PointView(
                one.Seconds, one.Share,
                $"{name}\n{Say.Share(one.Share)} within {Say.Duration(one.Seconds)}\n95 % interval {Say.Share(one.Low)} to {Say.Share(one.High)}",
                null, one.Low, one.High));
        }

        return new SeriesView(name, SeriesKind.Step, tone, points);
    }

    private static TableView CurveTable(ClocksEntry clocks)
    {
        (string Clock, CurvePointEntry Point)[] rows =
            [.. clocks.Firm.Curve.Select(static one => (Firm, one)), .. clocks.Customer.Curve.Select(static one => (Customer, one))];
        return new TableBuilder<(string Clock, CurvePointEntry Point)>("curves", "How many got there by when")
            .Text("clock", "Clock", static one => one.Clock)
            .Duration("time", "Within", static one => one.Point.Seconds)
            .Share("share", "Got there", static one => one.Point.Share)
            .Share("low", "From", static one => one.Point.Low, explain: "Lower end of the 95 % interval.")
            .Share("high", "To", static one => one.Point.High, explain: "Upper end of the 95 % interval.")
            .OrElse("No case stopped either clock.")
            .Build(rows);
    }

    private static ChartView ByMonth(IReadOnlyList<ClockMonthEntry> months)
    {
        var largest = months
            .SelectMany(static one => new[] { one.Firm.Seconds, one.Firm.HighSeconds, one.Customer.Seconds, one.Customer.HighSeconds })
            .Select(static one => one ?? 0).DefaultIfEmpty(1).Max();
        return new ChartView(
            "months", "The trend, by month in which the case began", "Medians with their 95 % intervals. Months whose cases are mostly still open have no median yet.",
            months.Count == 0 ? "There is no month to show." : $"Medians of {Say.Count(months.Count, "month", "months")}, {months[0].Month} to {months[^1].Month}.",
            AxisView.Of("Month in which the case began", [.. months.Select(static one => one.Month)]),
            AxisView.Of("Median", ColumnKind.Duration, largest),
            [
                new SeriesView(Firm, SeriesKind.Line, "firm", [.. months.Select(static (one, at) => Month(Firm, one, at, one.Firm, one.FirmOpen))]),
                new SeriesView(Customer, SeriesKind.Line, "customer", [.. months.Select(static (one, at) => Month(Customer, one, at, one.Customer, one.CustomerOpen))]),
            ],
            MonthTable(months));
    }

    private static PointView Month(string name, ClockMonthEntry month, int at, DurationEstimateEntry median, int open) => new(
        at, median.Seconds,
        $"{name}, {month.Month}\nmedian {Say.Duration(median.Seconds)}{Interval(median)}\n{Say.Count(month.Cases, "case", "cases")}, {Say.Count(open)} still running",
        month.Figure, median.LowSeconds, median.HighSeconds);

    private static string Interval(DurationEstimateEntry one) => one.LowSeconds is null && one.HighSeconds is null
        ? ""
        : $", 95 % interval {Say.Duration(one.LowSeconds)} to {(one.HighSeconds is null ? "beyond what was observed" : Say.Duration(one.HighSeconds))}";

    private static TableView MonthTable(IReadOnlyList<ClockMonthEntry> months) =>
        new TableBuilder<ClockMonthEntry>("months", "The two clocks by month in which the case began")
            .Text("month", "Month", static one => one.Month)
            .Count("cases", "Cases begun", static one => one.Cases, static one => one.Figure)
            .Duration("firm", "Firm's median", static one => one.Firm.Seconds)
            .Duration("firmLow", "From", static one => one.Firm.LowSeconds)
            .Duration("firmHigh", "To", static one => one.Firm.HighSeconds)
            .Count("firmOpen", "Running", static one => one.FirmOpen, explain: "On the firm's clock, at the horizon.")
            .Duration("customer", "Customer's median", static one => one.Customer.Seconds)
            .Duration("customerLow", "From", static one => one.Customer.LowSeconds)
            .Duration("customerHigh", "To", static one => one.Customer.HighSeconds)
            .Count("customerOpen", "Running", static one => one.CustomerOpen, explain: "On the customer's clock, at the horizon.")
            .Build(months);

    private static TableView Table(ClocksEntry clocks) =>
        new TableBuilder<(string Name, ClockEntry Clock)>("clocks", "The two clocks side by side")
            .Text("clock", "Clock", static one => one.Name)
            .Count("cases", "Started", static one => one.Clock.Cases)
            .Count("closed", "Stopped", static one => one.Clock.Closed)
            .Count("open", "Still running", static one => one.Clock.Open, static one => one.Clock.Figure)
            .Count("gaveUp", "Gave up", static one => one.Clock.GaveUp)
            .Duration("median", "Median", static one => one.Clock.Median.Seconds)
            .Duration("low", "From", static one => one.Clock.Median.LowSeconds, explain: "Lower end of the 95 % interval.")
            .Duration("high", "To", static one => one.Clock.Median.HighSeconds, explain: "Upper end; empty where it lies beyond what was observed.")
            .Duration("p90", "Nine in ten within", static one => one.Clock.P90.Seconds)
            .Build([(Firm, clocks.Firm), (Customer, clocks.Customer)]);
}
