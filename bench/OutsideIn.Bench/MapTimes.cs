using System.Globalization;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Bench;

/// <summary>The least processor time of work on a large map, warm, for n, 2 n, … 16 n activities. Small maps fit the processor's caches and large ones do not, so that linear work shows from 4 n on.</summary>
internal static class MapTimes
{
    private const int Runs = 11;

    private static readonly CheckOptions Options = new(new DateOnly(2026, 11, 21));

    private static readonly (string Name, Func<OutsideInMap, object?> Work)[] Works =
    [
        ("check", static map => MapChecks.Check(map, Options)),
        ("causal graph", CausalGraph.Of),
        ("landscape", PerformanceLandscape.Of),
        ("one cascade", static map => CausalGraph.Of(map).Remove([map.Moments[0].Id])),
        ("all cascades", static map => AllCascades(map)),
        ("line of sight", static map => LineOfSight.Of(PerformanceLandscape.Of(map), CausalGraph.Of(map))),
        ("costing", static map => OutcomeCosting.Of(PerformanceLandscape.Of(map))),
        ("all ratings", static map => MapRatings.Of(map, Options.Today)),
        ("plan", static map => ActionPlan.Of(map)),
    ];

    public static void Write(TextWriter output)
    {
        foreach (var (name, work) in Works)
        {
            double? least = null;
            for (var times = 1; times <= 16; times *= 2)
            {
                var map = LargeMap.Of(LargeMap.UsualActivities * times);
                var (millis, bytes) = Least(map, work);
                least ??= millis;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name,-14} {map.Activities.Count,7:N0} activities {LargeMap.LinkCount(map),8:N0} links {millis,9:F1} ms {millis / least,5:F1} x {bytes,14:N0} bytes"));
            }
        }
    }

    private static int AllCascades(OutsideInMap map)
    {
        var graph = CausalGraph.Of(map);
        return map.Moments.Sum(moment => graph.Remove([moment.Id]).Follows.Count);
    }

    private static (double Millis, long Bytes) Least(OutsideInMap map, Func<OutsideInMap, object?> work)
    {
        var (millis, bytes) = (double.MaxValue, long.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            var (allocated, used) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
            GC.KeepAlive(work(map));
            millis = Math.Min(millis, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        return (millis, bytes);
    }
}
