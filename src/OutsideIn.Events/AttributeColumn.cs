namespace OutsideIn.Events;

/// <summary>What the values of an attribute are.</summary>
public enum AttributeKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number, in whatever unit the source used.</summary>
    Number,

    /// <summary>An instant, microseconds since 1970-01-01T00:00:00Z.</summary>
    Time,

    /// <summary>Yes or no.</summary>
    YesNo,
}

/// <summary>Whether an attribute belongs to events or, never varying within one, to cases.</summary>
public enum AttributeLevel
{
    /// <summary>One value an event.</summary>
    Event,

    /// <summary>One value a case.</summary>
    Case,
}

/// <summary>A typed column of a log that has no role of its own. Immutable; safe to share.</summary>
/// <remarks>Exactly one of <see cref="Texts"/>, <see cref="Numbers"/>, <see cref="TimeMicros"/> and <see cref="Answers"/> holds the rows.</remarks>
public sealed class AttributeColumn
{
    /// <summary>The value of a time that is missing.</summary>
    public const long MissingTime = long.MinValue;

    /// <summary>The answer that is missing; 0 stands for no and 1 for yes.</summary>
    public const sbyte MissingAnswer = -1;

    private readonly double[] _numbers = [];
    private readonly long[] _times = [];
    private readonly sbyte[] _answers = [];

    /// <summary>Makes a column of texts.</summary>
    public AttributeColumn(string name, AttributeLevel level, CodedColumn texts)
        : this(name, level, AttributeKind.Text) => Texts = texts;

    /// <summary>Makes a column of numbers; NaN stands for missing. Kept, not copied.</summary>
    public AttributeColumn(string name, AttributeLevel level, double[] numbers)
        : this(name, level, AttributeKind.Number) => _numbers = numbers;

    /// <summary>Makes a column of instants; <see cref="MissingTime"/> stands for missing. Kept, not copied.</summary>
    public AttributeColumn(string name, AttributeLevel level, long[] timeMicros)
        : this(name, level, AttributeKind.Time) => _times = timeMicros;

    /// <summary>Makes a column of answers: 1 yes, 0 no, <see cref="MissingAnswer"/> missing. Kept, not copied.</summary>
    public AttributeColumn(string name, AttributeLevel level, sbyte[] answers)
        : this(name, level, AttributeKind.YesNo) => _answers = answers;

    private AttributeColumn(string name, AttributeLevel level, AttributeKind kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (Name, Level, Kind) = (name, level, kind);
    }

    /// <summary>The attribute's name, as the source wrote it.</summary>
    public string Name { get; }

    /// <summary>Whether a row is an event or a case.</summary>
    public AttributeLevel Level { get; }

    /// <summary>What the values are.</summary>
    public AttributeKind Kind { get; }

    /// <summary>The texts, or null where <see cref="Kind"/> is another.</summary>
    public CodedColumn? Texts { get; }

    /// <summary>[rows] The numbers, NaN where missing; empty where <see cref="Kind"/> is another.</summary>
    public ReadOnlySpan<double> Numbers => _numbers;

    /// <summary>[rows] Microseconds since 1970-01-01T00:00:00Z; empty where <see cref="Kind"/> is another.</summary>
    public ReadOnlySpan<long> TimeMicros => _times;

    /// <summary>[rows] 1 yes, 0 no, −1 missing; empty where <see cref="Kind"/> is another.</summary>
    public ReadOnlySpan<sbyte> Answers => _answers;
}
