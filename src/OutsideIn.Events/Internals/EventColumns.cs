namespace OutsideIn.Events;

/// <summary>The arrays of a log, already sorted; empty arrays stand for columns the log does not have.</summary>
internal sealed record EventColumns(
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
