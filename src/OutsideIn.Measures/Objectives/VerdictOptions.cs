using OutsideIn.Statistics;

namespace OutsideIn.Measures;

/// <summary>How values are judged and shown. Immutable.</summary>
public sealed record VerdictOptions
{
    /// <summary>The instant up to which the log is known, microseconds since 1970-01-01T00:00:00Z: what had ended by then is a whole period.</summary>
    public required long HorizonMicros { get; init; }

    /// <summary>The period the trend is told by where the objective names none.</summary>
    /// <value>A month.</value>
    public PeriodUnit Period { get; init; } = PeriodUnit.Month;

    /// <summary>Confidence level of every interval, 0 &lt; level &lt; 1.</summary>
    /// <value>0.95.</value>
    public double Level { get; init; } = ProportionInterval.DefaultLevel;

    /// <summary>Seed of the bootstrap: the same values and seed give the same interval.</summary>
    /// <value>0.</value>
    public ulong Seed { get; init; }
}
