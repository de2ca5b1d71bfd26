using OutsideIn.Diagnosis;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Proof.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>How much a plan needs, from the arrivals, the spread and the teams of a log.</summary>
public static class PlanPowers
{
    /// <summary>Works it out.</summary>
    /// <remarks>
    /// The primary outcome of the cases of the log that are settled is taken for what the control will show: its share, or its mean and standard
    /// deviation. An outcome compared by a percentile is sized as its mean would be. Where units hold several cases, how alike those are is estimated from the log (one-way
    /// analysis of variance; Donner and Klar 2000, chapter 1) and the answer is in units. Looks and guardrails are paid for
    /// (<see cref="GroupSequentialDesign.Inflation"/>, <see cref="PowerTarget.WithGuardrails"/>). O(events).
    /// </remarks>
    /// <param name="log">The log of a time before, with what a map says of it.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>
    /// The figures; <c>PR030</c> where the primary outcome cannot be run on the log, <c>PR031</c> where too few of its cases are settled or all are alike,
    /// <c>EX018</c> where the log does not tell the plan's unit; the refusals of <see cref="PowerAnalysis"/> and <see cref="ClusterDesign"/>.
    /// </returns>
    public static Result<PlanPower> Of(MeasuredLog log, ExperimentPlan plan, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(plan);
        return MeasureRuns.Ask(log, new MeasureQuestion(plan.Primary.Measure) { Objective = plan.Primary.Objective }, stop)
            .Then(run => PastOutcome.Of(log, plan, run))
            .Then(past => new PowerMaking(plan, past).Make());
    }
}
