using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Simulation;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class ClocksTests
{
    private static readonly SmallMap Map = new SmallMap()
        .Demand(DemandKind.Value, "Report", "Collect").Demand(DemandKind.Chase, "Chase").Outcome("Collect", "Give up", "Report");

    [Fact]
    public void The_firm_counts_from_opened_to_closed_and_the_customer_from_need_to_outcome()
    {
        var map = Map.ToMap();
        var outcome = map.Outcomes[0] with { Opened = SmallMap.Patterns("Open file"), Closed = SmallMap.Patterns("Close file") };

        var clocks = Clocks(map with { Outcomes = [outcome] }, "0 Report, 10 Open file, 30 Close file, 100 Collect", "0 Report, 5 Chase");

        Assert.Equal((20, CompetingEnd.Reached), Minutes(clocks.Firm[0]));
        Assert.Equal((100, CompetingEnd.Reached), Minutes(clocks.Customer[0]));
        Assert.False(clocks.Firm[1].IsStarted);
        Assert.Equal((100, CompetingEnd.Open), Minutes(clocks.Customer[1]));
    }

    [Fact]
    public void Without_opened_and_closed_the_firm_counts_the_whole_case_once_its_outcome_is_known()
    {
        var clocks = Clocks(Map.ToMap(), "0 Scan, 10 Report, 50 Collect, 60 File", "20 Report, 70 Give up", "30 Report");

        Assert.Equal([(60, CompetingEnd.Reached), (50, CompetingEnd.Reached), (40, CompetingEnd.Open)], clocks.Firm.Select(Minutes));
        Assert.Equal([(40, CompetingEnd.Reached), (50, CompetingEnd.Lost), (40, CompetingEnd.Open)], clocks.Customer.Select(Minutes));
    }

    [Fact]
    public void A_later_failure_contact_un_achieves_the_outcome_until_it_is_achieved_again()
    {
        var clocks = Clocks(
            Map.ToMap(),
            "0 Report, 50 Collect, 60 Chase",
            "0 Report, 50 Collect, 60 Chase, 90 Collect",
            "0 Report, 50 Collect, 90 Collect",
            "0 Report, 50 Collect, 60 Chase, 80 Give up",
            "0 Report, 40 Give up, 70 Collect, 200 File");

        Assert.Equal(
            [(200, CompetingEnd.Open), (90, CompetingEnd.Reached), (50, CompetingEnd.Reached), (80, CompetingEnd.Lost), (70, CompetingEnd.Reached)],
            clocks.Customer.Select(Minutes));
        Assert.Equal(1, clocks.RunningAgainCount);
    }

    [Fact]
    public void A_case_whose_need_never_showed_has_no_customers_clock()
    {
        var (entry, _) = Compute(Map.ToMap(), "0 Scan, 10 Collect", "0 Report, 10 Collect");

        Assert.Equal((1, 1, 0, 0), (entry.Customer.Cases, entry.Customer.Closed, entry.Customer.Open, entry.Customer.GaveUp));
        Assert.Equal(2, entry.Firm.Cases);
    }

    [Fact]
    public void Those_who_gave_up_never_count_as_having_got_there()
    {
        var (entry, _) = Compute(
            Map.ToMap(), "0 Report, 10 Collect", "0 Report, 20 Give up", "0 Report, 30 Collect", "0 Report, 40 Give up", "0 Report, 50 Collect");

        Assert.Equal([0.2, 0.4, 0.6], entry.Customer.Curve.Select(static point => Math.Round(point.Share, 12)));
        Assert.Equal(3000, entry.Customer.Median.Seconds);
        Assert.Null(entry.Customer.P90.Seconds);
        Assert.Contains("Aalen–Johansen", entry.Customer.Definition, StringComparison.Ordinal);
        Assert.Equal((5, 3, 0, 2), (entry.Customer.Cases, entry.Customer.Closed, entry.Customer.Open, entry.Customer.GaveUp));
    }

    [Fact]
    public void Where_nothing_is_open_or_lost_medians_are_plain_order_statistics() => Prop.ForAll(
        Gen.Choose(1, 500).NonEmptyListOf().ToArbitrary(),
        static minutes =>
        {
            var (entry, _) = Compute(Map.ToMap(), [.. minutes.Select(static n => $"0 Report, {n} Collect")]);

            // The product limit steps down at the first time by which at least the share has got there.
            var sorted = minutes.Order().ToArray();
            Assert.Equal(sorted[((sorted.Length + 1) / 2) - 1] * 60.0, entry.Customer.Median.Seconds);
            Assert.Equal(sorted[(int)Math.Ceiling(Math.Round(sorted.Length * 0.9, 9)) - 1] * 60.0, entry.Customer.P90.Seconds);
            Assert.Equal(entry.Firm.Median, entry.Customer.Median);
            Assert.True(entry.Customer.Curve.Count <= ClockEntries.CurvePointsMax);
            Assert.Equal(1, entry.Customer.Curve[^1].Share, 12);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Open_cases_are_not_dropped()
    {
        // True median of an exponential wait of mean 1,000 minutes: 693. Cases begin evenly over 3,000 minutes and are seen until then.
        var random = RandomSource.Open(7, "waits");
        var cases = Enumerable.Range(0, 3000).Select(start =>
        {
            var end = start + random.NextExponential(1000);
            return end < 3000 ? FormattableString.Invariant($"{start} Report, {end:0.###} Collect") : $"{start} Report";
        });

        var (entry, _) = Compute(Map.ToMap(), [.. cases.Append("0 Report, 3000 Collect")]);

        Assert.True(entry.Customer.Open > 500);
        Assert.InRange(693.0 * 60, entry.Customer.Median.LowSeconds!.Value, entry.Customer.Median.HighSeconds!.Value);
        Assert.InRange(entry.Customer.Median.Seconds!.Value / 60, 640, 750);
    }

    [Fact]
    public void A_curve_of_many_steps_keeps_its_first_and_its_last()
    {
        var (entry, _) = Compute(Map.ToMap(), [.. Enumerable.Range(1, 1000).Select(static n => $"0 Report, {n} Collect")]);

        Assert.Equal(200, entry.Customer.Curve.Count);
        Assert.Equal((60.0, 60000.0), (entry.Customer.Curve[0].Seconds, entry.Customer.Curve[^1].Seconds));
    }

    [Fact]
    public void Months_hold_every_case_once_and_count_its_open_clocks()
    {
        var (entry, figures) = Compute(Map.ToMap(), "0 Report, 10 Collect", $"{40 * 1440} Report", $"{41 * 1440} Report, {42 * 1440} Collect");

        Assert.Equal(["2026-01", "2026-02"], entry.ByMonth.Select(static month => month.Month));
        Assert.Equal([(1, 0), (2, 1)], entry.ByMonth.Select(static month => (month.Cases, month.CustomerOpen)));
        Assert.Equal([1, 2], figures.Open(entry.ByMonth[1].Figure)!);
        Assert.Equal([1], figures.Open(entry.Customer.Figure)!);
    }

    [Fact]
    public void A_firm_that_gets_faster_while_its_customers_wait_longer_is_found()
    {
        var map = Map.ToMap();
        var closing = map with { Outcomes = [map.Outcomes[0] with { Closed = SmallMap.Patterns("Close file") }] };

        var (entry, _) = Compute(closing, [.. Enumerable.Range(0, 300).Select(static n =>
            $"{n * 100} Report, {(n * 100) + 60 - (n / 10) + (n % 7)} Close file, {(n * 100) + 80 + (n / 5) + (n % 11)} Collect")]);

        Assert.True(entry.Diverges);
        Assert.Contains("The firm's clock improves", entry.DivergenceReason, StringComparison.Ordinal);
        Assert.Contains("The customer's clock worsens", entry.DivergenceReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Clocks_that_diverge_are_finding_MET_08_and_an_acceptance_with_a_reason_is_told_with_it()
    {
        var map = Map.ToMap();
        var closing = map with { Outcomes = [map.Outcomes[0] with { Closed = SmallMap.Patterns("Close file") }] };
        var accepting = closing with { Accepted = [new AcceptedFinding { Code = "met-08", Reason = "Files are closed early on purpose" }] };
        string[] cases = [.. Enumerable.Range(0, 300).Select(static n =>
            $"{n * 100} Report, {(n * 100) + 60 - (n / 10) + (n % 7)} Close file, {(n * 100) + 80 + (n / 5) + (n % 11)} Collect")];

        var standing = Assert.Single(Findings(closing, cases));
        var accepted = Assert.Single(Findings(accepting, cases));

        Assert.Equal(("MET-08", "warning", map.Outcomes[0].Subject, null), (standing.Code, standing.Severity, standing.Subject, standing.Accepted));
        Assert.Contains("The customer's clock worsens", standing.Message, StringComparison.Ordinal);
        Assert.Equal("Files are closed early on purpose", accepted.Accepted);
        Assert.Empty(Findings(closing, cases[..60]));
        Assert.Empty(Findings(OutsideInMap.Empty, cases));
    }

    [Fact]
    public void Two_clocks_without_a_trend_do_not_diverge()
    {
        var (entry, _) = Compute(Map.ToMap(), [.. Enumerable.Range(0, 300).Select(static n => $"{n * 100} Report, {(n * 100) + 60 + (n * 37 % 101)} Collect")]);

        Assert.False(entry.Diverges);
        Assert.Contains("no clear trend", entry.DivergenceReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_of_a_few_cases_tells_no_trend()
    {
        var (entry, _) = Compute(Map.ToMap(), "0 Report, 10 Collect");

        Assert.False(entry.Diverges);
        Assert.Contains("Too few", entry.DivergenceReason, StringComparison.Ordinal);
    }

    private static IReadOnlyList<LogFindingEntry> Findings(OutsideInMap map, string[] cases) =>
        LogFindingEntries.Of(MeasuredLogs.Of(SmallLog.Of(cases), map, null), map);

    private static (double Minutes, CompetingEnd End) Minutes(ClockReading clock) =>
        (clock.Micros / (double)SmallLog.MinuteMicros, clock.End);

    private static CaseClocks Clocks(OutsideInMap map, params string[] cases)
    {
        var log = SmallLog.Of(cases);
        var mapped = MappedLog.Of(log, map, log.LastMicros);
        var signs = OutcomeSigns.Of(mapped);
        return CaseClocks.Of(mapped, signs, FailureContacts.Of(mapped, signs));
    }

    private static (ClocksEntry Entry, FigureCases Figures) Compute(OutsideInMap map, params string[] cases)
    {
        var log = SmallLog.Of(cases);
        var mapped = MappedLog.Of(log, map, log.LastMicros);
        var signs = OutcomeSigns.Of(mapped);
        var book = new FigureBook();
        var entry = ClocksSection.Compute(mapped, CaseClocks.Of(mapped, signs, FailureContacts.Of(mapped, signs)), book);
        return (entry, book.ToFigureCases());
    }
}
