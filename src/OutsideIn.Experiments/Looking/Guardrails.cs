using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Outcomes that must not get worse: each is shown to hold, never merely "not shown to be harmed".</summary>
/// <remarks>
/// Source: non-inferiority, Schuirmann (1987) one side of it; Schultzberg, Ankargren and Frånberg (2024), Risk-aware product decisions
/// in A/B tests with multiple metrics: all guardrails must hold at once, so α is not divided among them, and the power of each is
/// raised for their number.
/// </remarks>
public static class Guardrails
{
    /// <summary>How an outcome stands against its margin.</summary>
    /// <param name="guardrail">The outcome and how much worse is still acceptable.</param>
    /// <param name="estimate">Its effect; null where it was not estimated.</param>
    /// <param name="deviates">How many normal deviates away the interval's ends lie: 1.96 for 2.5 % on the side that counts, a look's boundary for a look.</param>
    public static GuardrailFinding Judge(PlannedGuardrail guardrail, EffectEstimate? estimate, double deviates)
    {
        if (estimate is null || EffectCurve.Of(estimate) is not { } curve)
        {
            return new GuardrailFinding(guardrail, GuardrailState.NotShown, null, IsWorse: false, estimate?.Refusal);
        }

        var interval = curve.At(deviates);
        if (ScalesDiffer(guardrail.Scale, estimate.Scale))
        {
            return new GuardrailFinding(guardrail, GuardrailState.NotShown, interval, IsWorse: false, new Problem(
                ProblemKind.Invalid,
                "EX064",
                $"The margin of “{guardrail.Outcome.Name}” is not counted as its effect is.",
                "Estimate the guardrail on the scale of its margin, or plan the margin on the scale of the estimate."));
        }

        var nothing = EffectCurve.NothingOn(estimate.Scale);
        var isHigher = guardrail.Outcome.Better == Direction.Higher;
        var (worst, best) = isHigher ? (interval.Low - nothing, interval.High - nothing) : (nothing - interval.High, nothing - interval.Low);
        var state = worst > -guardrail.Margin ? GuardrailState.Holds : best < -guardrail.Margin ? GuardrailState.Broken : GuardrailState.NotShown;
        return new GuardrailFinding(guardrail, state, interval, best < 0, Refusal: null);
    }

    /// <summary>The power each test needs so that the primary outcome and all guardrails are shown at once with the power of the plan: 1 − (1 − power) ÷ (1 + guardrails).</summary>
    /// <param name="power">The power of the plan, 0 &lt; power &lt; 1.</param>
    /// <param name="guardrailCount">How many guardrails, ≥ 0.</param>
    public static double PowerOfEach(double power, int guardrailCount)
    {
        Levels.ThrowUnlessInside(power);
        ArgumentOutOfRangeException.ThrowIfNegative(guardrailCount);
        return 1 - ((1 - power) / (1 + guardrailCount));
    }

    /// <summary>Whether a planned figure cannot be held against an estimate; a ratio is a relative effect plus one.</summary>
    internal static bool ScalesDiffer(EffectScale planned, EffectScale estimated) =>
        (planned == EffectScale.Difference) != (estimated == EffectScale.Difference);
}
