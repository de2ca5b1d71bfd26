using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What a comparison says in one plain sentence, and what to do next.</summary>
internal static class ComparisonWords
{
    public const string Better = "better";
    public const string Worse = "worse";
    public const string Different = "different";
    public const string NotShown = "notShown";
    public const string Refused = "refused";
    public const string Withheld = "withheld";

    /// <summary>In one word: from the interval, never from the value.</summary>
    public static string AnswerOf(EffectEstimate effect, bool? isHigherBetter) => effect switch
    {
        { Value: null } or { Interval: null } => Refused,
        { Interval: { } interval } when interval.Contains(0) => NotShown,
        _ when isHigherBetter is null => Different,
        _ => effect.Value > 0 == isHigherBetter ? Better : Worse,
    };

    /// <summary>"5.1 points more (2.0 to 8.2)", "no difference is shown: −1.0 points (−3.2 to 1.1)".</summary>
    public static string Difference(EffectEstimate effect, ComparedMeasure measure)
    {
        if (effect.Value is not { } value || effect.Interval is not { } interval)
        {
            return effect.Refusal?.Message ?? "The difference cannot be given.";
        }

        if (interval.Contains(0))
        {
            return $"no difference is shown: {EffectEntries.TextOf(effect, measure)}";
        }

        var more = measure.Compared.By == ComparedBy.TimeWithout ? (value > 0 ? "longer" : "shorter") : value > 0 ? "more" : "less";
        return $"{EffectEntries.SizeOf(value, measure)} {more}{EffectEntries.SizeIntervalText(effect, measure)}";
    }

    /// <summary>The number of subjects: "1,204 cases".</summary>
    public static string Count(long count, MeasurePlan plan) => plan.IsPerCustomer ? CountText.Of(count, "customer", "customers") : CountText.Of(count, "case", "cases");
}
