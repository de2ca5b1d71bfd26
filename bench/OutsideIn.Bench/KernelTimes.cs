using System.Globalization;
using OutsideIn.Events;

namespace OutsideIn.Bench;

/// <summary>
/// The least processor time of each figure over one log, warm: a quick look that other work on the machine disturbs little.
/// </summary>
internal static class KernelTimes
{
    private const int Runs = 41;

    private static readonly (string Name, Func<EventLog, object?> Figure)[] Figures =
    [
        ("directly follows", DirectlyFollowsGraph.Of),
        ("variants", Variants.Of),
        ("handovers", Handovers.BetweenResources),
        ("throughput", ThroughputTimes.Of),
        ("repeats", Repeats.Of),
        ("activity times", ActivityTimes.Of),
        ("months", CalendarMonth.Of),
    ];

    public static void Write(EventLog log, TextWriter output)
    {
        foreach (var (name, figure) in Figures)
        {
            var (millis, bytes) = (double.MaxValue, long.MaxValue);
            for (var run = 0; run < Runs; run++)
            {
                var (allocated, used) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
                GC.KeepAlive(figure(log));
                millis = Math.Min(millis, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
                bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - allocated);
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-18} {millis,9:F3} ms {millis * 1e6 / log.EventCount,8:F2} ns/event {bytes,12:N0} bytes"));
        }
    }
}
