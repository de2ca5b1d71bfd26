using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>Whose map it is.</summary>
public sealed record Organisation
{
    /// <summary>The organisation's name.</summary>
    [Shorthand]
    public string Name { get; init; } = "";

    /// <summary>What business it is in, said by the outcome: Hallmark is in expression, not in cards (S2 step 1, row 51); null where nobody has said.</summary>
    public string? Business { get; init; }

    /// <summary>Its own names for its functions and processes, such as "claims" or "order-to-cash"; a customer uses none of them (row 6).</summary>
    public IReadOnlyList<string> InternalWords { get; init; } = [];
}

/// <summary>What sort of objective it is (row 13).</summary>
public enum ObjectiveKind
{
    /// <summary>A goal of the strategy.</summary>
    Strategic,

    /// <summary>What the organisation is for.</summary>
    Mission,

    /// <summary>What it wants to become.</summary>
    Vision,
}

/// <summary>What the organisation wants to be or do: the top of every line of sight (row 13).</summary>
public sealed record Objective : MapEntry
{
    /// <summary>What sort of objective it is.</summary>
    public ObjectiveKind Kind { get; init; }

    /// <inheritdoc/>
    public override string Section => "objectives";
}

/// <summary>A department, team or function of the organisation.</summary>
public sealed record OrgUnit : MapEntry
{
    /// <summary>Id of the unit it belongs to; null at the top.</summary>
    [RefersTo(typeof(OrgUnit))]
    public string? PartOf { get; init; }

    /// <inheritdoc/>
    public override string Section => "units";
}

/// <summary>A role: accountability attaches to roles, and one person may have many (S2, row 55; P17, P52).</summary>
public sealed record Role : MapEntry
{
    /// <summary>What the role is for.</summary>
    public string? Purpose { get; init; }

    /// <summary>Ids of the outcomes its purpose serves; a purpose with none is a finding (row 55).</summary>
    [RefersTo(typeof(SuccessfulOutcome))]
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>What it is answerable for.</summary>
    public IReadOnlyList<string> Accountabilities { get; init; } = [];

    /// <summary>What it alone decides about.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "roles";
}

/// <summary>Somebody who works here. Everyone counts in the reward figures, executives and back office included (S2 difference 10).</summary>
public sealed record Person : MapEntry
{
    /// <summary>Id of the unit the person works in.</summary>
    [RefersTo(typeof(OrgUnit))]
    public string? Unit { get; init; }

    /// <summary>Ids of the person's roles.</summary>
    [RefersTo(typeof(Role))]
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Whether the person is an executive (row 56).</summary>
    public bool IsExecutive { get; init; }

    /// <summary>The day the person last spoke with a customer (row 56); null where nobody knows.</summary>
    public DateOnly? LastCustomerContact { get; init; }

    /// <summary>What the person says they contribute to the outcome (row 59; P27); null where nobody has asked.</summary>
    public string? Contribution { get; init; }

    /// <inheritdoc/>
    public override string Section => "people";
}

/// <summary>A system the work is done with, judged by what it can do where the customer is (S4, row 60).</summary>
public sealed record WorkSystem : MapEntry
{
    /// <summary>Id of the role that owns it.</summary>
    [RefersTo(typeof(Role))]
    public string? Owner { get; init; }

    /// <inheritdoc/>
    public override string Section => "systems";
}

/// <summary>A skill people need in order to meet a need (row 39).</summary>
public sealed record Skill : MapEntry
{
    /// <inheritdoc/>
    public override string Section => "skills";
}

/// <summary>Another organisation that completes an outcome (S1, row 50: Nike and Apple).</summary>
public sealed record Partner : MapEntry
{
    /// <summary>What its part of the work leads to.</summary>
    [RefersTo(typeof(Activity), typeof(Output), typeof(BusinessOutcome), typeof(SuccessfulOutcome), typeof(StatementOfIntent))]
    public IReadOnlyList<Contribution> ContributesTo { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "partners";
}
