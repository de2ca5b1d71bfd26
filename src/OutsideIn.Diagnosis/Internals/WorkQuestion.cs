namespace OutsideIn.Diagnosis;

/// <summary>All that is needed to hold work against outcomes.</summary>
/// <param name="Mapped">The log with its map.</param>
/// <param name="Times">When work was done.</param>
/// <param name="Attained">The measures of customers' outcomes.</param>
/// <param name="LeftOut">Those that cannot be held against work.</param>
/// <param name="Confounders">What to adjust for.</param>
internal sealed record WorkQuestion(
    MappedLog Mapped, WorkTimes Times, IReadOnlyList<Attainment> Attained, IReadOnlyList<MeasureLeftOut> LeftOut, CaseConfounders Confounders);
