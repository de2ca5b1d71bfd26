using OutsideIn.Method.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>Whether a party is a customer at all (row 40; P1, v15).</summary>
public enum PartyType
{
    /// <summary>Its money or mandate funds the organisation; only a funder may be the customer.</summary>
    Funder,

    /// <summary>It observes.</summary>
    Watcher,

    /// <summary>It makes the outcome possible.</summary>
    Enabler,

    /// <summary>It is inside the organisation; an "internal customer" is not a customer.</summary>
    Internal,
}

/// <summary>Whether we seek a party as a customer (S0 question 1).</summary>
public enum Wanted
{
    /// <summary>Not decided yet.</summary>
    Undecided,

    /// <summary>We seek it.</summary>
    Yes,

    /// <summary>We do not.</summary>
    No,
}

/// <summary>A party the organisation deals with (S0 question 1, rows 4 and 40).</summary>
public sealed record Customer : MapEntry
{
    /// <summary>What sort of party it is.</summary>
    public PartyType Type { get; init; }

    /// <summary>Whether we seek it.</summary>
    public Wanted Wanted { get; init; }

    /// <summary>The value it brings, or null where nobody has said.</summary>
    public string? Value { get; init; }

    /// <inheritdoc/>
    public override string Section => "customers";
}

/// <summary>Customers with one need in common (row 39).</summary>
public sealed record CustomerCategory : MapEntry
{
    /// <summary>Id of the customer it divides; <c>""</c> where the text named none that exists.</summary>
    [Needed]
    [RefersTo(typeof(Customer))]
    public string Customer { get; init; } = "";

    /// <summary>The need that defines it, or null where nobody has said. Age, income or postcode define no need.</summary>
    [Key("need")]
    public string? Definition { get; init; }

    /// <summary>Its customers described as one would describe a friend (row 41).</summary>
    public string? Attributes { get; init; }

    /// <summary>Which cases of a log belong to it, or null where the log cannot tell.</summary>
    public CaseSelector? Cases { get; init; }

    /// <inheritdoc/>
    public override string Section => "categories";
}

/// <summary>Cases picked by an attribute of the log.</summary>
public sealed record CaseSelector
{
    /// <summary>The attribute's name.</summary>
    [Needed]
    public string Attribute { get; init; } = "";

    /// <summary>Its values; any of them will do.</summary>
    [Needed]
    public IReadOnlyList<NamePattern> Values { get; init; } = [];
}

/// <summary>Want, need or unstated need (S2 step 7, row 42).</summary>
public enum NeedKind
{
    /// <summary>What is really required.</summary>
    Need,

    /// <summary>What the customer says.</summary>
    Want,

    /// <summary>What is required and the customer does not know of (S4, row 28).</summary>
    Unstated,
}

/// <summary>How something is known. A survey may form a hypothesis and never settles it (S4).</summary>
public enum EvidenceKind
{
    /// <summary>Somebody watched.</summary>
    Observation,

    /// <summary>Records of what happened.</summary>
    Data,

    /// <summary>Somebody was asked in person.</summary>
    Interview,

    /// <summary>A questionnaire.</summary>
    Survey,

    /// <summary>A controlled comparison.</summary>
    Experiment,
}

/// <summary>What a need, or a target, is known from.</summary>
public sealed record Evidence
{
    /// <summary>How it is known.</summary>
    [Shorthand]
    [Needed]
    public EvidenceKind Kind { get; init; }

    /// <summary>Where it is written.</summary>
    public string? Source { get; init; }

    /// <summary>When it was gathered.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How many customers or records it rests on.</summary>
    [Key("n")]
    [Between(0, 1e12)]
    public double? Count { get; init; }
}

/// <summary>What customers of a category require (S2 step 7, rows 39 and 42), with its row of the categorisation grid.</summary>
public sealed record Need : MapEntry
{
    /// <summary>Id of the category whose need it is.</summary>
    [Key("for")]
    [RefersTo(typeof(CustomerCategory))]
    public string? Category { get; init; }

    /// <summary>Want, need or unstated need.</summary>
    public NeedKind Kind { get; init; }

    /// <summary>How much it matters to the customer, 0 to 10 (PF15).</summary>
    [Between(0, 10)]
    public double? Importance { get; init; }

    /// <summary>How well it is met today, 0 to 10 (PF15).</summary>
    [Between(0, 10)]
    public double? Satisfaction { get; init; }

    /// <summary>What it is known from; a survey alone is not enough (row 42).</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Grid: ids of the necessary interactions.</summary>
    [RefersTo(typeof(MomentOfTruth))]
    public IReadOnlyList<string> Moments { get; init; } = [];

    /// <summary>Grid: ids of the underpinning systems.</summary>
    [RefersTo(typeof(WorkSystem))]
    public IReadOnlyList<string> Systems { get; init; } = [];

    /// <summary>Grid: ids of the underpinning workflow.</summary>
    [RefersTo(typeof(Activity))]
    public IReadOnlyList<string> Workflow { get; init; } = [];

    /// <summary>Grid: ids of the skills people need.</summary>
    [RefersTo(typeof(Skill))]
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "needs";
}
