using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Proof;

/// <summary>Effects in the unit in which plans count amounts (seconds, business days, fractions) and in that of a measure's values.</summary>
internal static class PlanUnit
{
    /// <summary>An effect of a measure as the plan counts it.</summary>
    public static EffectEstimate Of(EffectEstimate effect, ComparedMeasure measure) => Times(effect, PerValue(measure));

    /// <summary>An effect as the plan counts it, in the unit of the measure's values.</summary>
    public static EffectEstimate Back(EffectEstimate effect, ComparedMeasure measure) => Times(effect, 1 / PerValue(measure));

    /// <summary>How many of the plan's units one of the values' is.</summary>
    public static double PerValue(ComparedMeasure measure) => measure.Compared.By == ComparedBy.Share ? 1 : FigureEntries.InUnit(1, measure.Plan);

    private static EffectEstimate Times(EffectEstimate effect, double factor) => effect.Scale != EffectScale.Difference ? effect : effect with
    {
        Value = effect.Value * factor,
        StandardError = effect.StandardError * factor,
        Interval = effect.Interval is { } interval ? new Interval(interval.Low * factor, interval.High * factor) : null,
    };
}
