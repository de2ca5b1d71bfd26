using OutsideIn.Events;

namespace OutsideIn.Measures.Internals;

/// <summary>Where the values of a column stand.</summary>
internal enum ColumnPlace
{
    /// <summary>An attribute, or a role that holds names.</summary>
    Column,

    /// <summary>The costs of the events.</summary>
    Costs,

    /// <summary>When the events were recorded.</summary>
    Times,

    /// <summary>When the case began.</summary>
    CaseStart,

    /// <summary>When the case was closed.</summary>
    CaseEnd,
}

/// <summary>A column of a log as a measure reads it, whatever role it has.</summary>
/// <param name="Name">Names it in keys: distinct for distinct columns.</param>
/// <param name="Place">Where its values stand.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Level">Whether there is one an event or one a case.</param>
internal sealed record ColumnSource(string Name, ColumnPlace Place, AttributeKind Kind, AttributeLevel Level)
{
    /// <summary>The texts, where it has any.</summary>
    public CodedColumn? Texts { get; init; }

    /// <summary>The attribute, where it is one.</summary>
    public AttributeColumn? Attribute { get; init; }

    /// <summary>[events or cases] The numbers; empty where it has none.</summary>
    public ReadOnlySpan<double> Numbers(EventLog log) => Place == ColumnPlace.Costs ? log.Costs : Attribute is null ? [] : Attribute.Numbers;

    /// <summary>[events or cases] The instants; empty where it has none, or is the begin or end of cases.</summary>
    public ReadOnlySpan<long> Times(EventLog log) => Place == ColumnPlace.Times ? log.TimeMicros : Attribute is null ? [] : Attribute.TimeMicros;

    /// <summary>[events or cases] The answers; empty where it has none.</summary>
    public ReadOnlySpan<sbyte> Answers => Attribute is null ? [] : Attribute.Answers;
}
