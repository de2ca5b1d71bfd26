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

    /// <summary>The primary outcome in the log: count, mean and spread of one number a case; a share is a mean of ones and noughts. Durations are in seconds, or business days.</summary>
    public required Moments Before { get; init; }

    /// <summary>Cases (or customers, where the measure is per customer) that begin in a day.</summary>
    public required double PerDay { get; init; }

    /// <summary>Cases, whole units and days that are needed, the looks, guardrails and shares of the plan counted in.</summary>
    public required PlanPower Power { get; init; }

    /// <summary>How alike the cases of a unit are; null where each case is a unit.</summary>
    public ClusterDesign? Cluster { get; init; }

    /// <summary>Units of the plan's sort in the log; null where each case is a unit.</summary>
    public int? UnitsInLog { get; init; }

    /// <summary>The chance that the planned days, or the units there are, show the smallest effect worth having; null where neither is known.</summary>
    public double? PlannedPower { get; init; }

    /// <summary>Works it out.</summary>
    /// <remarks>
    /// The primary outcome of the log's cases is taken for what the control will show, as arms will be compared by it: its share, its mean
    /// and standard deviation, or how long it takes, open cases counted as open. An outcome compared by a percentile is sized as its mean
    /// time would be. Where units hold several cases, how alike those are is estimated from the log (<see cref="IntraclassCorrelation"/>) and
    /// the answer is in units. The formulas are those of <see cref="PlanPower"/>. O(events).
    /// </remarks>
    /// <param name="log">The log of a time before, with what a map says of it.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>
    /// The figures; <c>PR030</c> where the primary outcome cannot be run on the log, <c>PR031</c> where too few of its cases are settled or all are alike,
    /// <c>EX018</c> where the log does not tell the plan's unit, <c>ST060</c> where no case was followed for as long as the plan asks; the refusals of <see cref="PlanPower.Of"/>.
    /// </returns>
    public static Result<PlanNeeds> Of(MeasuredLog log, ExperimentPlan plan, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(plan);
        return PastOutcome.Of(log, plan, stop).Then(past => new NeedsOfPlan(plan, past).Make());
    }
}
