namespace OutsideIn.Events;

/// <summary>The values of one attribute under construction; only the column of its kind is filled.</summary>
internal sealed record AttributeStore
{
    /// <summary>The distinct texts.</summary>
    public NameTable Names { get; init; } = new();

    /// <summary>[rows] The code of each text.</summary>
    public Growing<int> Codes { get; init; } = new(CodedColumn.Missing);

    /// <summary>[rows] Numbers.</summary>
    public Growing<double> Numbers { get; init; } = new(double.NaN);

    /// <summary>[rows] Microseconds since 1970-01-01T00:00:00Z.</summary>
    public Growing<long> Times { get; init; } = new(AttributeColumn.MissingTime);

    /// <summary>[rows] 1 yes, 0 no.</summary>
    public Growing<sbyte> Answers { get; init; } = new(AttributeColumn.MissingAnswer);
}
