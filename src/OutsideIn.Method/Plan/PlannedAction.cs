namespace OutsideIn.Method;

/// <summary>The order in which causes are dealt with: first what can go, last what can only become better.</summary>
public enum PlanStage
{
    /// <summary>It goes.</summary>
    Eliminate,

    /// <summary>Several become one.</summary>
    Merge,

    /// <summary>A system or the customer does it.</summary>
    Automate,

    /// <summary>It becomes better, or new.</summary>
    Improve,
}

/// <summary>Why an action is in the plan.</summary>
/// <param name="Text">One sentence.</param>
/// <param name="Code">The finding's code, such as <c>WRK-01</c>; null where no finding says it.</param>
/// <param name="Log">The log that shows it; null where the map does.</param>
/// <param name="Figure">The figure of the diagnosis that opens its cases; null where none does.</param>
public sealed record PlanReason(string Text, string? Code = null, string? Log = null, string? Figure = null);

/// <summary>An action of the plan with what follows from it.</summary>
public sealed record PlannedAction
{
    /// <summary>Id of the map's own action, or for a candidate its kind and first target, such as <c>stop-wrap-up</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is the map's own, rather than a candidate nobody has decided on.</summary>
    public bool IsOwn { get; init; }

    /// <summary>What to do, in words.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public required ActionKind Kind { get; init; }

    /// <summary>How far it has come; a candidate is an idea.</summary>
    public ActionState State { get; init; }

    /// <summary>Ids of what it acts on; empty for a candidate that only a log shows.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Ids of the outcomes it is for: its own, else those its targets lead to.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>What goes with its targets (F17); nothing unless it stops or removes.</summary>
    public required Cascade Cascade { get; init; }

    /// <summary>Breakpoints it eliminates: its targets and what follows (PF7, "how beneficial").</summary>
    public int BreakpointsEliminated { get; init; }

    /// <summary>Its cost (PF7); where nobody has judged, what its kind usually costs, see <see cref="IsCostAssumed"/>.</summary>
    public Judgement Cost { get; init; }

    /// <summary>Whether nobody has judged the cost, so that low stands for stop, medium for remove, merge and improve, and high for automate and innovate (D).</summary>
    public bool IsCostAssumed { get; init; }

    /// <summary>Days it takes; null where nobody has judged.</summary>
    public double? DurationDays { get; init; }

    /// <summary>Hours that customers waited with it as a log shows, of several targets the most; null where no log shows any.</summary>
    public double? CustomerHours { get; init; }

    /// <summary>The sentence for an elevator (row 25).</summary>
    public required Elevator Elevator { get; init; }

    /// <summary>Why it is in the plan.</summary>
    public IReadOnlyList<PlanReason> Reasons { get; init; } = [];

    /// <summary>What speaks against it as it is written: more than 90 days, approvals of a stop-action, an effect rather than a cause.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Its place in the plan, from 1; 0 where it has none.</summary>
    public int Place { get; init; }

    /// <summary>The stage its kind belongs to.</summary>
    public PlanStage Stage => StageOf(Kind);

    /// <summary>Breakpoints eliminated ÷ cost class, low 1, medium 2, high 3 (F18).</summary>
    public double BreakpointsForCost => BreakpointsEliminated / (double)((int)Cost + 1);

    /// <summary>Hours of the tasks and breakpoints that go: only to tell equal places apart, as the map's period need not be a year.</summary>
    internal double HoursFreed =>
        Cascade.RemovedWork.Hours + Cascade.FollowingWork.Hours + Cascade.RemovedWork.BreakpointHoursPerYear + Cascade.FollowingWork.BreakpointHoursPerYear;

    /// <summary>The stage a kind of action belongs to.</summary>
    public static PlanStage StageOf(ActionKind kind) => kind switch
    {
        ActionKind.Stop or ActionKind.Remove => PlanStage.Eliminate,
        ActionKind.Merge => PlanStage.Merge,
        ActionKind.Automate => PlanStage.Automate,
        _ => PlanStage.Improve,
    };
}

/// <summary>The plan of a map (row 44; F18).</summary>
/// <param name="Ordered">The map's open actions and the candidates none of them covers, in order.</param>
/// <param name="Candidates">The candidates alone, in the order eliminate, merge, automate, improve, and within it in that of the plan.</param>
/// <param name="Rejected">Actions of more than 365 days (PF7: days, weeks, months, never years).</param>
/// <param name="Done">The map's actions that are done, in the map's order; what they target is no candidate any more.</param>
public sealed record Plan(
    IReadOnlyList<PlannedAction> Ordered, IReadOnlyList<PlannedAction> Candidates, IReadOnlyList<PlannedAction> Rejected, IReadOnlyList<PlannedAction> Done);
