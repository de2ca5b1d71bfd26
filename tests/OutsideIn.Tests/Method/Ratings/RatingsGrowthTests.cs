using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method.Ratings;

/// <summary>Held by what is allocated, not by the clock; bench/ prints the times.</summary>
public class RatingsGrowthTests
{
    private static readonly Dictionary<string, Func<OutsideInMap, object?>> Works = new()
    {
        ["all cascades"] = static map => Cascades(map),
        ["all ratings"] = static map => MapRatings.Of(map, new DateOnly(2026, 11, 21)),
        ["plan"] = static map => ActionPlan.Of(map),
    };

    public static TheoryData<string> Names => [.. Works.Keys];

    // Tables grow by doubling, so a little over two is possible; a square would give four.
    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_the_map_takes_twice_the_memory_and_no_more(string name)
    {
        var work = Works[name];
        Allocated(work, LargeMap.Of(500));

        long[] bytes = [Allocated(work, LargeMap.Of(1000)), Allocated(work, LargeMap.Of(2000)), Allocated(work, LargeMap.Of(4000))];

        Assert.InRange((double)bytes[1] / bytes[0], 1.5, 2.6);
        Assert.InRange((double)bytes[2] / bytes[1], 1.5, 2.6);
    }

    private static int Cascades(OutsideInMap map)
    {
        var graph = CausalGraph.Of(map);
        return map.Moments.Sum(moment => graph.Remove([moment.Id]).Follows.Count);
    }

    private static long Allocated(Func<OutsideInMap, object?> work, OutsideInMap map)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(work(map));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
