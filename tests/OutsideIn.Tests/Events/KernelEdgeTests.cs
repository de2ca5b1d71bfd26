using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Events;

/// <summary>Edges, worked by hand, and budgets.</summary>
public sealed class KernelEdgeTests
{
    private const long Hour = 3_600_000_000;

    [Fact]
    public void An_empty_log_has_empty_figures()
    {
        var log = new EventLogBuilder().Build();

        Assert.Empty(DirectlyFollowsGraph.Of(log).Edges);
        Assert.Empty(DirectlyFollowsGraph.Of(log).Activities);
        Assert.Equal(0, Variants.Of(log).Count);
        Assert.Null(Variants.Of(log).CoverageOf(3));
        Assert.Null(ThroughputTimes.Of(log).Summary);
        Assert.Null(ThroughputTimes.Of(log).QuantileOf(0.5));
        Assert.Equal(0, Repeats.Of(log).Events);
        Assert.Null(Handovers.BetweenResources(log));
        Assert.Null(Handovers.BetweenTeams(log));
        Assert.Empty(ActivityTimes.Of(log));
        Assert.Empty(CalendarMonth.Of(log));
    }

    [Fact]
    public void One_case_of_one_event_starts_ends_and_takes_no_time()
    {
        var log = SmallLogs.Build([new("A", "ask", Hour, Hour, "ann")]);

        Assert.Empty(DirectlyFollowsGraph.Of(log).Edges);
        Assert.Equal(new ActivityCount(1, "ask", 1, 1, 1, 1), Assert.Single(DirectlyFollowsGraph.Of(log).Activities));
        Assert.Equal(TimeSpan.Zero, ThroughputTimes.Of(log).Summary!.Max);
        Assert.Equal(0, Handovers.BetweenResources(log)!.Count);
        Assert.Null(Assert.Single(ActivityTimes.Of(log)).Waiting);
    }

    [Fact]
    public void Equal_times_keep_the_order_of_the_source()
    {
        var log = SmallLogs.Build([new("A", "b", 0, 0, null), new("A", "a", 0, 0, null), new("A", "c", 0, 0, null)]);

        Assert.Equal(["b", "a", "c"], Variants.Of(log).ActivitiesOf(0));
    }

    [Fact]
    public void Overlapping_work_shows_as_a_negative_time_between_and_as_no_waiting()
    {
        var log = SmallLogs.Build([new("A", "do", 0, 3 * Hour, null), new("A", "pay", Hour, 4 * Hour, null)]);

        Assert.Equal(TimeSpan.FromHours(-2), Assert.Single(DirectlyFollowsGraph.Of(log).Edges).Time.Min);
        var pay = ActivityTimes.Of(log).Single(one => one.Activity == "pay");
        Assert.Equal((TimeSpan.Zero, 1), (pay.Waiting!.Max, pay.WaitingClipped));
        Assert.Equal(TimeSpan.FromHours(3), pay.Processing!.Median);
    }

    [Fact]
    public void An_end_before_its_start_counts_as_no_processing_and_is_counted()
    {
        var log = SmallLogs.Build([new("A", "do", Hour, 0, null), new("A", "do", Hour, 2 * Hour, null)]);

        var work = Assert.Single(ActivityTimes.Of(log));

        Assert.Equal((1, TimeSpan.Zero, TimeSpan.FromHours(1)), (work.ProcessingClipped, work.Processing!.Min, work.Processing.Max));
    }

    [Fact]
    public void A_handover_reaches_over_events_that_name_nobody()
    {
        var log = SmallLogs.Build(
        [
            new("A", "a", 0, 0, "ann"), new("A", "b", Hour, Hour, null), new("A", "c", 3 * Hour, 3 * Hour, "bob"),
            new("A", "d", 4 * Hour, 4 * Hour, "bob"), new("B", "a", 0, 0, null), new("B", "b", Hour, Hour, "ann"),
        ]);

        var handovers = Handovers.BetweenResources(log)!;

        var one = Assert.Single(handovers.Pairs);
        Assert.Equal(("ann", "bob", 1, 1, TimeSpan.FromHours(3)), (one.From, one.To, one.Count, one.Cases, one.Wait.Median));
        Assert.Equal([new HandoverStay("bob", 1)], handovers.Stays);
        Assert.Equal((1, 1, 2, 1), (handovers.Count, handovers.Cases, handovers.EventsSkipped, handovers.AcrossSkipped));
        Assert.Equal([1, 0], handovers.PerCase.ToArray());
    }

    [Fact]
    public void Traces_that_share_a_hash_stay_apart()
    {
        int[] starts = [0, 2, 4, 6, 8, 9];
        int[] codes = [1, 2, 2, 1, 1, 2, 3, 3, 1];
        var variants = new int[5];

        var firsts = VariantKernel.Number<int>(starts, codes, hashMask: 0, variants);

        Assert.Equal([0, 1, 3, 4], firsts);
        Assert.Equal([0, 1, 0, 2, 3], variants);
    }

    [Fact]
    public void Ten_thousand_activities_need_no_table_of_all_pairs()
    {
        var events = Enumerable.Range(0, 30_000)
            .Select(i => new SmallEvent($"c{i / 7}", $"activity {i * 7919 % 10_151}", i, i, null)).ToArray();
        var log = SmallLogs.Build(events);
        var expected = events.Zip(events.Skip(1)).Where(pair => pair.First.Case == pair.Second.Case)
            .Select(pair => (pair.First.Activity, pair.Second.Activity)).CountBy(pair => pair).ToDictionary();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var graph = DirectlyFollowsGraph.Of(log);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(expected, graph.Edges.ToDictionary(one => (one.From, one.To), one => one.Count));
        Assert.InRange(allocated, 0, 20_000_000);
    }

    [Fact]
    public void Months_count_events_where_they_lie_and_cases_from_first_to_last()
    {
        var log = SmallLogs.Build(
        [
            new("A", "a", Micros(2023, 11, 30), Micros(2023, 12, 1), null), new("A", "b", Micros(2024, 2, 29), Micros(2024, 2, 29), null),
            new("B", "a", Micros(2024, 2, 1), Micros(2024, 2, 1) - 0, null),
        ]);

        Assert.Equal(
            [new(2023, 11, 0, 1, 0, 1), new(2023, 12, 1, 0, 0, 1), new(2024, 1, 0, 0, 0, 1), new(2024, 2, 2, 1, 2, 2)],
            CalendarMonth.Of(log));
    }

    [Fact]
    public void Months_reach_from_the_year_1_to_the_year_9999()
    {
        var log = SmallLogs.Build(
            [new("A", "a", Micros(1, 1, 1), Micros(1, 1, 1), null), new("B", "b", Micros(9999, 12, 31), Micros(9999, 12, 31), null)]);

        var months = CalendarMonth.Of(log);

        Assert.Equal(9999 * 12, months.Count);
        Assert.Equal((9999, 12, 1), (months[^1].Year, months[^1].Month, months[^1].Events));
        Assert.Equal(2, months.Sum(one => one.Events));
    }

    [Theory]
    [InlineData(EventOrder.ByTime)]
    [InlineData(EventOrder.ByStart)]
    public void A_start_after_the_last_end_does_not_break_the_months(EventOrder order)
    {
        var log = SmallLogs.Build([new("A", "a", Micros(2024, 3, 1), Micros(2024, 2, 1), null)], order);

        Assert.Equal(new CalendarMonth(2024, 2, 1, 1, 1, 1), Assert.Single(CalendarMonth.Of(log)));
    }

    [Fact]
    public void Figures_allocate_by_names_and_cases_not_by_events()
    {
        var (small, large) = (Regular(20), Regular(2000));

        Assert.All(
            (Func<EventLog, object?>[])
            [
                DirectlyFollowsGraph.Of, Repeats.Of, Handovers.BetweenResources, ThroughputTimes.Of, ActivityTimes.Of,
            ],
            figure => Assert.InRange(Allocated(figure, large), 0, Allocated(figure, small) + 1024));
        Assert.InRange(Allocated(Variants.Of, large), 0, Allocated(Variants.Of, small) + 1024);
    }

    [Fact]
    public void Case_activity_time_start_resource_and_team_take_at_most_24_bytes_an_event()
    {
        var builder = new EventLogBuilder();
        for (var i = 0; i < 50_000; i++)
        {
            builder.Add(new EventRow(builder.Case($"case {i / 8}"), builder.Activity($"activity {i % 30}"), i)
            {
                StartMicros = i,
                Resource = builder.Name(ColumnRole.Resource, $"resource {i % 900}"),
                Team = builder.Name(ColumnRole.Team, $"team {i % 40}"),
            });
        }

        var log = builder.Build();

        Assert.InRange((double)log.CoreBytes / log.EventCount, 22, 24);
    }

    private static long Micros(int year, int month, int day) =>
        (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    // Ten cases of any length with the same names and pairs, so that only the number of events differs.
    private static EventLog Regular(int eventsPerCase) => SmallLogs.Build(
        from c in Enumerable.Range(0, 10)
        from i in Enumerable.Range(0, eventsPerCase)
        select new SmallEvent($"case {c}", $"activity {i % 4}", i * Hour, (i * Hour) + 1, i % 3 == 0 ? null : $"resource {i % 5}"));

    // The least of several runs: the first fill the pool, and a collection may empty it once.
    private static long Allocated(Func<EventLog, object?> figure, EventLog log) => Enumerable.Range(0, 8).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(figure(log));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
