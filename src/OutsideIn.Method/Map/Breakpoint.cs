using OutsideIn.Method.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>The four kinds of breakpoint (P9).</summary>
public enum BreakpointKind
{
    /// <summary>Person to person.</summary>
    [Word("person-person")]
    PersonPerson,

    /// <summary>Person to system.</summary>
    [Word("person-system")]
    PersonSystem,

    /// <summary>System to person.</summary>
    [Word("system-person")]
    SystemPerson,

    /// <summary>System to system.</summary>
    [Word("system-system")]
    SystemSystem,
}

/// <summary>What is to become of a breakpoint. Once found it is removed: there is no improving one (row 33; §6 point 9).</summary>
public enum BreakpointVerdict
{
    /// <summary>Not removed yet.</summary>
    Found,

    /// <summary>It goes.</summary>
    Remove,
}

/// <summary>An internal hand-off, every internal communication included (S1, S2 step 5, row 33). Its name says "do something, to something, to get something" (P8).</summary>
public sealed record Breakpoint : MapEntry
{
    /// <summary>Activity names of a log whose events are this hand-off; empty where it leaves none.</summary>
    public IReadOnlyList<NamePattern> Events { get; init; } = [];

    /// <summary>Which of the four kinds; null where nobody has said.</summary>
    public BreakpointKind? Kind { get; init; }

    /// <summary>Who hands over: the name or id of a doer, role, unit, system or partner; never the customer. Null where nobody has said.</summary>
    public string? From { get; init; }

    /// <summary>Who takes over, written as <see cref="From"/>.</summary>
    public string? To { get; init; }

    /// <summary>How it travels, such as "email", "call", "meeting" or "form" (row 34).</summary>
    public string? Channel { get; init; }

    /// <summary>Whether its purpose is to check something.</summary>
    public bool IsCheck { get; init; }

    /// <summary>Id of the breakpoint whose check it checks (§6 point 14); null where it checks none.</summary>
    [RefersTo(typeof(Breakpoint))]
    public string? ChecksOf { get; init; }

    /// <summary>Ids of the Moments of Truth, breakpoints and rules that cause it; all must go before it goes (F17).</summary>
    [RefersTo(typeof(MomentOfTruth), typeof(Breakpoint), typeof(BusinessRule))]
    public IReadOnlyList<string> CausedBy { get; init; } = [];

    /// <summary>What is to become of it.</summary>
    public BreakpointVerdict Verdict { get; init; }

    /// <summary>Whether it is part of today's form, of the changed one, or of both.</summary>
    [Key("when")]
    public WorkState When { get; init; }

    /// <summary>How often it happens in a year.</summary>
    [Between(0, 1e12)]
    public double? VolumePerYear { get; init; }

    /// <summary>Minutes of work one takes.</summary>
    [Between(0, 1e9)]
    public double? Minutes { get; init; }

    /// <inheritdoc/>
    public override string Section => "breakpoints";
}

/// <summary>What sort of business rule (P1, P9).</summary>
public enum RuleType
{
    /// <summary>Ours, of the day's work.</summary>
    Operational,

    /// <summary>Ours, of the strategy.</summary>
    Strategic,

    /// <summary>Somebody with a mandate demands it; needs a citation to be kept.</summary>
    Regulatory,
}

/// <summary>What applies a rule.</summary>
public enum RuleMode
{
    /// <summary>A person.</summary>
    Manual,

    /// <summary>A system.</summary>
    System,
}

/// <summary>How far the challenge of a rule has come: identify, make explicit, challenge (S2 step 6; §6 point 9).</summary>
public enum RuleState
{
    /// <summary>It is on the list.</summary>
    Found,

    /// <summary>It is written down in words.</summary>
    Explicit,

    /// <summary>Somebody asked whether it is still needed.</summary>
    Challenged,
}

/// <summary>The verdict on a rule (row 35).</summary>
public enum RuleVerdict
{
    /// <summary>Not decided yet.</summary>
    Undecided,

    /// <summary>It goes.</summary>
    Retire,

    /// <summary>It is written anew.</summary>
    Rewrite,

    /// <summary>It stays, with an owner and a day of review.</summary>
    Keep,
}

/// <summary>What decides behaviour: what to do and when; usually made to prevent something and then forgotten (S2 step 6, row 35).</summary>
public sealed record BusinessRule : MapEntry
{
    /// <summary>Activity names of a log at which the rule is asked; its own name where nothing is said; empty where it leaves no events.</summary>
    [NameByDefault]
    public IReadOnlyList<NamePattern> Events { get; init; } = [];

    /// <summary>The attribute of a log that holds the rule's answer, or null where the next activity is the answer.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether it helps to produce the outcome; null where nobody has judged.</summary>
    public bool? Contributes { get; init; }

    /// <summary>The rule in words; null until it has been made explicit.</summary>
    public string? Statement { get; init; }

    /// <summary>What sort of rule; null where nobody has said.</summary>
    public RuleType? Type { get; init; }

    /// <summary>What applies it; null where nobody has said.</summary>
    public RuleMode? Mode { get; init; }

    /// <summary>The year it was made.</summary>
    [Between(1, 9999)]
    public int? OriginYear { get; init; }

    /// <summary>What it was made to prevent or to get.</summary>
    public string? OriginReason { get; init; }

    /// <summary>Whether that is still so; null where nobody has asked.</summary>
    public bool? OriginStillTrue { get; init; }

    /// <summary>Law, paragraph or contract that demands it.</summary>
    public string? Citation { get; init; }

    /// <summary>How it helps the customer (difference d2); null where nobody has said.</summary>
    public string? CustomerRationale { get; init; }

    /// <summary>Id of the role that owns it.</summary>
    [RefersTo(typeof(Role))]
    public string? Owner { get; init; }

    /// <summary>The day by which it is challenged again.</summary>
    [Key("review by")]
    public DateOnly? ReviewDate { get; init; }

    /// <summary>How far the challenge has come.</summary>
    public RuleState State { get; init; }

    /// <summary>The verdict.</summary>
    public RuleVerdict Verdict { get; init; }

    /// <summary>Ids of the Moments of Truth, breakpoints and rules that cause it (F17).</summary>
    [RefersTo(typeof(MomentOfTruth), typeof(Breakpoint), typeof(BusinessRule))]
    public IReadOnlyList<string> CausedBy { get; init; } = [];

    /// <summary>Whether it is part of today's form, of the changed one, or of both.</summary>
    [Key("when")]
    public WorkState When { get; init; }

    /// <inheritdoc/>
    public override string Section => "rules";
}
