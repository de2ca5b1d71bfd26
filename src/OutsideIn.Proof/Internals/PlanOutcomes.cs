using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>One outcome of a plan in the log, by arm.</summary>
/// <param name="Planned">The outcome.</param>
/// <param name="Measure">Its measure, run.</param>
/// <param name="Groups">Its subjects by arm, control first.</param>
/// <param name="How">How its arms are compared.</param>
internal sealed record PlanOutcome(PlannedOutcome Planned, ComparedMeasure Measure, SubjectGroups Groups, EffectQuestion How)
{
    /// <summary>When each unit of a stepped roll-out changed; null for any other design.</summary>
    public StepPeriods? Steps { get; init; }

    /// <summary>The name of the figure its arms are compared by.</summary>
    public string Name => Measure.NameOf(How.Limit);

    /// <summary>The effect of an arm.</summary>
    /// <param name="arm">Place among the plan's arms, from 1: the control is 0.</param>
    public ArmEffect Effect(int arm) => Steps is { } steps
        ? SteppedEffects.Of(this, steps)
        : ArmEffects.Of(Measure, Groups.Groups[0], Groups.Groups[arm], How);
}

/// <summary>Runs the outcomes of a plan, all in one pass over the log.</summary>
internal static class PlanOutcomes
{
    /// <summary>The values of every outcome: the primary, the guardrails, the secondary ones.</summary>
    /// <returns>[outcomes] In that order; <c>PR030</c> for the first that cannot be run on the log.</returns>
    public static Result<IReadOnlyList<(PlannedOutcome Outcome, ComparedMeasure Measure)>> Run(
        MeasuredLog log, ExperimentPlan plan, CancellationToken stop, IProgress<double>? progress)
    {
        PlannedOutcome[] outcomes = [plan.Primary, .. plan.Guardrails.Select(static one => one.Outcome), .. plan.Secondary];
        var schema = MeasureSchemas.Of(log);
        var compiled = outcomes.Select(one => MeasureCompiler.Compile(one.Measure, one.Objective, log, schema)).ToArray();
        if (compiled.Index().FirstOrDefault(static one => one.Item.Plan is null) is { Item: { } wrong } at)
        {
            var fault = wrong.Diagnostics.Concat(wrong.ObjectiveDiagnostics).FirstOrDefault(static one => one.Severity == MeasureSeverity.Error);
            return new Problem(ProblemKind.Invalid, "PR030", $"\"{outcomes[at.Index].Name}\" cannot be run on this log: {fault?.Message}", fault?.Hint);
        }

        var options = new VerdictOptions { HorizonMicros = log.HorizonMicros, Level = 1 - plan.Alpha };
        return MeasureEngine.Run(log, [.. compiled.Select(static one => one.Plan!)], stop, progress)
            .Select((values, index) => (outcomes[index], new ComparedMeasure(log, values, compiled[index].Objective, ComparableValues.Of(values, compiled[index].Objective), options)))
            .ToArray();
    }

    /// <summary>An outcome's subjects by arm, and how the arms are to be compared.</summary>
    public static PlanOutcome Arranged((PlannedOutcome Outcome, ComparedMeasure Measure) one, Enrolment enrolment, ExperimentQuestion question)
    {
        var plan = question.Plan;
        var followUp = plan.FollowUpDays * ComparisonQuestion.DayMicros;
        var (arms, units) = enrolment.Columns(one.Measure.Values, plan);
        var groups = SubjectGroups.Of(one.Measure, [.. plan.Arms.Select(static (arm, index) => (arm.Name, index + 1))], arms.Codes, units, followUp);
        var isOneEach = question.Arms is not ArmBlocks
            && (plan.Unit == ExperimentUnit.Case || (plan.Unit == ExperimentUnit.Customer && one.Measure.Plan.IsPerCustomer));

        // An arm nobody is in says nothing of how long the others were followed.
        SubjectGroup[] filled = [.. groups.Groups.Where(static group => group.Subjects.Length > 0)];
        var limit = one.Measure.LimitOf(filled.Length > 0 ? filled : groups.Groups, followUp);
        var how = new EffectQuestion(limit, !isOneEach, Strata: null, 1 - plan.Alpha);
        return new PlanOutcome(one.Outcome, one.Measure, groups, how with { Covariates = SubjectCovariates.Of(one.Measure, how, enrolment, plan) })
        {
            Steps = enrolment.Steps,
        };
    }
}
