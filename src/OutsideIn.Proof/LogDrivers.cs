using OutsideIn.Diagnosis;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Which drivers an outcome of a log goes with, and all that rests on. Associations, never causes. Immutable.</summary>
/// <remarks>Durations are seconds on the measure's clock, or business days; shares are fractions; a missing number is null.</remarks>
/// <param name="Version">Version of this layout; grows when a reader of the one before would misread it.</param>
/// <param name="Log">The log's name.</param>
/// <param name="AsOf">The instant up to which the log is known.</param>
/// <param name="Measure">The outcome's measure in its canonical form.</param>
/// <param name="Objective">The objective in its canonical form; null where there is none.</param>
/// <param name="Outcome">What is explained, such as <c>share of cases &lt;= 14d</c>.</param>
/// <param name="Answer"><c>told</c>, <c>notSettled</c> where which driver comes first is chance, <c>notShown</c> where none goes with the outcome, or <c>refused</c>.</param>
/// <param name="Sentence">The result in one plain sentence.</param>
/// <param name="Next">What to do next.</param>
/// <param name="Subjects">Cases or customers that have an outcome, open ones included.</param>
/// <param name="Open">Of those, open.</param>
/// <param name="Count">How many the figures rest on: those with an outcome and every driver.</param>
/// <param name="LeftOut">How many are left out, and why.</param>
/// <param name="Explained">The part of the outcome's variation that all drivers explain together (R²; McFadden's of a yes or no); null where refused.</param>
/// <param name="Method">How the shares were made.</param>
/// <param name="Level">Confidence level of the intervals.</param>
/// <param name="Drivers">The drivers, the largest share first.</param>
/// <param name="Checks">What the result assumes and what the data say of it.</param>
/// <param name="Faults">What is wrong with the texts or worth knowing about them.</param>
/// <param name="Refusal">Why there are no shares, with the way out; null where there are.</param>
public sealed record LogDrivers(
    int Version,
    string Log,
    DateTimeOffset AsOf,
    string Measure,
    string? Objective,
    string Outcome,
    string Answer,
    string Sentence,
    string Next,
    int Subjects,
    int Open,
    int Count,
    IReadOnlyList<LeftOutSubjects> LeftOut,
    double? Explained,
    string Method,
    double Level,
    IReadOnlyList<DriverEntry> Drivers,
    IReadOnlyList<AssumptionCheck> Checks,
    IReadOnlyList<MeasureFaultEntry> Faults,
    Problem? Refusal)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;
}

/// <summary>Subjects that are in no figure.</summary>
/// <param name="Count">How many; one that lacks several things is counted for each.</param>
/// <param name="Why">Why, in a few words.</param>
public sealed record LeftOutSubjects(int Count, string Why);

/// <summary>How an outcome goes with one driver.</summary>
/// <param name="Name">The driver as it was named.</param>
/// <param name="Kind"><c>column</c>, <c>value</c> of a column, or <c>measure</c>.</param>
/// <param name="Share">Its part of what all drivers explain together, 0 to 1.</param>
/// <param name="ShareLow">Lower end of its interval; null where rows could not be drawn anew.</param>
/// <param name="ShareHigh">Upper end.</param>
/// <param name="ShareText">The share and its interval as every page shows them.</param>
/// <param name="Rank">Its place, 1 for the largest share.</param>
/// <param name="RankStability">In what share of the samples drawn anew it held that place; null where none were drawn.</param>
/// <param name="Step">What a step more of it is: <c>1</c>, <c>1,000</c>, <c>a day</c>, <c>yes</c>.</param>
/// <param name="StepSize">The step in the driver's unit: seconds for durations.</param>
/// <param name="EffectText">By how much the outcome differs with a step more, the other drivers the same, as every page shows it.</param>
/// <param name="Effect">The same as a number, in <paramref name="EffectUnit"/>.</param>
/// <param name="EffectLow">Lower end of its interval.</param>
/// <param name="EffectHigh">Upper end.</param>
/// <param name="EffectUnit"><c>share</c>, or the measure's unit.</param>
/// <param name="Explained">What it adds to R², averaged over all orders.</param>
/// <param name="Alone">R² of it alone.</param>
/// <param name="Last">What R² loses without it.</param>
/// <param name="Johnson">Johnson's relative weight; null for a yes or no.</param>
/// <param name="Pratt">Pratt's product; null for a yes or no.</param>
/// <param name="Correlation">Correlation with the outcome.</param>
/// <param name="RankCorrelation">Correlation of ranks with the outcome.</param>
/// <param name="Inflation">By how much the other drivers blur it, 1 or more (VIF).</param>
public sealed record DriverEntry(
    string Name, string Kind, double Share, double? ShareLow, double? ShareHigh, string ShareText, int Rank, double? RankStability,
    string Step, double StepSize, string EffectText, double? Effect, double? EffectLow, double? EffectHigh, string EffectUnit,
    double Explained, double Alone, double Last, double? Johnson, double? Pratt, double Correlation, double RankCorrelation, double Inflation);
