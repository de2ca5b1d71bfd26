using System.Globalization;
using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What a verdict rests on, in order of weight: the interval first, the p-value last.</summary>
internal static class VerdictReasons
{
    private const double FutileChance = 0.2;

    public static IReadOnlyList<string> Of(LookFindings findings, ExperimentAnswer answer)
    {
        var reading = findings.Reading;
        return
        [
            OfThePrimary(findings),
            .. OfTheMinimum(findings, answer),
            .. findings.Guardrails.Select(one => OfTheGuardrail(reading, one)),
            .. OfTheMoney(findings),
            .. OfTheRun(reading),
            .. OfTheSecondary(findings),
            OfTheRatio(findings.Ratio),
            .. OfTheP(findings),
        ];
    }

    /// <summary>What was done differently and what was found wrong with the run.</summary>
    public static IEnumerable<string> OfTheRun(LookReading reading) =>
        reading.Deviations.Concat(reading.Doubts.Select(static doubt => doubt.Message));

    public static string OfTheRatio(SampleRatioCheck ratio) => ratio.SmallestVisibleLoss is { } loss
        ? $"The units came into the arms as planned, as far as can be told: a loss of {Percent(loss)} of one arm's units would have been seen."
        : "There are too few units to tell whether they came into the arms as planned.";

    private static string OfThePrimary(LookFindings findings)
    {
        var (reading, shown, outcome) = (findings.Reading, findings.Shown, findings.Reading.Plan.Primary);
        var value = EffectWords.Of(reading, outcome, shown.Scale, shown.Value!.Value);
        var sentence = $"{VerdictWords.Quoted(outcome)}: {value}, {EffectWords.Of(reading, outcome, shown.Scale, shown.Interval!.Value)} at {Percent(shown.Level)} ({shown.Method}).";
        return findings.IsCorrected
            ? $"{sentence} It was measured as {EffectWords.Of(reading, outcome, shown.Scale, findings.Measured.Value!.Value)}; what stops at a look is too large on average, and this takes it back."
            : sentence;
    }

    private static IEnumerable<string> OfTheMinimum(LookFindings findings, ExperimentAnswer answer)
    {
        if (!findings.CanCompareMinimum)
        {
            yield return "The smallest effect worth having is not counted as the estimate is, so they are not compared.";
        }
        else if (answer == ExperimentAnswer.NotYet && ChanceLeft(findings) is { } chance and < FutileChance)
        {
            yield return $"Even if the smallest effect worth having is there, the chance to still show it is {Percent(chance)}: stopping now is allowed and raises no false alarms.";
        }
    }

    // Conditional power by the B-value (Lan and Wittes 1988, Biometrics 44(2)) with the drift the plan's power asks for.
    private static double? ChanceLeft(LookFindings findings)
    {
        if (findings.Right.Design is not { } design || findings.Reading.Information[^1] is not (> 0 and < 1))
        {
            return null;
        }

        var (time, end) = (design.Information[^1], NormalDistribution.UpperQuantile(findings.Right.Alpha / 2));
        var drift = end + NormalDistribution.Quantile(findings.Reading.Plan.Power);
        return NormalDistribution.UpperTail((end - (findings.BetterZ * Math.Sqrt(time)) - (drift * (1 - time))) / Math.Sqrt(1 - time));
    }

    private static string OfTheGuardrail(LookReading reading, GuardrailFinding finding)
    {
        var outcome = finding.Guardrail.Outcome;
        var margin = EffectWords.Of(
            reading, outcome, finding.Guardrail.Scale, (outcome.Better == Direction.Higher ? -1 : 1) * finding.Guardrail.Margin);
        var seen = finding.Interval is { } interval
            ? $" ({EffectWords.Of(reading, outcome, finding.Refusal is null ? finding.Guardrail.Scale : EffectScale.Difference, interval)}, margin {margin})"
            : $" (margin {margin})";
        var sentence = finding.State switch
        {
            GuardrailState.Holds when finding.IsWorse => $"{VerdictWords.Quoted(outcome)} is worse, but by less than was agreed{seen}.",
            GuardrailState.Holds => $"{VerdictWords.Quoted(outcome)} holds{seen}.",
            GuardrailState.Broken => $"{VerdictWords.Quoted(outcome)} is worse by more than was agreed{seen}.",
            _ => $"{VerdictWords.Quoted(outcome)} is not shown to hold{seen}.",
        };
        return finding.Refusal is { } refusal ? $"{sentence} {refusal.Message}" : sentence;
    }

    private static IEnumerable<string> OfTheMoney(LookFindings findings)
    {
        if (findings.Economics is { Refusal: { } refusal })
        {
            yield return refusal.Message;
        }
        else if (findings.Economics is { Net: { } net, Interval: { } interval })
        {
            yield return $"Net of its cost the change brings {EffectWords.Number(net)}, {EffectWords.Number(interval.Low)} to {EffectWords.Number(interval.High)} (F14).";
        }

        if (findings.Reading.Crown is { } crown)
        {
            yield return $"Cost down, service up, revenue up at once (F16): {crown}.";
        }
    }

    // Secondary outcomes are one family: Holm's step-down for what is shown, intervals with each test's part of α beside it.
    private static IEnumerable<string> OfTheSecondary(LookFindings findings)
    {
        var reading = findings.Reading;
        var pairs = reading.Plan.Secondary.Zip(reading.Secondary).Where(static pair => pair.Second.PValue is not null).ToArray();
        if (pairs.Length == 0 || !findings.HasEnded)
        {
            yield break;
        }

        var adjusted = FamilyError.Holm([.. pairs.Select(static pair => pair.Second.PValue!.Value)]);
        var bound = NormalDistribution.UpperQuantile(findings.Right.Alpha / 2 / pairs.Length);
        foreach (var ((outcome, estimate), p) in pairs.Zip(adjusted))
        {
            var range = EffectCurve.Of(estimate) is { } curve ? $", {EffectWords.Of(reading, outcome, estimate.Scale, curve.At(bound))}" : "";
            var verb = p < findings.Right.Alpha ? "differs too" : "is not shown to differ";
            yield return $"{VerdictWords.Quoted(outcome)} {verb}{range} (one of {pairs.Length}, {EffectWords.P(p)} corrected for their number).";
        }
    }

    private static IEnumerable<string> OfTheP(LookFindings findings)
    {
        if (findings.Shown.PValue is { } p)
        {
            yield return $"Were there no effect, at least so great a one would be seen with {EffectWords.P(p)}.";
        }
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");
}
