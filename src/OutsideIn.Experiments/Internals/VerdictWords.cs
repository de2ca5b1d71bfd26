using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>The verdict as a sentence, and what to do next.</summary>
internal static class VerdictWords
{
    public static ExperimentVerdict Withheld(IEnumerable<string> run, Problem alarm) => new(
        ExperimentAnswer.Withheld,
        "No result is shown: the units did not come into the arms as planned.",
        Primary: null,
        alarm.Hint ?? "Find out why before looking at any result.",
        [alarm.Message, .. run]);

    public static ExperimentVerdict Refused(LookReading reading, Problem why) => new(
        ExperimentAnswer.Refused,
        $"The data cannot say what happened to {Quoted(reading.Plan.Primary)}: {Lower(why.Message)}",
        reading.Primary.Refusal is null ? null : reading.Primary,
        why.Hint ?? "Ask for what can be estimated from these data.",
        [.. VerdictReasons.OfTheRun(reading)]);

    public static ExperimentVerdict NotBeforeTheEnd(LookReading reading, SampleRatioCheck ratio) => new(
        ExperimentAnswer.NotYet,
        "Not yet: this plan looks once, at the end, and shows no result before.",
        Primary: null,
        "Wait for the planned end; next time plan several looks if waiting is too costly.",
        [.. VerdictReasons.OfTheRun(reading), VerdictReasons.OfTheRatio(ratio)]);

    public static string SentenceOf(LookFindings findings, ExperimentAnswer answer)
    {
        var (reading, outcome, arm) = (findings.Reading, Quoted(findings.Reading.Plan.Primary), $"“{findings.Reading.Arm}”");
        var sentence = answer switch
        {
            ExperimentAnswer.Better when findings.Guardrails.Count == 0 => $"{outcome} is better with {arm}; no other outcome was guarded.",
            ExperimentAnswer.Better => $"{outcome} is better with {arm}, and every guardrail holds.",
            ExperimentAnswer.BetterButUnguarded => $"{outcome} is better with {arm}, but {Unguarded(findings)}.",
            ExperimentAnswer.Worse => $"{outcome} is worse with {arm}.",
            ExperimentAnswer.NotWorthwhile when findings.IsBetter => $"{outcome} is better with {arm}, but by less than is worth having.",
            ExperimentAnswer.NotWorthwhile => $"An effect worth having is ruled out: {outcome} is not better with {arm} by {MinimumOf(reading)}.",
            ExperimentAnswer.NotShown => $"It ended as planned, and no difference in {outcome} was shown; that does not mean there is none.",
            _ => $"Not yet: with {arm}, {outcome} may still turn out better, the same or worse.",
        };
        return reading.Deviations.Count > 0 ? $"Exploratory, not as it was locked beforehand: {sentence}" : sentence;
    }

    public static string NextOf(LookFindings findings, ExperimentAnswer answer) => answer switch
    {
        ExperimentAnswer.Better or ExperimentAnswer.BetterButUnguarded when findings.Economics is { IsClosed: true } =>
            "Do not launch: the change costs more than the effect brings in, however sure the effect is.",
        ExperimentAnswer.Better => $"Launch “{findings.Reading.Arm}”, and keep measuring to see whether the effect lasts.",
        ExperimentAnswer.BetterButUnguarded when findings.Guardrails.Any(static one => one.State == GuardrailState.Broken) =>
            "Do not launch as it is: a guardrail is worse by more than was agreed.",
        ExperimentAnswer.BetterButUnguarded when !findings.Reading.IsLast => "Go on to the next look until the guardrails are shown to hold.",
        ExperimentAnswer.BetterButUnguarded => "Launch only if somebody takes that risk by name, or repeat it with more units.",
        ExperimentAnswer.Worse => $"Stop, and go back to “{findings.Reading.Plan.Arms[0].Name}”.",
        ExperimentAnswer.NotWorthwhile => "Stop, and give the units to another idea.",
        ExperimentAnswer.NotShown => "Do not launch on this; where what the interval leaves possible would be worth having, plan a larger experiment.",
        _ when findings.Guardrails.Any(static one => one.State == GuardrailState.Broken) => "Stop: a guardrail is worse by more than was agreed.",
        _ => findings.Reading.Plan.Looks.Rule == LookRule.AnyTime ? "Go on; it may be looked at again at any time." : "Go on to the next look.",
    };

    /// <summary>The smallest effect worth having, as a sentence has it.</summary>
    public static string MinimumOf(LookReading reading)
    {
        var sign = reading.Plan.Primary.Better == Direction.Higher ? 1 : -1;
        return EffectWords.Of(reading, reading.Plan.Primary, reading.Plan.EffectScale, sign * reading.Plan.MinimumEffect) + " or more";
    }

    public static string Quoted(PlannedOutcome outcome) => $"“{outcome.Name}”";

    private static string Unguarded(LookFindings findings)
    {
        var broken = Names(findings, GuardrailState.Broken);
        return broken.Length > 0
            ? $"{broken} is worse by more than was agreed"
            : $"it is not shown that {Names(findings, GuardrailState.NotShown)} did not get worse";
    }

    private static string Names(LookFindings findings, GuardrailState state) =>
        string.Join(" and ", findings.Guardrails.Where(one => one.State == state).Select(static one => Quoted(one.Guardrail.Outcome)));

    public static string Lower(string sentence) =>
        sentence.Length > 1 && char.IsUpper(sentence[0]) && char.IsLower(sentence[1]) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
