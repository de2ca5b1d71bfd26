using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>What an action does (S2 step 8, row 44).</summary>
public enum ActionKind
{
    /// <summary>Stops work. Needs nobody's sign-off (S2 step 9).</summary>
    Stop,

    /// <summary>Takes causes of work away.</summary>
    Remove,

    /// <summary>Makes several one.</summary>
    Merge,

    /// <summary>Lets a system or the customer do it.</summary>
    Automate,

    /// <summary>Makes it better.</summary>
    Improve,

    /// <summary>Makes something new.</summary>
    Innovate,
}

/// <summary>High, medium or low (PF7).</summary>
public enum Judgement
{
    /// <summary>Low.</summary>
    Low,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High,
}

/// <summary>How far an action has come (method.md §2).</summary>
public enum ActionState
{
    /// <summary>Somebody had it; a tension that somebody senses is one (row 55).</summary>
    Idea,

    /// <summary>It is being done.</summary>
    Doing,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>The new expectation is set (row 11).</summary>
    ExpectationReset,

    /// <summary>The triple crown has been read (F16).</summary>
    Verified,
}

/// <summary>Effort by kind, in hours; all but doing is sign-off (S2 step 9, row 45).</summary>
public sealed record Effort
{
    /// <summary>Hours of doing.</summary>
    [Between(0, 1e9)]
    public double Do { get; init; }

    /// <summary>Hours of talking about it.</summary>
    [Between(0, 1e9)]
    public double Talk { get; init; }

    /// <summary>Hours of getting others to agree.</summary>
    [Between(0, 1e9)]
    public double BuyIn { get; init; }

    /// <summary>Hours of getting it signed off.</summary>
    [Between(0, 1e9)]
    public double SignOff { get; init; }
}

/// <summary>One of the three numbers, before and after, in the same window (F16).</summary>
public sealed record CrownReading
{
    /// <summary>Readings before the change; fewer than three prove nothing.</summary>
    [Needed]
    public IReadOnlyList<double> Before { get; init; } = [];

    /// <summary>The reading after it.</summary>
    [Needed]
    public double After { get; init; }

    /// <summary>For service: id of the metric read, which says the direction. Null where more is better.</summary>
    [RefersTo(typeof(Metric))]
    public string? Metric { get; init; }
}

/// <summary>Cost down, revenue up, service up, at once (S2, row 47; formula F16).</summary>
public sealed record TripleCrown
{
    /// <summary>The window the three share, such as "2026 Q3".</summary>
    public string? Window { get; init; }

    /// <summary>Cost.</summary>
    public CrownReading? Cost { get; init; }

    /// <summary>Revenue.</summary>
    public CrownReading? Revenue { get; init; }

    /// <summary>Service: a metric of the outcome.</summary>
    public CrownReading? Service { get; init; }
}

/// <summary>Something to do about a cause (S2 steps 8 and 9, rows 44 to 48).</summary>
public sealed record ActionItem : MapEntry
{
    /// <summary>What it does.</summary>
    [Needed]
    public ActionKind Kind { get; init; } = ActionKind.Improve;

    /// <summary>Ids of the Moments of Truth, breakpoints, rules, tasks, activities, metrics or rewards it acts on.</summary>
    [RefersTo(typeof(MomentOfTruth), typeof(Breakpoint), typeof(BusinessRule), typeof(WorkTask), typeof(Activity), typeof(RewardRule), typeof(Metric))]
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Ids of the outcomes it is for.</summary>
    [RefersTo(typeof(SuccessfulOutcome))]
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>How much it costs (PF7); null where nobody has judged.</summary>
    public Judgement? Cost { get; init; }

    /// <summary>How many days it takes: days, weeks, months, never years (PF7).</summary>
    [Key("days")]
    [Between(0, 100000)]
    public double? DurationDays { get; init; }

    /// <summary>How much good it does, as judged beside the breakpoints counted (PF7).</summary>
    public Judgement? Benefit { get; init; }

    /// <summary>Who has to agree first. A stop-action has nobody (row 45).</summary>
    public IReadOnlyList<string> Approvals { get; init; } = [];

    /// <summary>Hours by kind; null where nobody has written them down.</summary>
    public Effort? Effort { get; init; }

    /// <summary>How far it has come.</summary>
    public ActionState State { get; init; }

    /// <summary>Who sensed it (row 55).</summary>
    public string? RaisedBy { get; init; }

    /// <summary>The day it was done.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Id of the expectation it set (row 11); null where it set none.</summary>
    [RefersTo(typeof(Expectation))]
    public string? NewExpectation { get; init; }

    /// <summary>Why it sets no new expectation, or adds a check all the same.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>What it did to cost, revenue and service; null before it was read.</summary>
    public TripleCrown? Crown { get; init; }

    /// <inheritdoc/>
    public override string Section => "actions";
}

/// <summary>What endangers a need at a point of failure (S2 step 7, row 43; formula F15).</summary>
[Unnamed]
public sealed record Risk : MapEntry
{
    /// <summary>Id of the need.</summary>
    [Needed]
    [RefersTo(typeof(Need))]
    public string Need { get; init; } = "";

    /// <summary>Id of the Moment of Truth, breakpoint or rule.</summary>
    [Needed]
    [RefersTo(typeof(MomentOfTruth), typeof(Breakpoint), typeof(BusinessRule))]
    public string At { get; init; } = "";

    /// <summary>What it does to the need when it fails: 0 nothing … 4 the outcome is lost.</summary>
    [Needed]
    [Between(0, 4)]
    public int Impact { get; init; }

    /// <summary>How likely it fails as judged, 0 to 4; used while fewer than 30 were observed.</summary>
    [Between(0, 4)]
    public int? Likelihood { get; init; }

    /// <summary>How many times it was observed.</summary>
    [Between(0, 1e12)]
    public double Observed { get; init; }

    /// <summary>How often it failed then.</summary>
    [Between(0, 1e12)]
    public double Failed { get; init; }

    /// <summary>How often it happens in a year; null for the point of failure's own.</summary>
    [Between(0, 1e12)]
    public double? VolumePerYear { get; init; }

    /// <inheritdoc/>
    public override string Section => "risks";
}
