using OutsideIn.Experiments;
using OutsideIn.Statistics;

namespace OutsideIn.Proof;

/// <summary>What a plan needs, by what a log of the time before shows: how many units, how long, and what the planned days can show. Immutable.</summary>
public sealed record PlanPower
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
}
