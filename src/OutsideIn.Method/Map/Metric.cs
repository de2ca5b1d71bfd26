using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>The tiers of the Performance Landscape, lowest first (S3, S4, rows 14 and 15).</summary>
public enum Tier
{
    /// <summary>Work at its smallest.</summary>
    Task,

    /// <summary>Work.</summary>
    Activity,

    /// <summary>What we make.</summary>
    Output,

    /// <summary>A result for us.</summary>
    BusinessOutcome,

    /// <summary>A result for the customer.</summary>
    CustomerOutcome,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    Up,

    /// <summary>Less is better.</summary>
    Down,
}

/// <summary>What a target was set by (row 48).</summary>
public enum TargetBasis
{
    /// <summary>A need of the customer.</summary>
    Need,

    /// <summary>A trend.</summary>
    Trend,

    /// <summary>Our own best.</summary>
    OwnBest,

    /// <summary>A rival, which caps us at its level (S2 #3).</summary>
    Competitor,

    /// <summary>Somebody with a mandate.</summary>
    Mandate,
}

/// <summary>A figure that was read on a day.</summary>
public sealed record Reading
{
    /// <summary>The day.</summary>
    [Needed]
    public DateOnly At { get; init; }

    /// <summary>The value, in the metric's unit.</summary>
    [Needed]
    public double Value { get; init; }

    /// <summary>How many customers or records it rests on; null where nobody has said.</summary>
    [Key("n")]
    [Between(0, 1e12)]
    public double? Count { get; init; }
}

/// <summary>Something that is measured, and for whom it is a result (rows 14 to 22). Its name is linted (F1).</summary>
public sealed record Metric : MapEntry
{
    /// <summary>Its tier as a person said it, which overrides the classifier (F7); null to leave it to the classifier.</summary>
    public Tier? Tier { get; init; }

    /// <summary>Why the tier differs from what the classifier says; overrides are listed.</summary>
    public string? TierReason { get; init; }

    /// <summary>The figure as a line of the measure language; null where no log can tell.</summary>
    public string? Measure { get; init; }

    /// <summary>Which values count as success, as a line of the objective language, such as "95% of cases &lt;= 24h"; null where nobody has said, or where the target says it.</summary>
    public string? Objective { get; init; }

    /// <summary>Unit, such as "%" or "days".</summary>
    public string? Unit { get; init; }

    /// <summary>Which way is better; null where nobody has said.</summary>
    public Direction? Direction { get; init; }

    /// <summary>The value it starts from.</summary>
    public double? Baseline { get; init; }

    /// <summary>The value aimed at.</summary>
    public double? Target { get; init; }

    /// <summary>What the target was set by; null where nobody has said.</summary>
    public TargetBasis? TargetBasis { get; init; }

    /// <summary>The best value ever observed here (F2, A).</summary>
    public double? BestObserved { get; init; }

    /// <summary>Whether the target is meant to be further than anything observed (F2, A).</summary>
    public bool IsStretch { get; init; }

    /// <summary>What says that the target can be reached (F2, A).</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Whether it looks forward and helps us get better, rather than report (row 22).</summary>
    public bool IsLeading { get; init; }

    /// <summary>Id of the lagging metric it predicts (row 22, D).</summary>
    [RefersTo(typeof(Metric))]
    public string? Predicts { get; init; }

    /// <summary>Ids of what it measures: an output, a business outcome, an outcome, a statement, a Moment of Truth, an activity or a task.</summary>
    [RefersTo(typeof(Output), typeof(BusinessOutcome), typeof(SuccessfulOutcome), typeof(StatementOfIntent), typeof(MomentOfTruth), typeof(Activity), typeof(WorkTask))]
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Whether somebody's opinion is asked (F10).</summary>
    public bool IsOpinion { get; init; }

    /// <summary>Of an opinion the lowest answer its scale allows; null where nobody has said.</summary>
    public double? ScaleFrom { get; init; }

    /// <summary>The highest.</summary>
    public double? ScaleTo { get; init; }

    /// <summary>Days between what happened and the answer (F10); 0 at the time.</summary>
    [Between(0, 36500)]
    public double DelayDays { get; init; }

    /// <summary>Whether those who answer choose themselves (F10).</summary>
    public bool IsSelfSelected { get; init; }

    /// <summary>Whether it stands on a dashboard (row 16).</summary>
    public bool IsOnDashboard { get; init; }

    /// <summary>Where its figures come from.</summary>
    public string? Source { get; init; }

    /// <summary>What was read.</summary>
    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "metrics";
}

/// <summary>What somebody is paid for (S2 #10, S3, row 52; formula F8).</summary>
[Unnamed]
public sealed record RewardRule : MapEntry
{
    /// <summary>Ids of the roles or people it pays.</summary>
    [Key("for")]
    [RefersTo(typeof(Role), typeof(Person))]
    public IReadOnlyList<string> Population { get; init; } = [];

    /// <summary>Id of the metric it pays for; null where it pays for none.</summary>
    [RefersTo(typeof(Metric))]
    public string? Metric { get; init; }

    /// <summary>Its part of the variable pay, 0 to 1.</summary>
    [Share]
    [Between(0, 1)]
    public double Weight { get; init; }

    /// <summary>How it is paid, such as "bonus".</summary>
    public string? PayType { get; init; }

    /// <inheritdoc/>
    public override string Section => "rewards";
}
