namespace OutsideIn.Events;

/// <summary>The throughput time of every case: how long it took from its first event to its last. Immutable; safe to share.</summary>
public sealed class ThroughputTimes
{
    private readonly long[] _micros;

    private ThroughputTimes(long[] micros)
    {
        _micros = micros;
        Summary = DurationSummary.Of(micros);
    }

    /// <summary>[cases] Microseconds; 0 for a case of one event without a start.</summary>
    public ReadOnlySpan<long> Micros => _micros;

    /// <summary>All cases together, or null for a log without cases.</summary>
    public DurationSummary? Summary { get; }

    /// <summary>The latest time of any event of the case minus the earliest begin: ≥ 0 whatever the order of the rows.</summary>
    /// <remarks>O(events), allocates by cases only.</remarks>
    public static ThroughputTimes Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var micros = new long[log.CaseCount];
        ThroughputKernel.LatestMinusEarliest(log.CaseStarts, log.BeginMicros, log.TimeMicros, micros);
        return new ThroughputTimes(micros);
    }

    /// <summary>The time of the case's last row minus the begin of its first row, in the log's <see cref="EventLog.Order"/>.</summary>
    /// <remarks>
    /// The same as <see cref="Of"/> where rows stand by time and the log has no starts; else it can be shorter, even negative. It is
    /// how miners count that trust the order of the file. O(cases), allocates by cases only.
    /// </remarks>
    public static ThroughputTimes LastMinusFirst(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var micros = new long[log.CaseCount];
        ThroughputKernel.LastMinusFirst(log.CaseStarts, log.BeginMicros, log.TimeMicros, micros);
        return new ThroughputTimes(micros);
    }

    /// <summary>A quantile over the cases, as <see cref="Quantiles"/> defines it.</summary>
    /// <param name="probability">0 ≤ probability ≤ 1.</param>
    /// <returns>The quantile rounded to 0.1 µs, or null for a log without cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not within 0 and 1.</exception>
    public TimeSpan? QuantileOf(double probability) => _micros.Length == 0
        ? null
        : TimeSpan.FromTicks((long)Math.Round(Quantiles.Of(_micros, probability) * TimeSpan.TicksPerMicrosecond));
}
