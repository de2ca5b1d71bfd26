namespace OutsideIn.Events;

/// <summary>One event on its way into an <see cref="EventLogBuilder"/>. Codes come from the builder's own naming methods.</summary>
/// <param name="Case">The case's code, 1 upward.</param>
/// <param name="Activity">The activity's code, 1 upward.</param>
/// <param name="TimeMicros">When it was recorded, or ended: microseconds since 1970-01-01T00:00:00Z.</param>
public readonly record struct EventRow(int Case, int Activity, long TimeMicros)
{
    /// <summary>The start of an event whose source gave none.</summary>
    public const long NoStart = long.MinValue;

    /// <summary>When it started, microseconds since 1970-01-01T00:00:00Z, or <see cref="NoStart"/>.</summary>
    public long StartMicros { get; init; } = NoStart;

    /// <summary>The resource's code, or 0.</summary>
    public int Resource { get; init; }

    /// <summary>The team's code, or 0.</summary>
    public int Team { get; init; }

    /// <summary>The system's code, or 0.</summary>
    public int System { get; init; }

    /// <summary>The channel's code, or 0.</summary>
    public int Channel { get; init; }

    /// <summary>The customer's code, or 0.</summary>
    public int Customer { get; init; }

    /// <summary>The cost in the log's currency, or NaN.</summary>
    public double Cost { get; init; } = double.NaN;
}
