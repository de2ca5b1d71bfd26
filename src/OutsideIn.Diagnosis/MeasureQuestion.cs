using OutsideIn.Measures;

namespace OutsideIn.Diagnosis;

/// <summary>A measure put to a log. Immutable.</summary>
/// <param name="Measure">The text of the measure (docs/measures.md).</param>
public sealed record MeasureQuestion(string Measure)
{
    /// <summary>The text of the objective its values are held against; null for none.</summary>
    public string? Objective { get; init; }

    /// <summary>The column by whose values the cases are told apart: a word for a role such as <c>channel</c>, or a name of the source's; null for none.</summary>
    public string? By { get; init; }

    /// <summary>The period of case starts the trend is told by; null for the objective's own, else a month.</summary>
    public PeriodUnit? Per { get; init; }
}
