using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>The cases behind each figure of a <see cref="DiagnosisDocument"/>. Immutable; safe to share.</summary>
/// <param name="ByFigure">Case indexes of the log, ascending and distinct, by figure id.</param>
public sealed record FigureCases(IReadOnlyDictionary<string, int[]> ByFigure)
{
    /// <summary>The cases behind a figure.</summary>
    /// <returns>Case indexes, ascending, or null where no figure has this id.</returns>
    public int[]? Open(string figure) => ByFigure.GetValueOrDefault(figure);
}

/// <summary>A diagnosis and what stands behind its figures.</summary>
/// <param name="Document">The figures.</param>
/// <param name="Cases">The cases behind them.</param>
/// <param name="Log">The log diagnosed, cut at the horizon: the one <paramref name="Cases"/> points into.</param>
public sealed record DiagnosisResult(DiagnosisDocument Document, FigureCases Cases, EventLog Log);
