using System.Globalization;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>One piece of work held against one measure.</summary>
internal sealed record WorkLook(int Work, int Measure, double Landmark, Association? Association, string? Refusal);

/// <summary>Grades what was seen of each pair of work and measure, all pairs looked at taken into account.</summary>
internal sealed class WorkGrading
{
    private readonly MappedLog _mapped;
    private readonly IReadOnlyList<Attainment> _measures;
    private readonly Dictionary<WorkLook, double> _crude;
    private readonly Dictionary<WorkLook, double> _adjusted;
    private readonly PerformanceLandscape _landscape;
    private readonly IReadOnlyList<string>[] _outcomesOf;

    public WorkGrading(MappedLog mapped, IReadOnlyList<Attainment> measures, IReadOnlyList<WorkLook> looks)
    {
        (_mapped, _measures, _landscape) = (mapped, measures, PerformanceLandscape.Of(mapped.Map));
        _crude = Corrected([.. looks.Where(static one => one.Association is not null)], static one => one.Association!.Crude.PValue);
        _adjusted = Corrected([.. looks.Where(static one => one.Association?.Standardised is not null)], static one => one.Association!.Standardised!.PValue);
        _outcomesOf = [.. measures.Select(one => _landscape.OutcomesOf(one.Id))];
    }

    public WorkAssociation ToEntry(WorkLook look)
    {
        var (meaning, measure) = (_mapped.Works[look.Work], _measures[look.Measure]);
        var entry = meaning.Mapped?.Id;
        var isDeclared = IsDeclared(meaning, look.Measure);
        double? crude = _crude.TryGetValue(look, out var q) ? q : null;
        double? adjusted = _adjusted.TryGetValue(look, out q) ? q : null;
        var proven = ProvenWork.Of(_mapped.Map, entry, measure.Id);
        var (grade, direction) = proven is { } settled ? (EvidenceGrade.Proven, settled.Direction) : Seen(look.Association, crude, adjusted);
        var isUndone = grade == EvidenceGrade.Observed && look.Association is { Standardised: { } standard } one
            && one.CoveredShare >= WorkEvidence.CoveredMin && Side(standard) != direction;
        grade = grade == EvidenceGrade.None && isDeclared ? EvidenceGrade.Declared : grade;
        return new WorkAssociation(
            meaning.Name, entry, measure.Id, isDeclared, grade, direction, isUndone,
            isDeclared && direction == EvidenceDirection.Lower && !isUndone,
            look.Association, crude, adjusted, proven?.Experiment.Id,
            look.Association is { } association ? Sentence(meaning.Name, measure.Name, association) : $"Nothing can be said of “{meaning.Name}”: nine of ten have had it done {DurationText.OfMicros((long)look.Landmark)} after the start. {look.Refusal}");
    }

    private static (EvidenceGrade Grade, EvidenceDirection Direction) Seen(Association? association, double? crudeQ, double? adjustedQ)
    {
        if (association is null)
        {
            return (EvidenceGrade.None, EvidenceDirection.Unknown);
        }

        var adjusted = association.CoveredShare >= WorkEvidence.CoveredMin && adjustedQ <= WorkEvidence.QMax ? Side(association.Standardised) : EvidenceDirection.Unknown;
        if (adjusted != EvidenceDirection.Unknown && Side(association.Regression) == adjusted)
        {
            return (EvidenceGrade.Adjusted, adjusted);
        }

        var crude = crudeQ <= WorkEvidence.QMax ? Side(association.Crude) : EvidenceDirection.Unknown;
        return (crude == EvidenceDirection.Unknown ? EvidenceGrade.None : EvidenceGrade.Observed, crude);
    }

    private static EvidenceDirection Side(DifferenceEstimate? difference) => difference switch
    {
        { IsAbove: true } => EvidenceDirection.Higher,
        { IsBelow: true } => EvidenceDirection.Lower,
        _ => EvidenceDirection.Unknown,
    };

    // A metric that measures nothing of the map is taken to measure every outcome.
    private bool IsDeclared(ActivityMeaning meaning, int measure)
    {
        if (meaning.Mapped is not { } mapped)
        {
            return false;
        }

        var reached = _landscape.OutcomesOf(mapped.Id);
        return mapped.Contributes == true || (_outcomesOf[measure].Count == 0 ? reached.Count > 0 : reached.Intersect(_outcomesOf[measure], StringComparer.OrdinalIgnoreCase).Any());
    }

    private static Dictionary<WorkLook, double> Corrected(WorkLook[] looks, Func<WorkLook, double> value)
    {
        var q = FalseDiscovery.BenjaminiHochberg([.. looks.Select(value)]);
        return looks.Zip(q).ToDictionary(static pair => pair.First, static pair => pair.Second, ReferenceEqualityComparer.Instance as IEqualityComparer<WorkLook>);
    }

    private static string Sentence(string work, string measure, Association one)
    {
        var adjusted = one.Standardised is { } standard
            ? $"{Points(standard)} among cases with equal confounders ({ShareText.Of(one.CoveredShare)} of the cases)"
            : "no case has an equal one on the other side, so it cannot be adjusted";
        return $"Of {CountText.Of(one.Cases, "case", "cases")} still undecided after {DurationText.OfMicros((long)one.Landmark)}, “{measure}” is attained by "
            + $"{ShareText.Of(one.With.Value)} of the {CountText.Of(one.With.Count)} with “{work}” and by {ShareText.Of(one.Without.Value)} of the {CountText.Of(one.Without.Count)} without it: "
            + $"{Points(one.Crude)} as they are; {adjusted}. An association, not a cause.";
    }

    private static string Points(DifferenceEstimate one) => string.Create(
        CultureInfo.InvariantCulture, $"{Signed(one.Value)} points ({Signed(one.Interval.Low)} to {Signed(one.Interval.High)})");

    private static string Signed(double value) => (value * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
}
