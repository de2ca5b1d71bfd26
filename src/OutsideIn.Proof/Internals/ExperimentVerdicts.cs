using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Reads a run with the right its look has: an effect for each arm, held by one rule (<see cref="VerdictRule"/>).</summary>
internal sealed class ExperimentVerdicts(ExperimentRun run)
{
    // What asks most to be acted on stands first.
    private static readonly ExperimentAnswer[] Urgency =
    [
        ExperimentAnswer.Withheld, ExperimentAnswer.Better, ExperimentAnswer.BetterButUnguarded, ExperimentAnswer.Worse, ExperimentAnswer.NotYet,
        ExperimentAnswer.NotWorthwhile, ExperimentAnswer.NotShown, ExperimentAnswer.Refused,
    ];

    public Result<ExperimentAnalysis> Analysis(CancellationToken stop)
    {
        if (!Uptakes.Of(run, stop).TryGet(out var uptakes, out var problem))
        {
            return problem;
        }

        var verdicts = Enumerable.Range(1, run.Plan.Arms.Count - 1).Select(arm => Of(arm, uptakes)).ToArray();
        var leading = verdicts.OrderBy(static one => Array.IndexOf(Urgency, one.Answer)).First();
        var primary = run.Primary;
        var isShown = verdicts.Any(static one => one.Primary is not null);
        return new ExperimentAnalysis(
            ExperimentAnalysis.CurrentVersion, run.Check(), RunFingerprint.Of(run), leading.Answer, leading.Sentence, leading.Next, primary.Name,
            isShown ? [.. primary.Groups.Groups.Select(group => ArmComparison.Entry(primary.Measure, group, (primary.Name, primary.How.Limit)))] : [],
            verdicts);
    }

    private ArmVerdict Of(int arm, Uptakes uptakes)
    {
        var name = run.Plan.Arms[arm].Name;
        var effects = run.Outcomes.Select(outcome => (Outcome: outcome, Effect: outcome.Effect(arm))).ToArray();
        var novelty = EffectByWeek.Of(run, arm);
        var verdict = run.Times.Information.Count == 0 ? TooEarly(arm) : VerdictRule.Judge(Reading(arm, effects, novelty));
        if (verdict.Primary is not { Value: not null } shown)
        {
            return new ArmVerdict(name, verdict.Answer, verdict.Sentence, verdict.Next, verdict.Reasons, null, null, [], null, null, null);
        }

        var names = (name, run.Plan.Arms[0].Name);
        return new ArmVerdict(
            name, verdict.Answer, verdict.Sentence, verdict.Next, verdict.Reasons,
            Primary(names, verdict, shown, effects[0].Effect),
            shown is { Value: { } value, Interval: { } interval } ? new LedgerFigure(value, interval.Low, interval.High) : null,
            [.. effects.Skip(1).Select((one, index) => new OutcomeEffect(
                one.Outcome.Planned.Metric, one.Outcome.Planned.Name, index < run.Plan.Guardrails.Count ? "guardrail" : "secondary",
                EffectEntries.Of(names, verdict.AtThisLook(one.Effect.Difference), verdict.AtThisLook(one.Effect.Relative), one.Outcome.Measure)))],
            novelty, uptakes.Effects(arm, verdict), Opinion(effects[0].Effect.Difference));
    }

    // The scale of the plan is what the verdict read. A value that was taken back after an early stop has no other scale beside it.
    private ComparedEffect Primary((string Of, string Against) names, ExperimentVerdict verdict, EffectEstimate shown, ArmEffect effect)
    {
        var measure = run.Primary.Measure;
        if (shown.Scale != EffectScale.Difference)
        {
            return EffectEntries.Of(names, verdict.AtThisLook(effect.Difference), shown, measure);
        }

        var isCorrected = shown.Value != PlanUnit.Of(effect.Difference, measure).Value;
        return EffectEntries.Of(names, PlanUnit.Back(shown, measure), isCorrected ? null : verdict.AtThisLook(effect.Relative), measure);
    }

    private LookReading Reading(int arm, (PlanOutcome Outcome, ArmEffect Effect)[] effects, NoveltyCheck? novelty)
    {
        var guardrails = run.Plan.Guardrails.Count;
        return new LookReading
        {
            Plan = run.Plan,
            Arm = run.Plan.Arms[arm].Name,
            UnitsPerLook = run.Times.Units,
            Information = run.Times.Information,
            Times = run.Times.Times,
            IsLast = run.Times.IsLast,
            Primary = Scaled(effects[0], run.Plan.EffectScale),
            Guardrails = [.. effects.Skip(1).Take(guardrails).Select((one, index) => Scaled(one, run.Plan.Guardrails[index].Scale))],
            Secondary = [.. effects.Skip(1 + guardrails).Select(static one => Scaled(one, EffectScale.Difference))],
            Doubts = [.. run.Doubts, .. Wearing(novelty)],
            Deviations = run.Question.Deviations,
            SequenceUnits = run.Primary.How.AreClusters ? run.Enrolment.Arms.Count(static one => one > 0) : null,
            Crown = run.Question.Crown,
            DifferenceText = DifferenceOf,
        };
    }

    private ExperimentVerdict TooEarly(int arm) => VerdictRule.JudgeEmpty(
        run.Times.Units, run.Plan, $"No case of “{run.Plan.Arms[arm].Name}” or “{run.Plan.Arms[0].Name}” could be followed for as long as the plan follows them yet.");

    private static EffectEstimate Scaled((PlanOutcome Outcome, ArmEffect Effect) one, EffectScale scale) =>
        PlanUnit.Of(scale == EffectScale.Difference ? one.Effect.Difference : one.Effect.Relative, one.Outcome.Measure);

    private static IEnumerable<Problem> Wearing(NoveltyCheck? novelty) => novelty is { } check && !check.Interval.Contains(0)
        ? [new Problem(ProblemKind.Conflict, "PR049", check.Sentence, "Go on for as long as the effect must last, and look at it week by week.")]
        : [];

    private PosteriorView? Opinion(EffectEstimate difference)
    {
        if (run.Question.Prior is not { } prior || run.Primary.Groups.Groups[0].Subjects is not { Length: > 0 } control
            || !run.Primary.Measure.Compared.Numbers(control, run.Primary.How.Limit).TryGet(out var numbers, out _))
        {
            return null;
        }

        var baseline = Moments.Of([.. numbers.Where(static one => !double.IsNaN(one))]).Mean * PlanUnit.PerValue(run.Primary.Measure);
        return SecondOpinion.Of(PlanUnit.Of(difference, run.Primary.Measure), baseline, prior).TryGet(out var view, out _) ? view : null;
    }

    private string DifferenceOf(PlannedOutcome outcome, double value)
    {
        var measure = run.Outcomes.First(one => one.Planned == outcome).Measure;
        return (value > 0 ? "+" : value < 0 ? "−" : "") + EffectEntries.SizeOf(Math.Abs(value) / PlanUnit.PerValue(measure), measure);
    }
}
