namespace OutsideIn.Experiments;

/// <summary>How units come by their arm.</summary>
public enum AssignmentMethod
{
    /// <summary>Permuted blocks within strata (<see cref="AssignmentLists.PermutedBlocks"/>).</summary>
    Blocks,

    /// <summary>Sets of units that are alike in their outcome before (<see cref="AssignmentLists.MatchedSets"/>).</summary>
    Matched,

    /// <summary>By the hash of each unit's id, as a program would (<see cref="HashedAssignment"/>).</summary>
    Hash,

    /// <summary>Everybody, block of time by block of time (<see cref="SwitchbackSchedule"/>).</summary>
    Switchback,

    /// <summary>All get the change, chance says when (<see cref="SteppedRollout"/>).</summary>
    Stepped,
}

/// <summary>How a list or a schedule is to be made. Immutable.</summary>
/// <param name="Method">How units come by their arm.</param>
public sealed record AssignmentOrder(AssignmentMethod Method)
{
    /// <summary>Blocks of a switchback or steps of a roll-out where nobody says how many.</summary>
    public const int UsualCount = 8;

    /// <summary>Days of each where nobody says how many.</summary>
    public const int UsualDays = 7;

    /// <summary>Units per block; null for the fewest that hold the arms' shares.</summary>
    public int? BlockSize { get; init; }

    /// <summary>What is drawn with; null for the beginning of the plan's hash, so that nobody chooses it.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Blocks of a switchback or steps of a roll-out.</summary>
    public int Count { get; init; } = UsualCount;

    /// <summary>Days of each.</summary>
    public int Days { get; init; } = UsualDays;

    /// <summary>Days after each change that are not counted.</summary>
    public int Washout { get; init; }

    /// <summary>Whether units are needed: a switchback is for everybody.</summary>
    public bool NeedsUnits => Method != AssignmentMethod.Switchback;

    /// <summary>Whether the units need their outcome before.</summary>
    public bool NeedsOutcome => Method == AssignmentMethod.Matched;

    /// <summary>The method a plan is served with where nobody names one: a switchback where the unit is a week, else blocks.</summary>
    public static AssignmentMethod UsualMethod(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Unit == ExperimentUnit.Week ? AssignmentMethod.Switchback : AssignmentMethod.Blocks;
    }
}
