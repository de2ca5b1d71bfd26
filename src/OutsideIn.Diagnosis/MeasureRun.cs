using OutsideIn.Measures;

namespace OutsideIn.Diagnosis;

/// <summary>A measure that was put to a log: what is wrong with its text, or its result with the values behind it. Immutable.</summary>
/// <param name="Faults">What is wrong with the texts or worth knowing about them, the measure's first.</param>
/// <param name="Result">The result; null where a fault is an error.</param>
/// <param name="Values">The value of every subject; null where there is no result.</param>
/// <param name="Sides">[subjects] On which side of the objective each stands; null where there is none.</param>
public sealed record MeasureRun(IReadOnlyList<MeasureFaultEntry> Faults, MeasureResult? Result, MeasureValues? Values, IReadOnlyList<Side>? Sides);
