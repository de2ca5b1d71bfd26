using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>What happened, in the field's usual figures: the kernels of Events, with the cases and the outcome behind each.</summary>
internal static class ProcessFigures
{
    /// <summary>Months listed at most with the empty ones between them; a log of stray years lists only those with events.</summary>
    private const int MonthsMax = 1200;

    public static ProcessSection Compute(MappedLog mapped, Variants variants, FigureBook book)
    {
        var log = mapped.Log;
        var graph = DirectlyFollowsGraph.Of(log);
        var places = ActivityPlaces.Of(log, book);
        var throughput = ThroughputTimes.Of(log);
        var resources = Handovers.BetweenResources(log);
        var teams = Handovers.BetweenTeams(log);
        return new ProcessSection(
            EdgeFigures.Compute(mapped, graph, book),
            ByCases(log, places.Starts),
            ByCases(log, places.Ends),
            Activities(mapped, graph, places),
            Throughput(throughput),
            VariantFigures.Compute(mapped, variants, throughput, book),
            [.. Repeats.Of(log).Activities.Select(one => Repeat(one, places))],
            HandoverFigures.Compute(log, log.Resources, resources, new FigureKind(book, "resourceHandover")),
            HandoverFigures.Compute(log, log.Teams, teams, new FigureKind(book, "teamHandover")),
            new SkippedEntry(resources?.EventsSkipped ?? log.EventCount, teams?.EventsSkipped ?? log.EventCount),
            [.. log.Attributes.Select(AttributeFigures.Of)],
            Months(log));
    }

    /// <summary>Share of the closed cases of a figure that reached the outcome, or null where none is closed.</summary>
    public static double? ReachedShare(MappedLog mapped, FigureList cases)
    {
        var (reached, closed) = (0, 0);
        foreach (var caseIndex in cases.Cases)
        {
            var status = mapped.Outcomes.Status[caseIndex];
            reached += status == CaseOutcome.Reached ? 1 : 0;
            closed += status == CaseOutcome.Open ? 0 : 1;
        }

        return closed == 0 ? null : (double)reached / closed;
    }

    private static ActivityCasesEntry[] ByCases(EventLog log, FigureList?[] lists) =>
    [
        .. lists.Select((list, code) => (List: list, Code: code)).Where(static one => one.List is not null)
            .Select(one => new ActivityCasesEntry(one.List!.Id, log.Activities.NameOf(one.Code)!, one.List.Count))
            .OrderByDescending(static one => one.Cases).ThenBy(static one => one.Activity, StringComparer.Ordinal),
    ];

    private static ActivityEntry[] Activities(MappedLog mapped, DirectlyFollowsGraph graph, ActivityPlaces places)
    {
        var log = mapped.Log;
        var times = ActivityTimes.Of(log).ToDictionary(static one => one.Code);
        var costs = new double[log.Activities.NameCount + 1];
        for (var row = 0; row < log.Costs.Length; row++)
        {
            costs[log.Activities[row]] += double.IsNaN(log.Costs[row]) ? 0 : log.Costs[row];
        }

        return
        [
            .. graph.Activities.Select(one => new ActivityEntry(
                places.Any[one.Code]!.Id,
                one.Activity,
                one.Events,
                one.Cases,
                (double)one.Cases / log.CaseCount,
                times[one.Code].Processing?.Median.TotalSeconds,
                times[one.Code].Processing?.SumSeconds,
                times[one.Code].Waiting?.Median.TotalSeconds,
                times[one.Code].Waiting?.P90.TotalSeconds,
                log.HasCosts ? costs[one.Code] : null,
                ReachedShare(mapped, places.Any[one.Code]!))),
        ];
    }

    private static ThroughputEntry Throughput(ThroughputTimes throughput) => throughput.Summary is { } summary
        ? new ThroughputEntry(
            summary.Count,
            summary.Min.TotalSeconds,
            summary.Mean.TotalSeconds,
            summary.Median.TotalSeconds,
            summary.P90.TotalSeconds,
            summary.Max.TotalSeconds)
        : new ThroughputEntry(0, 0, 0, 0, 0, 0);

    private static RepeatEntry Repeat(ActivityRepeats repeats, ActivityPlaces places) =>
        new(places.Again[repeats.Code]!.Id, repeats.Activity, repeats.Cases, repeats.Repeats, repeats.SelfLoops);

    private static MonthEntry[] Months(EventLog log)
    {
        var months = CalendarMonth.Of(log);
        return
        [
            .. months.Where(one => months.Count <= MonthsMax || one.Events > 0).Select(static one => new MonthEntry(
                Measured.MonthName((one.Year * 12) + one.Month - 1), one.Events, one.CasesBegun, one.CasesActive)),
        ];
    }
}

/// <summary>Where figures of one kind are kept.</summary>
internal sealed record FigureKind(FigureBook Book, string Kind);
