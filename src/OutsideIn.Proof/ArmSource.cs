using OutsideIn.Experiments;

namespace OutsideIn.Proof;

/// <summary>Where it stands which unit was given which arm of an experiment. Immutable.</summary>
public abstract record ArmSource;

/// <summary>A column of the log holds the arm's name.</summary>
/// <param name="Name">The column, or a word for a role.</param>
public sealed record ArmColumn(string Name) : ArmSource
{
    /// <summary>The column of this name is meant where nobody says another: <c>arm</c>.</summary>
    public static ArmColumn Usual { get; } = new("arm");
}

/// <summary>A list of units says it, as <c>outsidein experiment assign</c> writes it.</summary>
/// <param name="Units">The units with the arm each was given; none twice.</param>
public sealed record ArmList(IReadOnlyList<ListedArm> Units) : ArmSource;

/// <summary>One line of a list.</summary>
/// <param name="Unit">The unit's name, as the log has it.</param>
/// <param name="Arm">The arm it was given.</param>
public sealed record ListedArm(string Unit, string Arm);

/// <summary>A switchback: everybody was given the arm of the block in which their case began. The blocks are the units.</summary>
/// <param name="Blocks">The blocks, their times read as UTC.</param>
public sealed record ArmBlocks(IReadOnlyList<SwitchbackBlock> Blocks) : ArmSource;

/// <summary>A stepped roll-out: a unit's cases are of the control before its day, and of the plan's second arm from when it counts as changed.</summary>
/// <param name="Units">The units with their days.</param>
public sealed record ArmSteps(IReadOnlyList<SteppedUnit> Units) : ArmSource;
