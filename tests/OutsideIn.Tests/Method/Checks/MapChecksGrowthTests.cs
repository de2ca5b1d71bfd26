using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method.Checks;

/// <summary>Held by what is allocated and found, not by the clock; bench/ prints the times.</summary>
public sealed class MapChecksGrowthTests
{
    private static readonly CheckOptions Options = new(new DateOnly(2026, 11, 21));

    [Fact]
    public void The_large_map_has_the_size_the_aim_is_stated_for()
    {
        var map = LargeMap.Of();

        Assert.Equal((10_000, 3_000, 30_000), (map.Activities.Count, map.Moments.Count, LargeMap.LinkCount(map)));
    }

    [Fact]
    public void Twice_the_map_takes_twice_the_memory_and_no_more()
    {
        Allocated(LargeMap.Of(500));
        long[] bytes = [Allocated(LargeMap.Of(1000)), Allocated(LargeMap.Of(2000)), Allocated(LargeMap.Of(4000))];

        // Tables grow by doubling, so a little over two is possible; a square would give four.
        Assert.InRange((double)bytes[1] / bytes[0], 1.5, 2.6);
        Assert.InRange((double)bytes[2] / bytes[1], 1.5, 2.6);
    }

    [Fact]
    public void A_map_twice_as_large_has_twice_the_findings()
    {
        // Two of them are about the map as a whole and do not grow.
        static int Count(int activities) => MapChecks.Check(LargeMap.Of(activities), Options).Findings.Count(static one => one.Subject is not null);

        Assert.InRange(Count(2000), (2 * Count(1000)) - 30, (2 * Count(1000)) + 30);
    }

    private static long Allocated(OutsideInMap map)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(MapChecks.Check(map, Options));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
