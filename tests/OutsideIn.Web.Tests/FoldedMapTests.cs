using OutsideIn.Diagnosis;
using OutsideIn.Simulation;

namespace OutsideIn.Web.Tests;

public sealed class FoldedMapTests
{
    [Fact]
    public void Whatever_the_sliders_ask_for_drawn_and_not_drawn_add_up_to_the_log()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = RandomSource.Open((ulong)seed, "map");
            var process = RandomProcess(1 + (int)(random.NextUnit() * 90), seed);

            var map = FoldedMap.Of(process, (int)(random.NextUnit() * 100) - 5, (int)(random.NextUnit() * 300) - 5);

            AssertAddsUp(process, map);
        }
    }

    [Fact]
    public void Every_activity_drawn_is_tied_to_the_rest_unless_fewer_connections_are_asked_for()
    {
        var process = RandomProcess(40, 7);

        var map = FoldedMap.Of(process, null, null);

        Assert.All(Enumerable.Range(0, map.ActivitiesShown), at => Assert.Contains(map.Drawn, edge => edge.From == at || edge.To == at));
    }

    [Fact]
    public void Ten_thousand_activities_fall_back_to_the_most_frequent_thirty()
    {
        var process = RandomProcess(10_000, 3);

        var map = FoldedMap.Of(process, null, null);
        var most = FoldedMap.Of(process, 10_000, 100_000);

        Assert.Equal(FoldedMap.ActivitiesUsual, map.ActivitiesShown);
        Assert.Equal(FoldedMap.ActivitiesMax, most.ActivitiesShown);
        Assert.True(most.Drawn.Count <= FoldedMap.ConnectionsMax);
        Assert.Equal(10_000 - FoldedMap.ActivitiesUsual, map.Activities[^1].Folded);
    }

    [Fact]
    public void The_mean_of_folded_connections_is_weighted_by_their_counts_and_their_median_is_unknown()
    {
        var process = Process(
            [Step("A", "B", 10, 100), Step("A", "C", 30, 500), Step("B", "C", 1, 50)],
            [Activity("A", 40), Activity("B", 11), Activity("C", 31)]);

        var folded = FoldedMap.Of(process, 1, 100).Drawn.Single(static edge => edge is { From: 0, To: 1 });

        Assert.Equal(40, folded.Count);
        Assert.Equal(400, folded.MeanSeconds);
        Assert.Null(folded.Only);
    }

    private static void AssertAddsUp(ProcessSection process, FoldedMap map)
    {
        Assert.Equal(process.DirectlyFollows.Sum(static edge => (long)edge.Count), Steps(map.Drawn) + Steps(map.NotDrawn) + map.Activities.Sum(static at => at.AtOnceAgain));
        Assert.Equal(process.StartActivities.Sum(static edge => (long)edge.Cases), Begins(map.Drawn) + Begins(map.NotDrawn));
        Assert.Equal(process.Activities.Sum(static at => (long)at.Events), map.Activities.Sum(static at => at.Events));
        Assert.Equal(process.Activities.Count, map.Activities.Sum(static at => at.Folded));
        Assert.Equal(map.NotDrawn.Where(static edge => edge.To >= 0).Sum(static edge => edge.Count), map.Activities.Sum(static at => at.HiddenIn));
        Assert.Equal(map.NotDrawn.Where(static edge => edge.From >= 0).Sum(static edge => edge.Count), map.Activities.Sum(static at => at.HiddenOut));
    }

    private static long Steps(IEnumerable<FoldedConnection> edges) => edges.Where(static one => one.IsStep).Sum(static one => one.Count);

    private static long Begins(IEnumerable<FoldedConnection> edges) =>
        edges.Where(static one => one.From == FoldedConnection.Outside).Sum(static one => one.Count);

    // A walk through activities of which the first are the most frequent, as in real logs.
    private static ProcessSection RandomProcess(int size, int seed)
    {
        var random = RandomSource.Open((ulong)seed, "map");
        var counts = new int[size];
        var steps = new Dictionary<(int From, int To), int>();
        var at = 0;
        for (var step = 0; step < 20 * size; step++)
        {
            counts[at]++;
            var next = (int)(size * Math.Pow(random.NextUnit(), 3));
            steps[(at, next)] = steps.GetValueOrDefault((at, next)) + 1;
            at = next;
        }

        counts[at]++;
        return Process(
            [.. steps.Select(static one => Step($"a{one.Key.From}", $"a{one.Key.To}", one.Value, one.Value))],
            [.. counts.Select(static (events, place) => Activity($"a{place}", events)).OrderByDescending(static one => one.Events)]);
    }

    private static DirectlyFollowsEntry Step(string from, string to, int count, double seconds) =>
        new("step", from, to, count, count, seconds, seconds, seconds, seconds, seconds, null);

    private static ActivityEntry Activity(string name, int events) => new("activity", name, events, events, 1, null, null, null, null, null, null);

    private static ProcessSection Process(IReadOnlyList<DirectlyFollowsEntry> steps, IReadOnlyList<ActivityEntry> activities) => new(
        steps, [new ActivityCasesEntry("begin", activities[0].Activity, 5), new ActivityCasesEntry("begin", activities[^1].Activity, 2)],
        [new ActivityCasesEntry("end", activities[0].Activity, 7)], activities, new ThroughputEntry(7, 0, 0, 0, 0, 0), [], [], [], [],
        new SkippedEntry(0, 0), [], []);
}
