using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Events;

/// <summary>Every figure against a slow and obvious count over rows, on small random logs.</summary>
public sealed class KernelReferenceTests
{
    private static readonly EventOrder[] Orders = [EventOrder.ByTime, EventOrder.ByStart, EventOrder.AsRead];

    [Fact]
    public void Directly_follows_is_every_pair_of_neighbours()
    {
        CheckAll((events, order) =>
        {
            var pairs =
                from rows in SmallLogs.Cases(events, order)
                from pair in rows.Zip(rows.Skip(1))
                group (pair.First.Case, Micros: pair.Second.Start - pair.First.Time)
                    by (From: pair.First.Activity, To: pair.Second.Activity) into edge
                orderby edge.Count() descending
                select (edge.Key, Count: edge.Count(), Cases: edge.Select(one => one.Case).Distinct().Count(),
                    Time: Summary(edge.Select(one => one.Micros)));
            var expected = pairs.ToList();
            expected.Sort((one, other) => Compare((one.Count, one.Key.From, one.Key.To), (other.Count, other.Key.From, other.Key.To)));

            var actual = DirectlyFollowsGraph.Of(SmallLogs.Build(events, order)).Edges;

            Assert.Equal(expected, actual.Select(one => ((one.From, one.To), one.Count, one.Cases, Figures(one.Time)!.Value)));
        });
    }

    [Fact]
    public void Activities_are_counted_with_their_cases_and_ends()
    {
        CheckAll((events, order) =>
        {
            var cases = SmallLogs.Cases(events, order);
            var expected = events.Select(one => one.Activity).Distinct().Select(activity => (
                activity,
                events.Count(one => one.Activity == activity),
                cases.Count(rows => rows.Any(one => one.Activity == activity)),
                cases.Count(rows => rows[0].Activity == activity),
                cases.Count(rows => rows[^1].Activity == activity))).ToList();
            expected.Sort((one, other) => Compare((one.Item2, one.activity, ""), (other.Item2, other.activity, "")));

            var actual = DirectlyFollowsGraph.Of(SmallLogs.Build(events, order)).Activities;

            Assert.Equal(expected, actual.Select(one => (one.Activity, one.Events, one.Cases, one.StartCases, one.EndCases)));
        });
    }

    [Fact]
    public void Variants_are_the_distinct_traces_with_their_cases()
    {
        CheckAll((events, order) =>
        {
            var expected = SmallLogs.Cases(events, order)
                .Select((rows, c) => (Trace: string.Join('|', rows.Select(one => one.Activity)), Case: c))
                .GroupBy(one => one.Trace, one => one.Case)
                .ToDictionary(one => one.Key, one => one.ToArray());

            var variants = Variants.Of(SmallLogs.Build(events, order));

            Assert.Equal(expected.Count, variants.Count);
            for (var v = 0; v < variants.Count; v++)
            {
                Assert.Equal(expected[string.Join('|', variants.ActivitiesOf(v))], variants.CasesOf(v).ToArray());
                Assert.All(variants.CasesOf(v).ToArray(), c => Assert.Equal(v, variants.OfCase[c]));
            }

            var keys = Enumerable.Range(0, variants.Count).Select(v => (variants.CaseCountOf(v), variants.ActivitiesOf(v))).ToArray();
            Assert.All(keys.Zip(keys.Skip(1)), pair => Assert.True(
                pair.First.Item1 > pair.Second.Item1
                || (pair.First.Item1 == pair.Second.Item1 && IsBefore(pair.First.Item2, pair.Second.Item2))));
        });
    }

    [Fact]
    public void Throughput_is_latest_minus_earliest_and_last_minus_first()
    {
        CheckAll((events, order) =>
        {
            var cases = SmallLogs.Cases(events, order);
            var log = SmallLogs.Build(events, order);

            Assert.Equal(
                cases.Select(rows => rows.Max(one => one.Time) - rows.Min(one => one.Start)),
                ThroughputTimes.Of(log).Micros.ToArray());
            Assert.Equal(
                cases.Select(rows => rows[^1].Time - rows[0].Start), ThroughputTimes.LastMinusFirst(log).Micros.ToArray());
        });
    }

    [Fact]
    public void Repeats_are_the_events_after_the_first_of_their_case()
    {
        CheckAll((events, order) =>
        {
            var cases = SmallLogs.Cases(events, order);
            var expected =
                from activity in events.Select(one => one.Activity).Distinct()
                let places = cases.Select(rows => Enumerable.Range(0, rows.Length).Where(i => rows[i].Activity == activity).ToArray()).ToArray()
                let gaps = places.Select(one => one.Zip(one.Skip(1), (a, b) => b - a - 1).ToArray()).ToArray()
                where gaps.Any(one => one.Length > 0)
                orderby activity
                select (activity, gaps.Count(one => one.Length > 0), gaps.Sum(one => one.Length), gaps.Sum(one => one.Count(gap => gap == 0)),
                    gaps.Count(one => one.Contains(0)), gaps.SelectMany(one => one).Min());

            var repeats = Repeats.Of(SmallLogs.Build(events, order));

            Assert.Equal(
                expected.OrderBy(one => one.activity, StringComparer.Ordinal),
                repeats.Activities.OrderBy(one => one.Activity, StringComparer.Ordinal)
                    .Select(one => (one.Activity, one.Cases, one.Repeats, one.SelfLoops, one.SelfLoopCases, one.EventsBetweenMin)));
            Assert.Equal(cases.Count(rows => rows.DistinctBy(one => one.Activity).Count() < rows.Length), repeats.Cases);
            Assert.Equal(cases.Sum(rows => rows.Length - rows.DistinctBy(one => one.Activity).Count()), repeats.Events);
        });
    }

    [Fact]
    public void Handovers_are_the_changes_between_known_doers()
    {
        CheckAll((events, order) =>
        {
            var cases = SmallLogs.Cases(events, order);
            var known = cases.Select(rows => rows.Where(one => one.Resource is not null).ToArray()).ToArray();
            var pairs = known.SelectMany(rows => rows.Zip(rows.Skip(1))).ToArray();
            var expected =
                from pair in pairs
                where pair.First.Resource != pair.Second.Resource
                group pair by (From: pair.First.Resource!, To: pair.Second.Resource!) into edge
                orderby edge.Key
                select (edge.Key, Count: edge.Count(), Cases: edge.Select(one => one.First.Case).Distinct().Count(),
                    Wait: Summary(edge.Select(one => one.Second.Start - one.First.Time)));

            var handovers = Handovers.BetweenResources(SmallLogs.Build(events, order));

            if (events.All(one => one.Resource is null))
            {
                Assert.Null(handovers);
                return;
            }

            Assert.Equal(
                expected,
                handovers!.Pairs.OrderBy(one => (one.From, one.To)).Select(one => ((one.From, one.To), one.Count, one.Cases, Figures(one.Wait)!.Value)));
            Assert.Equal(events.Count(one => one.Resource is null), handovers.EventsSkipped);
            Assert.Equal(pairs.Count(one => one.First.Resource == one.Second.Resource), handovers.Stays.Sum(one => one.Count));
            Assert.Equal(pairs.Length - handovers.Stays.Sum(one => one.Count), handovers.Count);
            Assert.Equal(
                known.Select(rows => rows.Zip(rows.Skip(1)).Count(pair => pair.First.Resource != pair.Second.Resource)),
                handovers.PerCase.ToArray());
            Assert.Equal(handovers.PerCase.ToArray().Count(one => one > 0), handovers.Cases);
        });
    }

    [Fact]
    public void Waiting_and_processing_times_are_those_of_each_activitys_events()
    {
        CheckAll((events, order) =>
        {
            var cases = SmallLogs.Cases(events, order);
            var times = ActivityTimes.Of(SmallLogs.Build(events, order));

            foreach (var time in times)
            {
                var waits = cases.SelectMany(rows => rows.Zip(rows.Skip(1)))
                    .Where(pair => pair.Second.Activity == time.Activity)
                    .Select(pair => pair.Second.Start - pair.First.Time).ToArray();
                var works = events.Where(one => one.Activity == time.Activity).Select(one => one.Time - one.Start).ToArray();
                Assert.Equal(waits.Length == 0 ? null : Summary(waits.Select(one => Math.Max(0, one))), Figures(time.Waiting));
                Assert.Equal(waits.Count(one => one < 0), time.WaitingClipped);
                Assert.Equal(Summary(works), Figures(time.Processing));
                Assert.Equal(0, time.ProcessingClipped);
            }
        });
    }

    [Fact]
    public void Wide_codes_give_what_narrow_codes_give()
    {
        Prop.ForAll(SmallLogs.Any, events =>
        {
            var narrow = SmallLogs.Build(events);
            var wide = SmallLogs.Build(events, unusedNames: ushort.MaxValue + 1);

            Assert.True(narrow.Activities.IsNarrow && !wide.Activities.IsNarrow);
            Assert.Equal(
                DirectlyFollowsGraph.Of(narrow).Edges.Select(one => one with { FromCode = 0, ToCode = 0 }),
                DirectlyFollowsGraph.Of(wide).Edges.Select(one => one with { FromCode = 0, ToCode = 0 }));
            Assert.Equal(
                DirectlyFollowsGraph.Of(narrow).Activities.Select(one => one with { Code = 0 }),
                DirectlyFollowsGraph.Of(wide).Activities.Select(one => one with { Code = 0 }));
            Assert.Equal(Variants.Of(narrow).OfCase.ToArray(), Variants.Of(wide).OfCase.ToArray());
            Assert.Equal(
                Repeats.Of(narrow).Activities.Select(one => one with { Code = 0 }),
                Repeats.Of(wide).Activities.Select(one => one with { Code = 0 }));
            Assert.Equal(
                ActivityTimes.Of(narrow).Select(one => one with { Code = 0 }),
                ActivityTimes.Of(wide).Where(one => one.Processing is not null).Select(one => one with { Code = 0 }));
            Assert.Equal(
                Handovers.BetweenResources(narrow)?.Pairs.Select(one => one with { FromCode = 0, ToCode = 0 }),
                Handovers.BetweenResources(wide)?.Pairs.Select(one => one with { FromCode = 0, ToCode = 0 }));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5));
    }

    private static void CheckAll(Action<SmallEvent[], EventOrder> body) =>
        Prop.ForAll(SmallLogs.Any, events =>
        {
            foreach (var order in Orders)
            {
                body(events, order);
            }
        }).Check(Config.QuickThrowOnFailure);

    private static (int Count, double Min, double Mean, double Median, double P90, double Max) Summary(IEnumerable<long> micros)
    {
        var sorted = micros.Order().ToArray();
        return (sorted.Length, sorted[0], Ticks(sorted.Average()), Ticks(At(0.5)), Ticks(At(0.9)), sorted[^1]);

        double At(double probability)
        {
            var place = (sorted.Length - 1) * probability;
            var (low, high) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
            return low + ((high - low) * (place - Math.Floor(place)));
        }

        static double Ticks(double value) => Math.Round(value * 10) / 10;
    }

    private static (int Count, double Min, double Mean, double Median, double P90, double Max)? Figures(DurationSummary? one) => one is null
        ? null
        : (one.Count, one.Min.Ticks / 10.0, one.Mean.Ticks / 10.0, one.Median.Ticks / 10.0, one.P90.Ticks / 10.0, one.Max.Ticks / 10.0);

    private static int Compare((int Count, string One, string Two) a, (int Count, string One, string Two) b) =>
        a.Count != b.Count ? b.Count - a.Count
        : a.One != b.One ? string.CompareOrdinal(a.One, b.One)
        : string.CompareOrdinal(a.Two, b.Two);

    private static bool IsBefore(string[] one, string[] other)
    {
        var byName = one.Zip(other, string.CompareOrdinal).FirstOrDefault(sign => sign != 0);
        return byName < 0 || (byName == 0 && one.Length < other.Length);
    }
}
