using OutsideIn.Method.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>The five kinds of Moment of Truth (S1).</summary>
public enum MomentKind
{
    /// <summary>The customer speaks with a person.</summary>
    [Word("person-person")]
    PersonPerson,

    /// <summary>The customer uses a system.</summary>
    [Word("person-system")]
    PersonSystem,

    /// <summary>A system reaches the customer.</summary>
    [Word("system-person")]
    SystemPerson,

    /// <summary>A system of the customer's reaches one of ours.</summary>
    [Word("system-system")]
    SystemSystem,

    /// <summary>The customer meets the product.</summary>
    [Word("person-product")]
    PersonProduct,
}

/// <summary>Whether a contact is demand that arises only because something failed (S4, row 23; formula F12).</summary>
public enum DemandKind
{
    /// <summary>Nobody has said.</summary>
    Unmarked,

    /// <summary>The customer wants something we are here for.</summary>
    Value,

    /// <summary>The customer asks where it is.</summary>
    Chase,

    /// <summary>The customer has to do or say the same again.</summary>
    Repeat,

    /// <summary>The customer corrects what we got wrong.</summary>
    Correction,

    /// <summary>The customer complains.</summary>
    Complaint,
}

/// <summary>Who begins a contact.</summary>
public enum Initiator
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The organisation.</summary>
    Organisation,
}

/// <summary>What the customer feels at it (row 30).</summary>
public enum Feel
{
    /// <summary>Neither.</summary>
    Neutral,

    /// <summary>Worth telling others of.</summary>
    Magic,

    /// <summary>Worth warning others of.</summary>
    Misery,
}

/// <summary>What is to become of a Moment of Truth: the edict is remove or improve (row 29; §6 point 9).</summary>
public enum Disposition
{
    /// <summary>Not decided yet.</summary>
    Undecided,

    /// <summary>It goes.</summary>
    Remove,

    /// <summary>It becomes better.</summary>
    Improve,

    /// <summary>It stays as it is; needs a written reason (D).</summary>
    Keep,
}

/// <summary>How a Moment of Truth is improved (row 31; D).</summary>
public enum Improvement
{
    /// <summary>It becomes one with another.</summary>
    Merge,

    /// <summary>It takes fewer steps.</summary>
    Simplify,

    /// <summary>The customer does it alone.</summary>
    SelfServe,

    /// <summary>It moves to where the need is.</summary>
    Relocate,

    /// <summary>It gives more.</summary>
    Enrich,
}

/// <summary>How far the work on a Moment of Truth has come (method.md §2).</summary>
public enum MomentState
{
    /// <summary>It is on the list.</summary>
    Found,

    /// <summary>Its kind is known.</summary>
    Typed,

    /// <summary>Whether it contributes, and how it feels, is known.</summary>
    Judged,

    /// <summary>What is to become of it is decided.</summary>
    Disposed,

    /// <summary>That has been done.</summary>
    Done,

    /// <summary>The new form has been walked.</summary>
    Verified,
}

/// <summary>An observable act that makes a Moment of Truth what it was designed to be (S2 #4, row 21; formula F11).</summary>
public sealed record DesignCriterion
{
    /// <summary>The act, such as "says when the car will be ready".</summary>
    [Shorthand]
    [Needed]
    public string Text { get; init; } = "";

    /// <summary>The same as a line of the measure language, yes or no for each case; null where a log cannot tell.</summary>
    public string? Measure { get; init; }

    /// <summary>How much it counts beside the others.</summary>
    [Between(0, 1e6)]
    public double Weight { get; init; } = 1;

    /// <summary>How often somebody looked.</summary>
    [Between(0, 1e9)]
    public int Observed { get; init; }

    /// <summary>How often it was done then.</summary>
    [Between(0, 1e9)]
    public int Done { get; init; }
}

/// <summary>Any interaction with the customer: a cause of work and a point of failure (S1, S2 step 4, rows 29 to 31).</summary>
public sealed record MomentOfTruth : MapEntry
{
    /// <summary>Activity names of a log that stand for it; its own name where nothing is said; empty where it leaves no events.</summary>
    [NameByDefault]
    public IReadOnlyList<NamePattern> Events { get; init; } = [];

    /// <summary>Which of the five kinds; null where nobody has said.</summary>
    public MomentKind? Kind { get; init; }

    /// <summary>Who begins it; null where nobody has said.</summary>
    [Key("begun by")]
    public Initiator? Initiator { get; init; }

    /// <summary>Whether it is failure demand (F12).</summary>
    public DemandKind Demand { get; init; }

    /// <summary>Id of the experience it is part of; the order of the list is the customer's order.</summary>
    [RefersTo(typeof(Experience))]
    public string? Experience { get; init; }

    /// <summary>One end: <c>customer</c>, or the name or id of a doer, role, unit, system or partner; null where nobody has said.</summary>
    public string? From { get; init; }

    /// <summary>The other end, written as <see cref="From"/>. Exactly one end is the customer.</summary>
    public string? To { get; init; }

    /// <summary>The channel, such as "phone".</summary>
    public string? Channel { get; init; }

    /// <summary>Ids of the systems that make it possible where the customer is (row 60).</summary>
    [RefersTo(typeof(WorkSystem))]
    public IReadOnlyList<string> Systems { get; init; } = [];

    /// <summary>Whether the customer can do it alone (row 60); null where nobody has said.</summary>
    public bool? SelfServable { get; init; }

    /// <summary>Whether it helps to produce the outcome (row 30, binary); null where nobody has judged.</summary>
    public bool? Contributes { get; init; }

    /// <summary>Ids of the statements, or of the outcome, it contributes to.</summary>
    [RefersTo(typeof(StatementOfIntent), typeof(SuccessfulOutcome))]
    public IReadOnlyList<string> ContributesTo { get; init; } = [];

    /// <summary>Magic, misery or neither; null where nobody has judged.</summary>
    public Feel? Feel { get; init; }

    /// <summary>What is to become of it.</summary>
    public Disposition Disposition { get; init; }

    /// <summary>How it is improved; null where nobody has said.</summary>
    public Improvement? Improvement { get; init; }

    /// <summary>Id of the Moment of Truth it becomes one with; null unless it is merged.</summary>
    [RefersTo(typeof(MomentOfTruth))]
    public string? MergedInto { get; init; }

    /// <summary>Steps the customer takes today, such as key presses (row 31); null where nobody counted.</summary>
    [Between(0, 1e6)]
    public double? StepsBefore { get; init; }

    /// <summary>Steps the customer takes after the change.</summary>
    [Between(0, 1e6)]
    public double? StepsAfter { get; init; }

    /// <summary>Whether it is part of today's form, of the changed one, or of both.</summary>
    [Key("when")]
    public WorkState When { get; init; }

    /// <summary>How far the work on it has come.</summary>
    public MomentState State { get; init; }

    /// <summary>Id of the role of its one manager (row 54; P17).</summary>
    [RefersTo(typeof(Role))]
    public string? Manager { get; init; }

    /// <summary>How often it happens in a year.</summary>
    [Between(0, 1e12)]
    public double? VolumePerYear { get; init; }

    /// <summary>The share of times it fails the customer.</summary>
    [Share]
    [Between(0, 1)]
    public double? FailureRate { get; init; }

    /// <summary>Minutes it takes the customer.</summary>
    [Between(0, 1e9)]
    public double? CustomerMinutes { get; init; }

    /// <summary>Minutes the customer waits at it.</summary>
    [Between(0, 1e9)]
    public double? WaitMinutes { get; init; }

    /// <summary>What the customer is asked for at it; the same asked twice is counted (row 58).</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>The acts it is designed of (F11).</summary>
    public IReadOnlyList<DesignCriterion> Criteria { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "moments";
}
