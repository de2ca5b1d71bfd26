using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What is given one arm or the other: the n of the analysis counts these.</summary>
public enum ExperimentUnit
{
    /// <summary>Each case by itself.</summary>
    Case,

    /// <summary>A customer with all their cases.</summary>
    Customer,

    /// <summary>One who works on cases, with all they work on.</summary>
    Agent,

    /// <summary>A team, with everybody in it.</summary>
    Team,

    /// <summary>A branch, with everybody in it.</summary>
    Branch,

    /// <summary>A stretch of time for everybody: a week, unless the plan says another (switchback).</summary>
    Week,
}

/// <summary>Which way an outcome is better for the customer.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}

/// <summary>How often the plan looks, and with what right.</summary>
public enum LookRule
{
    /// <summary>Once, at the end.</summary>
    AtEnd,

    /// <summary>Several times with a planned end: group-sequential boundaries (Lan and DeMets 1983).</summary>
    GroupSequential,

    /// <summary>Any time, no planned end: confidence sequences (Waudby-Smith et al. 2021).</summary>
    AnyTime,
}

/// <summary>Change, for whom, outcome, because (S4, row 27).</summary>
/// <param name="Change">What is done differently.</param>
/// <param name="ForWhom">For which customers.</param>
/// <param name="Outcome">What it will do for them.</param>
/// <param name="Because">Why we think so: the evidence it was formed from.</param>
public sealed record Hypothesis(string Change, string ForWhom, string Outcome, string Because);

/// <summary>One arm of a plan; the first of a plan is the control.</summary>
/// <param name="Name">What it is called; in a log or list the value that marks its units.</param>
/// <param name="Share">Which share of the units it is given, 0 &lt; share &lt; 1; the shares of a plan add up to 1.</param>
public sealed record PlannedArm(string Name, double Share);

/// <summary>An outcome the plan names before anything is seen.</summary>
/// <param name="Metric">Id of the map's metric.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Measure">Text in the measure language, as it was when the plan was locked.</param>
/// <param name="Objective">Text of the objective that says which figure is compared (a share within a time, a mean …); null takes the measure's usual one.</param>
/// <param name="Better">Which way is better for the customer.</param>
public sealed record PlannedOutcome(string Metric, string Name, string Measure, string? Objective, Direction Better);

/// <summary>An outcome that must not get worse by more than a margin (non-inferiority).</summary>
/// <param name="Outcome">Which.</param>
/// <param name="Margin">How much worse is still acceptable, &gt; 0, on <paramref name="Scale"/>.</param>
/// <param name="Scale">In what the margin is counted: a difference, or relative to control.</param>
public sealed record PlannedGuardrail(PlannedOutcome Outcome, double Margin, EffectScale Scale);

/// <summary>When the plan looks.</summary>
/// <param name="Rule">With what right.</param>
/// <param name="Count">How many looks, the last at the planned end, ≥ 1; 1 for <see cref="LookRule.AtEnd"/>.</param>
/// <param name="Spending">How error is spent over looks.</param>
public sealed record LookSchedule(LookRule Rule, int Count, string Spending = "O'Brien-Fleming");

/// <summary>What a change must be worth (F14).</summary>
/// <param name="CustomersPerPeriod">Customers the change would reach in the period it must pay for itself.</param>
/// <param name="CustomerValue">What one success more is worth.</param>
/// <param name="Cost">What the change costs in that period.</param>
public sealed record PlannedEconomics(double CustomersPerPeriod, double CustomerValue, double Cost);

/// <summary>What is decided before anything is seen. Immutable; its canonical text is what is locked.</summary>
public sealed record ExperimentPlan
{
    /// <summary>The experiment's id in the map.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What is believed.</summary>
    public required Hypothesis Hypothesis { get; init; }

    /// <summary>What is given an arm.</summary>
    public required ExperimentUnit Unit { get; init; }

    /// <summary>The arms, control first, at least two.</summary>
    public required IReadOnlyList<PlannedArm> Arms { get; init; }

    /// <summary>The one outcome the verdict is about.</summary>
    public required PlannedOutcome Primary { get; init; }

    /// <summary>Outcomes that must not get worse.</summary>
    public IReadOnlyList<PlannedGuardrail> Guardrails { get; init; } = [];

    /// <summary>Further outcomes; they form one family, corrected for their number (Holm), and cannot carry the verdict.</summary>
    public IReadOnlyList<PlannedOutcome> Secondary { get; init; } = [];

    /// <summary>The smallest effect worth having, &gt; 0, in the better direction, on <see cref="EffectScale"/>.</summary>
    public required double MinimumEffect { get; init; }

    /// <summary>In what <see cref="MinimumEffect"/> is counted.</summary>
    public EffectScale EffectScale { get; init; }

    /// <summary>When it looks.</summary>
    public required LookSchedule Looks { get; init; }

    /// <summary>The share of false alarms accepted, two-sided.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>The chance of seeing the smallest worthwhile effect.</summary>
    public double Power { get; init; } = 0.8;

    /// <summary>First day units are given an arm.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day units are given an arm.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Days an outcome is followed for each unit; null where the objective says it.</summary>
    public double? FollowUpDays { get; init; }

    /// <summary>Conditions of the measure language that leave cases out, on what was known before assignment.</summary>
    public IReadOnlyList<string> Exclusions { get; init; } = [];

    /// <summary>Columns known before assignment by which the estimate is adjusted.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>Column by whose values arms are balanced when lists are made; empty for none.</summary>
    public IReadOnlyList<string> Strata { get; init; } = [];

    /// <summary>What it must be worth; null where nobody has worked it out.</summary>
    public PlannedEconomics? Economics { get; init; }
}
