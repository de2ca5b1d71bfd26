using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>Contacts of one cause, and what they cost (S4, row 23; formulas F12 and F13).</summary>
[Unnamed]
public sealed record DemandRecord : MapEntry
{
    /// <summary>Id of the Moment of Truth that is the contact or caused it.</summary>
    [RefersTo(typeof(MomentOfTruth))]
    public string? Cause { get; init; }

    /// <summary>Value, or the sort of failure.</summary>
    [Needed]
    public DemandKind Kind { get; init; }

    /// <summary>How many contacts.</summary>
    [Needed]
    [Between(0, 1e12)]
    public double Contacts { get; init; }

    /// <summary>The share of those who failed that follow through.</summary>
    [Share]
    [Between(0, 1)]
    public double? FollowThrough { get; init; }

    /// <summary>Cost of handling one again.</summary>
    public double? HandlingCost { get; init; }

    /// <summary>Margin lost where the customer does not follow through.</summary>
    public double? LostMargin { get; init; }

    /// <summary>Minutes it costs the customer.</summary>
    [Between(0, 1e9)]
    public double? ExtraMinutes { get; init; }

    /// <inheritdoc/>
    public override string Section => "demand";
}

/// <summary>How many emails, calls and systems it takes a role to get a day's work done (S1, row 34).</summary>
[Unnamed]
public sealed record WorkCount : MapEntry
{
    /// <summary>Id of the role counted.</summary>
    [RefersTo(typeof(Role))]
    public string? Role { get; init; }

    /// <summary>The day counted.</summary>
    [Needed]
    public DateOnly Date { get; init; }

    /// <summary>Emails that day.</summary>
    [Between(0, 1e6)]
    public double Emails { get; init; }

    /// <summary>Calls that day.</summary>
    [Between(0, 1e6)]
    public double Calls { get; init; }

    /// <summary>Systems touched that day.</summary>
    [Key("systems")]
    [Between(0, 1e6)]
    public double SystemsTouched { get; init; }

    /// <inheritdoc/>
    public override string Section => "counts";
}

/// <summary>A message about the outcome, judged by who understood it and not by how many were sent (S3 challenge 5, row 62).</summary>
public sealed record Communication : MapEntry
{
    /// <summary>Whom it is for.</summary>
    public string? Audience { get; init; }

    /// <summary>What it says.</summary>
    public string? Message { get; init; }

    /// <summary>Ids of the outcomes it says.</summary>
    [RefersTo(typeof(SuccessfulOutcome))]
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>How many it was sent to.</summary>
    [Between(0, 1e12)]
    public double Sent { get; init; }

    /// <summary>How many were asked whether they understood.</summary>
    [Between(0, 1e12)]
    public double Asked { get; init; }

    /// <summary>How many of those did.</summary>
    [Between(0, 1e12)]
    public double Understood { get; init; }

    /// <inheritdoc/>
    public override string Section => "communications";
}

/// <summary>What somebody said of the organisation, 0 to 10, against which the evidence is held (F19).</summary>
public sealed record StatedScore
{
    /// <summary>Which: d1 to d11 of the differences, c1 to c5 of the challenges, s1 to s10 of the steps.</summary>
    [Needed]
    public string Key { get; init; } = "";

    /// <summary>0 is inside-out, 10 is outside-in.</summary>
    [Needed]
    [Between(0, 10)]
    public double Stated { get; init; }

    /// <summary>Who said it.</summary>
    public string? By { get; init; }

    /// <summary>When.</summary>
    public DateOnly? Date { get; init; }
}

/// <summary>A map of one's own: the six questions with the person as subject (S4, row 61). Private unless said otherwise.</summary>
[Unnamed]
public sealed record PersonalMap : MapEntry
{
    /// <summary>Id of the person.</summary>
    [RefersTo(typeof(Person))]
    public string? Person { get; init; }

    /// <summary>Whether others may see it; a private one is in no print and in no export.</summary>
    public bool IsShared { get; init; }

    /// <summary>Answers to the six questions.</summary>
    public IReadOnlyList<SixAnswer> Answers { get; init; } = [];

    /// <summary>Statements of intent; linted as any other.</summary>
    public IReadOnlyList<StatementOfIntent> Statements { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "personal";
}

/// <summary>A finding that somebody accepts, with the reason; accepted findings are listed.</summary>
public sealed record AcceptedFinding
{
    /// <summary>The finding's code, such as <c>SCO-12</c>.</summary>
    [Needed]
    public string Code { get; init; } = "";

    /// <summary>Id of the entry it is about; null for every entry.</summary>
    [RefersTo(typeof(MapEntry))]
    public string? Of { get; init; }

    /// <summary>Why it is accepted. Without one it is not.</summary>
    [Key("because")]
    [Needed]
    public string Reason { get; init; } = "";

    /// <summary>Who accepts it.</summary>
    public string? By { get; init; }

    /// <summary>Until when; null for good.</summary>
    public DateOnly? Until { get; init; }
}
