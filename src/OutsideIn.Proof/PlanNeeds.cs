using OutsideIn.Diagnosis;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What a plan needs, by what a log of the time before shows: how many units, how long, and what the planned days can show. Immutable.</summary>
public sealed record PlanNeeds
{
    /// <summary>What it comes to, in plain sentences.</summary>
    public required IReadOnlyList<string> Says { get; init; }

    /// <summary>The primary outcome in the log: count, mean and spread of the values that are settled; a share is a mean of ones and noughts. Durations are in seconds, or business days.</summary>
    public required Moments Before { get; init; }

    /// <summary>Cases (or customers, where the measure is per customer) that begin in a day.</summary>
    public required double PerDay { get; init; }

    /// <summary>Cases needed if each were given an arm by itself, the looks and the guardrails of the plan included.</summary>
    public required SampleSize Needed { get; init; }

    /// <summary>By how much more the plan needs for looking before its end; 1 for one look.</summary>
    public required double LookingCost { get; init; }

    /// <summary>How alike the cases of a unit are; null where each case is a unit.</summary>
    public ClusterDesign? Cluster { get; init; }

    /// <summary>Whole units an arm needs: teams, branches, people, customers, weeks; null where each case is a unit, or no number is enough.</summary>
    public int? UnitsPerArm { get; init; }

    /// <summary>Units of the plan's sort in the log; null where each case is a unit.</summary>
    public int? UnitsInLog { get; init; }

    /// <summary>Days until the last one is enrolled and followed, in whole weeks; null for teams, branches and people, of whom time brings no more.</summary>
    public double? Days { get; init; }

    /// <summary>The chance that the planned days, or the units there are, show the smallest effect worth having; null where neither is known.</summary>
    public double? PlannedPower { get; init; }

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
    public static Result<PlanNeeds> Of(MeasuredLog log, ExperimentPlan plan, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(plan);
        return MeasureRuns.Ask(log, new MeasureQuestion(plan.Primary.Measure) { Objective = plan.Primary.Objective }, stop)
            .Then(run => PastOutcome.Of(log, plan, run))
            .Then(past => new PowerMaking(plan, past).Make());
    }
}
