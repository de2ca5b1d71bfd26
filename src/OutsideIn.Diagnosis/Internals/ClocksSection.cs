using OutsideIn.Events;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>The two clocks side by side, over all cases and by month of case start.</summary>
internal static class ClocksSection
{
    public static ClocksEntry Compute(MappedLog mapped, CaseClocks clocks, FigureBook book)
    {
        var (diverges, reason) = ClockTrend.Of(mapped.Log, clocks.Firm, clocks.Customer);
        return new ClocksEntry(
            ClockEntries.Of(book.Open("clock/firm"), FirmDefinition(mapped), clocks.Firm),
            ClockEntries.Of(book.Open("clock/customer"), CustomerDefinition(mapped, clocks), clocks.Customer),
            ByMonth(mapped.Log, clocks, book),
            diverges,
            reason);
    }

    private static string FirmDefinition(MappedLog mapped)
    {
        var outcome = mapped.Outcomes.Main;
        var opened = outcome is { Opened.Count: > 0 } ? Listed(outcome.Opened) : "the first event of the case";
        var closed = outcome is { Closed.Count: > 0 } ? $"the first {Listed(outcome.Closed)} after it"
            : outcome is null ? "a closing event, of which the map names none"
            : "the last event of a case that reached or lost the outcome";
        return $"From {opened} to {closed}. Open cases count as open (Kaplan–Meier); 95 % intervals after Greenwood, log-log.";
    }

    private static string CustomerDefinition(MappedLog mapped, CaseClocks clocks)
    {
        var outcome = mapped.Outcomes.Main;
        var need = outcome is { FirstNeed.Count: > 0 } ? Listed(outcome.FirstNeed) : "the first contact, else the first event of the case";
        var reached = outcome is { Reached.Count: > 0 } ? Listed(outcome.Reached) : "an event that shows the outcome, of which the map names none";
        var lost = clocks.Customer.Count(static clock => clock is { IsStarted: true, End: CompetingEnd.Lost });
        var estimator = lost == 0
            ? "Open cases count as open (Kaplan–Meier)"
            : $"Open cases count as open, and the {CountText.Of(lost, "customer", "customers")} who gave up or were refused stay in the count "
                + "and never get there (Aalen–Johansen cumulative incidence): the median is the time by which half of all customers had got there";
        var again = clocks.RunningAgainCount == 0
            ? ""
            : $"; for {CountText.Of(clocks.RunningAgainCount, "case", "cases")} it is running again because of one";
        return $"From the first sign of need ({need}) to the outcome really achieved ({reached}): a later failure contact un-achieves it "
            + $"until it is achieved again{again}. {estimator}; 95 % intervals by the log-log transform.";
    }

    private static string Listed(IReadOnlyList<NamePattern> patterns)
    {
        var names = string.Join(" or ", patterns.Take(3).Select(static pattern => $"'{pattern}'"));
        return patterns.Count <= 3 ? names : $"{names} or {patterns.Count - 3} more";
    }

    private static ClockMonthEntry[] ByMonth(EventLog log, CaseClocks clocks, FigureBook book) =>
    [
        .. Enumerable.Range(0, log.CaseCount)
            .GroupBy(caseIndex => Measured.MonthOf(log.BeginMicros[log.CaseStarts[caseIndex]]))
            .OrderBy(static month => month.Key)
            .Select(month => Month(Measured.MonthName(month.Key), [.. month], clocks, book)),
    ];

    private static ClockMonthEntry Month(string name, int[] cases, CaseClocks clocks, FigureBook book)
    {
        var list = book.Open("clockMonth", name);
        foreach (var caseIndex in cases)
        {
            list.Add(caseIndex);
        }

        return new ClockMonthEntry(
            list.Id,
            name,
            cases.Length,
            ClockEntries.Median(cases.Select(one => clocks.Firm[one])),
            cases.Count(one => clocks.Firm[one] is { IsStarted: true, End: CompetingEnd.Open }),
            ClockEntries.Median(cases.Select(one => clocks.Customer[one])),
            cases.Count(one => clocks.Customer[one] is { IsStarted: true, End: CompetingEnd.Open }));
    }
}
