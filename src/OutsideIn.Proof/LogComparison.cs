using OutsideIn.Diagnosis;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What a comparison of a log says, and all it rests on. Immutable.</summary>
/// <remarks>Durations are seconds on the measure's clock, or business days; shares are fractions; a missing number is null, with its refusal.</remarks>
/// <param name="Version">Version of this layout; grows when a reader of the one before would misread it.</param>
/// <param name="Log">The log's name.</param>
/// <param name="AsOf">The instant up to which the log is known.</param>
/// <param name="Design"><c>arms</c>, <c>before and after</c> or <c>difference in differences</c>.</param>
/// <param name="Measure">The measure in its canonical form.</param>
/// <param name="Objective">The objective in its canonical form; null where there is none.</param>
/// <param name="Compared">What is compared, such as <c>share of cases &lt;= 14d</c>.</param>
/// <param name="Unit">What was given an arm as a whole, and so what the n of the test counts: <c>case</c>, or the column's name.</param>
/// <param name="Answer"><c>better</c>, <c>worse</c>, <c>different</c>, <c>notShown</c>, <c>refused</c>, or <c>withheld</c> where units did not come into the arms as planned: no figure is shown then.</param>
/// <param name="Sentence">The result in one plain sentence.</param>
/// <param name="Next">What to do next.</param>
/// <param name="Groups">The figure of each group; control, or before, first; of difference in differences each arm before and after.</param>
/// <param name="Effects">How each other group differs from the first; of before and after the step at the change, then the change of slope.</param>
/// <param name="Periods">Where there is a before and an after the figure of each period; else empty.</param>
/// <param name="Checks">What the result assumes and what the data say of it.</param>
/// <param name="Faults">What is wrong with the texts or worth knowing about them.</param>
public sealed record LogComparison(
    int Version,
    string Log,
    DateTimeOffset AsOf,
    string Design,
    string Measure,
    string? Objective,
    string Compared,
    string Unit,
    string Answer,
    string Sentence,
    string Next,
    IReadOnlyList<ComparedGroup> Groups,
    IReadOnlyList<ComparedEffect> Effects,
    IReadOnlyList<ComparedPeriod> Periods,
    IReadOnlyList<AssumptionCheck> Checks,
    IReadOnlyList<MeasureFaultEntry> Faults)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;
}

/// <summary>One group of a comparison.</summary>
/// <param name="Name">The arm's name, or <c>before</c> and <c>after</c>.</param>
/// <param name="Units">What was given the arm as a whole: the n of the test.</param>
/// <param name="Subjects">Cases or customers with a value.</param>
/// <param name="Open">Of those, open.</param>
/// <param name="TooYoung">Subjects left out because they could not be followed for as long as is asked.</param>
/// <param name="Figure">Their figure, as every page shows it.</param>
public sealed record ComparedGroup(string Name, int Units, int Subjects, int Open, int TooYoung, MeasureFigureEntry Figure);

/// <summary>How one group differs from another.</summary>
/// <param name="Of">The group, or what about the change: <c>step</c>, <c>slope</c>.</param>
/// <param name="Against">The group it is compared with.</param>
/// <param name="Text">The difference and its interval as every page shows them.</param>
/// <param name="Value">The difference; null where it cannot be given.</param>
/// <param name="Low">Lower end of the interval; null where it cannot be given.</param>
/// <param name="High">Upper end.</param>
/// <param name="Unit">What the three are in: <c>share</c>, or the measure's unit.</param>
/// <param name="RelativeText">The same relative to the other group, with its interval; where the other group has none a dash and what its interval leaves possible; null where it cannot be given.</param>
/// <param name="PValue">How often at least so great a difference would be seen where there is none; null where no such figure can be given.</param>
/// <param name="AdjustedPValue">The same for all groups together (Holm); null where there is one comparison.</param>
/// <param name="Level">Confidence level.</param>
/// <param name="Method">How difference and interval were estimated.</param>
/// <param name="Checks">What that assumes and what the data say of it.</param>
/// <param name="Refusal">Why there is no number, or no p-value beside one, with the way out; null where nothing is missing.</param>
public sealed record ComparedEffect(
    string Of, string Against, string Text, double? Value, double? Low, double? High, string Unit, string? RelativeText,
    double? PValue, double? AdjustedPValue, double Level, string Method, IReadOnlyList<AssumptionCheck> Checks, Problem? Refusal);

/// <summary>The figure of the subjects that began in one period, and whether it is before or after the change.</summary>
/// <param name="Name">The period.</param>
/// <param name="FirstDay">Its first day, in UTC.</param>
/// <param name="IsAfter">Whether it began after the change.</param>
/// <param name="IsUsed">Whether it is in the comparison: whole, on one side of the change, and followed long enough.</param>
/// <param name="Subjects">Subjects with a value.</param>
/// <param name="Value">Their mean; a share where shares are compared; null where it cannot be given.</param>
/// <param name="ControlValue">The same of the cases the change did not reach; null where there are none.</param>
/// <param name="Expected">What the trend before the change, carried on, would have brought; null where the period is not used.</param>
public sealed record ComparedPeriod(
    string Name, DateOnly FirstDay, bool IsAfter, bool IsUsed, int Subjects, double? Value, double? ControlValue, double? Expected);
