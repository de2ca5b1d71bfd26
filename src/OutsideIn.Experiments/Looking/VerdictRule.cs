using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What may be said of an experiment at a look: one rule for everybody, fixed before anything is seen.</summary>
/// <remarks>
/// In order: units that came into the arms wrongly withhold every result; an estimate that cannot be given is refused; a plan that looks
/// once is not read before its end; then the primary outcome at the look's boundary, its guardrails as non-inferiority, what is still
/// worth having. Money never makes an effect, and an effect never makes money: the gate (F14) stands beside it and says whether to launch.
/// </remarks>
public static class VerdictRule
{
    /// <summary>The verdict of a look.</summary>
    public static ExperimentVerdict Judge(LookReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var ratio = SampleRatio.OfLooks(reading.UnitsPerLook, [.. reading.Plan.Arms.Select(static arm => arm.Share)]);
        if (ratio.Alarm is { } alarm)
        {
            return VerdictWords.Withheld(VerdictReasons.OfTheRun(reading), alarm);
        }

        if (reading.Plan.Looks.Rule == LookRule.AtEnd && !reading.IsLast)
        {
            return VerdictWords.NotBeforeTheEnd(reading, ratio);
        }

        if (!LookRight.Of(reading).TryGet(out var right, out var problem))
        {
            return VerdictWords.Refused(reading, problem);
        }

        return EffectCurve.Of(reading.Primary) is { } curve
            ? Judge(new LookFindings(reading, right, curve, ratio))
            : VerdictWords.Refused(reading, reading.Primary.Refusal ?? new Problem(
                ProblemKind.NotEstimable, "EX065", "The primary outcome has no interval.", "Estimate it by a method that has one."));
    }

    /// <summary>The verdict of a look at which no outcome is known yet.</summary>
    /// <param name="looks">[looks][arms] Units given to each arm up to each look so far.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="why">Why none is known, as a sentence.</param>
    public static ExperimentVerdict JudgeEmpty(IReadOnlyList<IReadOnlyList<long>> looks, ExperimentPlan plan, string why)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var ratio = SampleRatio.OfLooks(looks, [.. plan.Arms.Select(static arm => arm.Share)]);
        return ratio.Alarm is { } alarm
            ? VerdictWords.Withheld([], alarm)
            : new ExperimentVerdict(ExperimentAnswer.NotYet, $"Not yet: {VerdictWords.Lower(why)}", null, "Wait until the first cases could be followed to their end.", [VerdictReasons.OfTheRatio(ratio)]);
    }

    private static ExperimentVerdict Judge(LookFindings findings)
    {
        var answer = AnswerOf(findings);
        return new ExperimentVerdict(
            answer,
            VerdictWords.SentenceOf(findings, answer),
            findings.Shown,
            VerdictWords.NextOf(findings, answer),
            VerdictReasons.Of(findings, answer))
        {
            Deviates = findings.Right.Bound,
        };
    }

    private static ExperimentAnswer AnswerOf(LookFindings findings) => findings switch
    {
        { IsWorse: true } => ExperimentAnswer.Worse,
        { IsWorthwhileRuledOut: true } => ExperimentAnswer.NotWorthwhile,
        { IsBetter: true } => findings.Guardrails.All(static one => one.State == GuardrailState.Holds)
            ? ExperimentAnswer.Better
            : ExperimentAnswer.BetterButUnguarded,
        _ => findings.Reading.IsLast ? ExperimentAnswer.NotShown : ExperimentAnswer.NotYet,
    };
}
