using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>What a piece of work is to the customer.</summary>
public enum WorkKind
{
    /// <summary>A Moment of Truth: any interaction with the customer; a cause of work (S1, row 29).</summary>
    MomentOfTruth,

    /// <summary>Work inside the organisation.</summary>
    Internal,

    /// <summary>Work inside the organisation that asks a business rule and gives its answer (S2 step 6, row 35).</summary>
    RuleCheck,
}

/// <summary>The five kinds of Moment of Truth (S1).</summary>
public enum MomentKind
{
    /// <summary>The customer speaks with a person.</summary>
    PersonPerson,

    /// <summary>The customer uses a system.</summary>
    PersonSystem,

    /// <summary>A system reaches the customer.</summary>
    SystemPerson,

    /// <summary>A system of the customer's reaches one of ours.</summary>
    SystemSystem,

    /// <summary>The customer meets the product.</summary>
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

/// <summary>A kind of work, the events that stand for it, and what it is.</summary>
/// <param name="Id">Short id, unique in the map.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Events">Activity names of the log that stand for it; <c>*</c> matches any run of characters.</param>
/// <param name="Kind">What it is to the customer.</param>
/// <param name="Moment">Which of the five kinds; null unless it is a Moment of Truth whose kind somebody has said.</param>
/// <param name="Demand">Whether it is failure demand; <see cref="DemandKind.Unmarked"/> unless it is a Moment of Truth.</param>
/// <param name="Initiator">Whether the customer begins the contact; null where nobody has said, and unless it is a Moment of Truth.</param>
/// <param name="Answer">The attribute that holds a rule check's answer, or null where the next activity is the answer; null unless it is a rule check.</param>
/// <param name="Contributes">Whether it helps to produce the outcome (row 30, binary); null where nobody has judged.</param>
/// <param name="Reason">Why it is taken for what it is; null where a person wrote it without a reason.</param>
/// <param name="IsSuggested">Whether the program suggested it and nobody has confirmed it.</param>
public sealed record MappedActivity(
    string Id,
    string Name,
    IReadOnlyList<NamePattern> Events,
    WorkKind Kind,
    MomentKind? Moment,
    DemandKind Demand,
    Initiator? Initiator,
    string? Answer,
    bool? Contributes,
    string? Reason,
    bool IsSuggested);

/// <summary>Who begins a contact.</summary>
public enum Initiator
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The organisation.</summary>
    Organisation,
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
/// <param name="Id">Short id, unique in the map.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Resources">Resource names that are this doer.</param>
/// <param name="Teams">Team names that are this doer.</param>
public sealed record Doer(
    string Id, string Name, DoerKind Kind, IReadOnlyList<NamePattern> Resources, IReadOnlyList<NamePattern> Teams)
{
    /// <summary>Why it is taken for what it is; null where a person wrote it without a reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the program suggested it and nobody has confirmed it.</summary>
    public bool IsSuggested { get; init; }
}
