namespace OutsideIn.Events;

/// <summary>The arrays of a log, already sorted; empty arrays stand for columns the log does not have. Kept, not copied.</summary>
/// <remarks>The way back from a stored log: <see cref="EventLog.FromColumns"/> checks every promise a log makes.</remarks>
/// <param name="Order">How the rows of a case stand.</param>
/// <param name="CaseNames">[cases] Distinct.</param>
/// <param name="CaseStarts">[cases + 1] Row at which each case begins; strictly ascending from 0 to the number of events.</param>
/// <param name="TimeMicros">[events] Microseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="StartMicros">[events] or empty. Microseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="Activities">[events] None missing.</param>
/// <param name="Resources">[events] or null.</param>
/// <param name="Teams">[events] or null.</param>
/// <param name="Systems">[events] or null.</param>
/// <param name="Channels">[events] or null.</param>
/// <param name="Customers">[events] or null.</param>
/// <param name="Costs">[events] or empty; NaN where missing.</param>
/// <param name="Attributes">[events] or [cases] rows each, by level.</param>
public sealed record EventColumns(
    EventOrder Order,
    string[] CaseNames,
    int[] CaseStarts,
    long[] TimeMicros,
    long[] StartMicros,
    CodedColumn Activities,
    CodedColumn? Resources,
    CodedColumn? Teams,
    CodedColumn? Systems,
    CodedColumn? Channels,
    CodedColumn? Customers,
    double[] Costs,
    IReadOnlyList<AttributeColumn> Attributes);
