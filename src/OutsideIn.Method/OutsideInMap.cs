using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>The map: what an organisation says about its customers, their outcomes, and the work done for them. Immutable.</summary>
/// <remarks>One document an organisation, written as YAML by hand or by the workspace. Source: method.md §2.</remarks>
/// <param name="Organisation">Whose map it is.</param>
/// <param name="Customers">The parties served, chosen or not (S0 question 1).</param>
/// <param name="Categories">Customers grouped by need (S2, row 39).</param>
/// <param name="Outcomes">The Successful Customer Outcomes, most important first (row 1).</param>
/// <param name="Activities">The work: which events stand for it and what kind of work it is.</param>
/// <param name="Doers">Who the resources and teams of a log are.</param>
/// <param name="HandOffEvents">Activities whose events are hand-offs in themselves, such as "Reassign*"; may be empty.</param>
public sealed record OutsideInMap(
    Organisation Organisation,
    IReadOnlyList<Customer> Customers,
    IReadOnlyList<CustomerCategory> Categories,
    IReadOnlyList<SuccessfulOutcome> Outcomes,
    IReadOnlyList<MappedActivity> Activities,
    IReadOnlyList<Doer> Doers,
    IReadOnlyList<NamePattern> HandOffEvents)
{
    /// <summary>The version of the written format this build writes.</summary>
    public const int FormatVersion = 1;
}

/// <summary>Whose map it is.</summary>
/// <param name="Name">The organisation's name.</param>
/// <param name="Objectives">What it wants to be or do: mission, vision, strategy, one line each (row 13).</param>
public sealed record Organisation(string Name, IReadOnlyList<string> Objectives);

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

/// <summary>A party the organisation deals with.</summary>
/// <param name="Id">Short id, unique in the map.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">What sort of party it is.</param>
/// <param name="Wanted">Whether we seek it.</param>
/// <param name="Value">The value it brings, or null where nobody has said.</param>
public sealed record Customer(string Id, string Name, PartyType Type, Wanted Wanted, string? Value);

/// <summary>Customers with one need in common (row 39).</summary>
/// <param name="Id">Short id, unique in the map.</param>
/// <param name="Name">The label; it may be colourful.</param>
/// <param name="Customer">Id of the customer it divides.</param>
/// <param name="Definition">The need that defines it, or null where nobody has said.</param>
/// <param name="Cases">Which cases of a log belong to it, or null where the log cannot tell.</param>
public sealed record CustomerCategory(string Id, string Name, string Customer, string? Definition, CaseSelector? Cases);

/// <summary>Cases picked by an attribute of the log.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Values">Its values; any of them will do.</param>
public sealed record CaseSelector(string Attribute, IReadOnlyList<NamePattern> Values);

/// <summary>A Successful Customer Outcome and how a log shows it (rows 1, 6, 9).</summary>
/// <param name="Id">Short id, unique in the map.</param>
/// <param name="OneLiner">The outcome in one line, such as "Back on the road" (S0 question 6).</param>
/// <param name="Category">Id of the category it is for, or null for every customer.</param>
/// <param name="Process">What the customer thinks they are in (S0 question 3), or null.</param>
/// <param name="FirstNeed">Events that are the customer's first sign of need; the customer's clock starts at the first of them.</param>
/// <param name="Reached">Events that show the outcome was reached.</param>
/// <param name="Lost">Events that show the customer gave up or was refused; may be empty.</param>
/// <param name="Opened">Events at which the firm opens its case; empty for the first event of the case.</param>
/// <param name="Closed">Events at which the firm closes its case; empty for the last event of a case that reached or lost the outcome.</param>
public sealed record SuccessfulOutcome(
    string Id,
    string OneLiner,
    string? Category,
    string? Process,
    IReadOnlyList<NamePattern> FirstNeed,
    IReadOnlyList<NamePattern> Reached,
    IReadOnlyList<NamePattern> Lost,
    IReadOnlyList<NamePattern> Opened,
    IReadOnlyList<NamePattern> Closed)
{
    /// <summary>Why it is taken for the outcome; null where a person wrote it without a reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the program suggested it and nobody has confirmed it.</summary>
    public bool IsSuggested { get; init; }
}
