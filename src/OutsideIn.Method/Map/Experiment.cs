using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>One arm of an experiment.</summary>
public sealed record ExperimentArm : MapEntry
{
    /// <summary>The share of the units it is given; null for an equal part of what the other arms leave.</summary>
    [Share]
    [Between(0, 1)]
    public double? Share { get; init; }

    /// <summary>How many customers were in it; 0 while nobody was.</summary>
    [Key("n")]
    [Between(0, 1e12)]
    public double Count { get; init; }

    /// <summary>How many of them succeeded.</summary>
    [Between(0, 1e12)]
    public double Successes { get; init; }

    /// <inheritdoc/>
    public override string Section => "arms";
}

/// <summary>What an experiment decided.</summary>
public enum ExperimentDecision
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>The change is brought to everyone.</summary>
    Launch,

    /// <summary>It is not.</summary>
    Stop,
}

/// <summary>What is given one arm or the other.</summary>
public enum PlannedUnit
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

    /// <summary>A stretch of time for everybody.</summary>
    Week,
}

/// <summary>In what an amount is counted.</summary>
public enum AmountScale
{
    /// <summary>As a difference to the control, in the metric's unit; of a share 5% is five points.</summary>
    Difference,

    /// <summary>As a part of what the control has: 5% is a twentieth of it.</summary>
    Relative,
}

/// <summary>How often one looks, and with what right.</summary>
public enum LookingRule
{
    /// <summary>Once, when it has ended.</summary>
    AtTheEnd,

    /// <summary>Several times before a planned end, with boundaries that allow for it.</summary>
    [Word("group-sequential")]
    GroupSequential,

    /// <summary>Whenever one likes, without a planned end.</summary>
    AnyTime,
}

/// <summary>A metric that must not get worse by more than a margin.</summary>
public sealed record Guardrail
{
    /// <summary>Id of the metric.</summary>
    [RefersTo(typeof(Metric))]
    public string? Metric { get; init; }

    /// <summary>How much worse is still acceptable, as a number, a percentage such as 2%, or a duration such as 4h; null where nobody has said.</summary>
    [Form(TextForm.Amount)]
    public string? Margin { get; init; }

    /// <summary>In what the margin is counted.</summary>
    public AmountScale MarginAs { get; init; }
}

/// <summary>Hypothesis, then a controlled comparison (S4, row 27; formula F14). Change, for whom, outcome and "because" are its four parts.</summary>
public sealed record Experiment : MapEntry
{
    /// <summary>Change, for whom, outcome, because, in one sentence.</summary>
    public string? Hypothesis { get; init; }

    /// <summary>What is done differently.</summary>
    public string? Change { get; init; }

    /// <summary>For which customers.</summary>
    [Key("for")]
    public string? ForWhom { get; init; }

    /// <summary>What it will do for them.</summary>
    public string? Outcome { get; init; }

    /// <summary>Ids of the needs it is about.</summary>
    [RefersTo(typeof(Need))]
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Ids of the Moments of Truth, breakpoints, rules and activities its arms do differently from the control: the work about which it settles something.</summary>
    [RefersTo(typeof(MomentOfTruth), typeof(Breakpoint), typeof(BusinessRule), typeof(Activity))]
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Id of the metric that moves first.</summary>
    [RefersTo(typeof(Metric))]
    public string? ProxyMetric { get; init; }

    /// <summary>Id of the one metric that decides.</summary>
    [RefersTo(typeof(Metric))]
    public string? TargetMetric { get; init; }

    /// <summary>Metrics that must not get worse.</summary>
    public IReadOnlyList<Guardrail> Guardrails { get; init; } = [];

    /// <summary>Ids of further metrics that are looked at and cannot decide.</summary>
    [RefersTo(typeof(Metric))]
    public IReadOnlyList<string> Secondary { get; init; } = [];

    /// <summary>What is given one arm or the other; null where nobody has said.</summary>
    public PlannedUnit? Unit { get; init; }

    /// <summary>Its arms; the first is the control.</summary>
    public IReadOnlyList<ExperimentArm> Arms { get; init; } = [];

    /// <summary>The smallest effect worth having, as a number, a percentage such as 5%, or a duration such as 4h; null where nobody has said.</summary>
    [Form(TextForm.Amount)]
    public string? MinimumEffect { get; init; }

    /// <summary>In what the smallest effect is counted.</summary>
    public AmountScale EffectAs { get; init; }

    /// <summary>How often one looks, the last time at the end; null for as often as the rule has it.</summary>
    [Between(1, 1000)]
    public int? Looks { get; init; }

    /// <summary>With what right one looks; null for group-sequential where there is an end, any time where there is none.</summary>
    public LookingRule? LookRule { get; init; }

    /// <summary>The share of false alarms accepted, two-sided; null for 5%.</summary>
    [Share]
    [Between(0.0001, 0.5)]
    public double? Alpha { get; init; }

    /// <summary>The chance of seeing the smallest effect worth having; null for 80%.</summary>
    [Share]
    [Between(0.5, 0.9999)]
    public double? Power { get; init; }

    /// <summary>The first day units are given an arm.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Days each unit is followed after that; null where the objective says it.</summary>
    [Key("follow-up")]
    [Between(0, 36500)]
    public double? FollowUp { get; init; }

    /// <summary>Conditions of the measure language on what is known beforehand; cases of which one holds are left out.</summary>
    public IReadOnlyList<string> Exclusions { get; init; } = [];

    /// <summary>Columns known beforehand by which the estimate is adjusted.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>Columns known beforehand within whose values the arms are balanced.</summary>
    public IReadOnlyList<string> Strata { get; init; } = [];

    /// <summary>Customers the change would reach in the period in which it must pay for itself (F14).</summary>
    [Between(0, 1e12)]
    public double? CustomersPerPeriod { get; init; }

    /// <summary>Customers kept by the change (F14).</summary>
    [Between(0, 1e12)]
    public double? CustomersKept { get; init; }

    /// <summary>What one of them is worth (F14).</summary>
    public double? CustomerValue { get; init; }

    /// <summary>What the change costs (F14).</summary>
    public double? Cost { get; init; }

    /// <summary>What came out, in words.</summary>
    public string? Result { get; init; }

    /// <summary>What was decided.</summary>
    public ExperimentDecision Decision { get; init; }

    /// <inheritdoc/>
    public override string Section => "experiments";
}
