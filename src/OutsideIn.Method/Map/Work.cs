using OutsideIn.Method.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>A link of the Performance Landscape: what something leads to, and how much of it does (S4, row 15; formula F9).</summary>
public sealed record Contribution
{
    /// <summary>Id of the entry it leads to, on a higher tier.</summary>
    [Shorthand]
    [Needed]
    public string To { get; init; } = "";

    /// <summary>The share that leads there, 0 to 1; null for an equal part of what the other links leave.</summary>
    [Share]
    [Between(0, 1)]
    public double? Share { get; init; }
}

/// <summary>Work at its smallest: what somebody does, with its hours (S4, row 15).</summary>
public sealed record WorkTask : MapEntry
{
    /// <summary>Hours a period, the same period for every task of the map.</summary>
    [Between(0, 1e9)]
    public double? Hours { get; init; }

    /// <summary>Cost of an hour.</summary>
    [Between(0, 1e9)]
    public double? CostPerHour { get; init; }

    /// <summary>Id of the role that does it.</summary>
    [RefersTo(typeof(Role))]
    public string? DoneBy { get; init; }

    /// <summary>Why it is done, in the words of whoever does it (row 56).</summary>
    public string? Why { get; init; }

    /// <summary>Whether that reason is a superior or another department rather than a customer (row 56, d9); null where nobody has judged.</summary>
    public bool? WhyIsInternal { get; init; }

    /// <summary>Law or contract that demands it; then it is no candidate to stop (row 38).</summary>
    public string? Citation { get; init; }

    /// <summary>Activities, outputs or statements it leads to.</summary>
    [RefersTo(typeof(Activity), typeof(Output), typeof(BusinessOutcome), typeof(SuccessfulOutcome), typeof(StatementOfIntent))]
    public IReadOnlyList<Contribution> ContributesTo { get; init; } = [];

    /// <summary>Ids of the Moments of Truth, breakpoints and rules that cause it (axiom 3).</summary>
    [RefersTo(typeof(MomentOfTruth), typeof(Breakpoint), typeof(BusinessRule))]
    public IReadOnlyList<string> CausedBy { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "tasks";
}

/// <summary>Work inside the organisation, and the events that stand for it (S4, row 15).</summary>
public sealed record Activity : MapEntry
{
    /// <summary>Activity names of a log that stand for it; its own name where nothing is said; empty where it leaves no events.</summary>
    [NameByDefault]
    public IReadOnlyList<NamePattern> Events { get; init; } = [];

    /// <summary>Whether it helps to produce the outcome; null where nobody has judged.</summary>
    public bool? Contributes { get; init; }

    /// <summary>Outputs, business outcomes or statements it leads to.</summary>
    [RefersTo(typeof(Output), typeof(BusinessOutcome), typeof(SuccessfulOutcome), typeof(StatementOfIntent))]
    public IReadOnlyList<Contribution> ContributesTo { get; init; } = [];

    /// <summary>Ids of the Moments of Truth, breakpoints and rules that cause it (axiom 3).</summary>
    [RefersTo(typeof(MomentOfTruth), typeof(Breakpoint), typeof(BusinessRule))]
    public IReadOnlyList<string> CausedBy { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "activities";
}

/// <summary>What we make (S3, row 14). Not banned: connected (§6 point 19).</summary>
public sealed record Output : MapEntry
{
    /// <summary>Business outcomes or statements it leads to.</summary>
    [RefersTo(typeof(BusinessOutcome), typeof(SuccessfulOutcome), typeof(StatementOfIntent))]
    public IReadOnlyList<Contribution> ContributesTo { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "outputs";
}

/// <summary>A result for us, such as revenue (S3, row 14).</summary>
public sealed record BusinessOutcome : MapEntry
{
    /// <summary>Outcomes or statements it leads to.</summary>
    [RefersTo(typeof(SuccessfulOutcome), typeof(StatementOfIntent))]
    public IReadOnlyList<Contribution> ContributesTo { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "business-outcomes";
}

/// <summary>What a doer is.</summary>
public enum DoerKind
{
    /// <summary>The customer, who is never an end of a breakpoint (P10).</summary>
    Customer,

    /// <summary>A department, team or function.</summary>
    Department,

    /// <summary>A system.</summary>
    System,

    /// <summary>A partner outside the organisation (S1, row 50).</summary>
    Partner,
}

/// <summary>Who some resources or teams of a log are.</summary>
public sealed record Doer : MapEntry
{
    /// <summary>What it is.</summary>
    [Key("is")]
    [Needed]
    public DoerKind Kind { get; init; } = DoerKind.Department;

    /// <summary>Resource names that are this doer.</summary>
    public IReadOnlyList<NamePattern> Resources { get; init; } = [];

    /// <summary>Team names that are this doer.</summary>
    public IReadOnlyList<NamePattern> Teams { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "doers";
}
