using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>Who acts at an end of a process (row 57).</summary>
public enum ProcessActor
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The organisation.</summary>
    Organisation,
}

/// <summary>What begins or ends an experience. A process begins with the need and ends with the outcome, so both ends have a customer (row 57).</summary>
public sealed record ProcessEnd
{
    /// <summary>What happens, in words.</summary>
    [Shorthand]
    [Needed]
    public string Event { get; init; } = "";

    /// <summary>Who acts; null where nobody has said.</summary>
    [Key("by")]
    public ProcessActor? Actor { get; init; }
}

/// <summary>What a category of customers goes through, from need to outcome; its name is the customer's name for it (S0 question 3, row 6).</summary>
public sealed record Experience : MapEntry
{
    /// <summary>Id of the category it is for; null for every customer.</summary>
    [Key("for")]
    [RefersTo(typeof(CustomerCategory))]
    public string? Category { get; init; }

    /// <summary>What begins it.</summary>
    [Key("starts with")]
    public ProcessEnd? Start { get; init; }

    /// <summary>What ends it.</summary>
    [Key("ends with")]
    public ProcessEnd? End { get; init; }

    /// <summary>Id of the role of its one Experience Manager (row 54; P17).</summary>
    [RefersTo(typeof(Role))]
    public string? Manager { get; init; }

    /// <summary>Ids of the roles that make it happen (row 54).</summary>
    [RefersTo(typeof(Role))]
    public IReadOnlyList<string> Producers { get; init; } = [];

    /// <summary>Factory methods used on it, such as SIPOC or DMAIC (difference d11).</summary>
    public IReadOnlyList<string> FactoryMethods { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "experiences";
}

/// <summary>A step of a walk-through, as seen from the customer's seat (S2, row 58).</summary>
public sealed record WalkthroughFrame
{
    /// <summary>Id of the Moment of Truth or breakpoint; null for a wait.</summary>
    [RefersTo(typeof(MomentOfTruth), typeof(Breakpoint))]
    public string? At { get; init; }

    /// <summary>What was seen.</summary>
    [Shorthand]
    public string? Text { get; init; }

    /// <summary>Minutes in which something was done.</summary>
    [Between(0, 1e9)]
    public double? TouchMinutes { get; init; }

    /// <summary>Minutes in which the customer waited.</summary>
    [Between(0, 1e9)]
    public double? WaitMinutes { get; init; }

    /// <summary>What the customer was asked for, such as "policy number"; asked twice is counted.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];
}

/// <summary>A walk of a group through an experience as it really is (S2, row 58).</summary>
[Unnamed]
public sealed record Walkthrough : MapEntry
{
    /// <summary>Id of the experience walked.</summary>
    [RefersTo(typeof(Experience))]
    public string? Experience { get; init; }

    /// <summary>The day of the walk.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who walked.</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];

    /// <summary>What was met, in order.</summary>
    public IReadOnlyList<WalkthroughFrame> Frames { get; init; } = [];

    /// <summary>What the group concluded.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "walkthroughs";
}
