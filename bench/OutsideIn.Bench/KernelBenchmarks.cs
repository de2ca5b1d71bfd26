using BenchmarkDotNet.Attributes;
using OutsideIn.Events;

namespace OutsideIn.Bench;

/// <summary>The figures over a synthetic log, in memory; divide by the number of events for the time an event.</summary>
[MemoryDiagnoser]
[InProcess]
public class KernelBenchmarks
{
    private EventLog _log = new EventLogBuilder().Build();

    /// <summary>Number of events in the log.</summary>
    [Params(100_000, 1_000_000)]
    public int Events { get; set; }

    /// <summary>Makes the log.</summary>
    [GlobalSetup]
    public void Setup() => _log = SyntheticLog.Build(Events);

    /// <summary>Counts, minimum, mean, median, 90th percentile, maximum and deviation of every edge.</summary>
    [Benchmark]
    public DirectlyFollowsGraph DirectlyFollows() => DirectlyFollowsGraph.Of(_log);

    /// <summary>Distinct traces with their cases, in order.</summary>
    [Benchmark]
    public Variants Variants() => OutsideIn.Events.Variants.Of(_log);

    /// <summary>Changes of resource with their waits.</summary>
    [Benchmark]
    public Handovers? HandoversOfResources() => Handovers.BetweenResources(_log);

    /// <summary>Throughput time of every case and its summary.</summary>
    [Benchmark]
    public ThroughputTimes Throughput() => ThroughputTimes.Of(_log);

    /// <summary>Repeats and self-loops.</summary>
    [Benchmark]
    public Repeats Repeats() => OutsideIn.Events.Repeats.Of(_log);

    /// <summary>Waiting times of every activity.</summary>
    [Benchmark]
    public IReadOnlyList<ActivityTimes> WaitingTimes() => ActivityTimes.Of(_log);

    /// <summary>Events and cases by month.</summary>
    [Benchmark]
    public IReadOnlyList<CalendarMonth> Months() => CalendarMonth.Of(_log);
}
