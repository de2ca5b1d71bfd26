using OutsideIn.Method.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>How far an SCO map has come (method.md §2).</summary>
public enum OutcomeState
{
    /// <summary>Begun.</summary>
    Draft,

    /// <summary>All six questions have an answer.</summary>
    Answered,

    /// <summary>Its statements have no weasel word and are SMART.</summary>
    LintClean,

    /// <summary>Tested with at least one customer and one colleague.</summary>
    Tested,

    /// <summary>In use.</summary>
    Adopted,

    /// <summary>A later revolution has taken its place.</summary>
    Superseded,
}

/// <summary>Who answered a question (S0; §6 point 6): the disagreement between the three is the finding.</summary>
public enum Respondent
{
    /// <summary>Ourselves.</summary>
    Self,

    /// <summary>A stakeholder.</summary>
    Stakeholder,

    /// <summary>A customer.</summary>
    Customer,
}

/// <summary>An answer to one of the six questions, as it was given (S0, row 2).</summary>
public sealed record SixAnswer
{
    /// <summary>Which question, 1 to 6.</summary>
    [Needed]
    [Between(1, 6)]
    public int Question { get; init; }

    /// <summary>Who answered.</summary>
    [Key("by")]
    [Needed]
    public Respondent Respondent { get; init; }

    /// <summary>The answer, word for word. Never linted (§6 point 3).</summary>
    [Key("text")]
    [Needed]
    public string Verbatim { get; init; } = "";

    /// <summary>"Did you already know that?" (S0 question 2, row 5); null where nobody asked.</summary>
    public bool? KnownBefore { get; init; }

    /// <summary>When it was given.</summary>
    public DateOnly? Date { get; init; }
}

/// <summary>How an expectation came about (S0 question 2, row 5).</summary>
public enum ExpectationOrigin
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>We set it on purpose.</summary>
    OnPurpose,

    /// <summary>We set it by accident.</summary>
    ByAccident,

    /// <summary>The market's norm.</summary>
    Market,

    /// <summary>Another industry taught it.</summary>
    AnotherIndustry,
}

/// <summary>What was delivered against an expectation (S1, row 49).</summary>
public enum Delivered
{
    /// <summary>Less than was expected.</summary>
    Below,

    /// <summary>What was expected.</summary>
    Met,

    /// <summary>More than was expected.</summary>
    Exceeded,
}

/// <summary>What the customer expects now, and where that comes from (S0 question 2, rows 5 and 11). Its name is the expectation.</summary>
[NameKey("text")]
public sealed record Expectation : MapEntry
{
    /// <summary>Where it comes from.</summary>
    public ExpectationOrigin Origin { get; init; }

    /// <summary>Who told us; null where nobody has said.</summary>
    [Key("by")]
    public Respondent? Respondent { get; init; }

    /// <summary>Whether we knew it before we asked; null where nobody asked.</summary>
    public bool? KnownBefore { get; init; }

    /// <summary>When it was set or found.</summary>
    public DateOnly? SetOn { get; init; }

    /// <summary>What is delivered against it; null where nobody has judged.</summary>
    public Delivered? Delivered { get; init; }

    /// <summary>Id of the expectation that took its place; null while it stands.</summary>
    [RefersTo(typeof(Expectation))]
    public string? ReplacedBy { get; init; }

    /// <inheritdoc/>
    public override string Section => "expectations";
}

/// <summary>What sort of thing helps or hinders the customer (S0 question 4).</summary>
public enum ImpactKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>A rule.</summary>
    Rule,

    /// <summary>A check.</summary>
    Check,

    /// <summary>A procedure.</summary>
    Procedure,

    /// <summary>A service-level agreement.</summary>
    ServiceLevel,

    /// <summary>A control.</summary>
    Control,
}

/// <summary>Something we do that helps or hinders the customer's success (S0 question 4, row 7; positives too, P29).</summary>
public sealed record Impact
{
    /// <summary>What we do.</summary>
    [Shorthand]
    [Needed]
    public string Text { get; init; } = "";

    /// <summary>Whether it helps.</summary>
    public bool Helps { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public ImpactKind Kind { get; init; }

    /// <summary>Id of the breakpoint, rule, Moment of Truth, activity or task it is; null where it is in none of the inventories.</summary>
    [RefersTo(typeof(Breakpoint), typeof(BusinessRule), typeof(MomentOfTruth), typeof(Activity), typeof(WorkTask))]
    public string? Of { get; init; }
}

/// <summary>The outcome in a sentence that can be measured (S0 question 5, row 8). Its name is the statement; the weasel lint reads it (F1).</summary>
[NameKey("text")]
public sealed record StatementOfIntent : MapEntry
{
    /// <summary>Id of the one category that is its subject; null for the outcome's own.</summary>
    [Key("for")]
    [RefersTo(typeof(CustomerCategory))]
    public string? Category { get; init; }

    /// <summary>The observable state or event it promises; null where the sentence alone says it.</summary>
    public string? State { get; init; }

    /// <summary>The date by which it holds.</summary>
    [Key("due")]
    public DateOnly? DueDate { get; init; }

    /// <summary>The time within which it holds, as "24 hours of the first report".</summary>
    public string? Within { get; init; }

    /// <summary>Ids of the metrics that show it.</summary>
    [RefersTo(typeof(Metric))]
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>Ids of the needs it answers.</summary>
    [RefersTo(typeof(Need))]
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Ids of the expectations it answers.</summary>
    [RefersTo(typeof(Expectation))]
    public IReadOnlyList<string> Expectations { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "statements";
}

/// <summary>A Successful Customer Outcome with its SCO map: the six questions answered, and how a log shows the outcome (rows 1 to 9).</summary>
[NameKey("one-liner")]
public sealed record SuccessfulOutcome : MapEntry
{
    /// <summary>The outcome in one line, such as "Back on the road" (S0 question 6). It is the entry's name, and never linted.</summary>
    public string OneLiner => Name;

    /// <summary>Id of the experience whose outcome it is; null in a map that names none.</summary>
    [RefersTo(typeof(Experience))]
    public string? Experience { get; init; }

    /// <summary>Id of the category it is for (S0 question 1); null for its experience's, or for every customer.</summary>
    [Key("for")]
    [RefersTo(typeof(CustomerCategory))]
    public string? Category { get; init; }

    /// <summary>What the customer thinks they are in (S0 question 3), or null for the name of its experience.</summary>
    public string? Process { get; init; }

    /// <summary>Which cycle of the map this is, from 1 (P4: mature after two or three).</summary>
    [Between(1, 1000)]
    public int Revolution { get; init; } = 1;

    /// <summary>How far it has come.</summary>
    public OutcomeState State { get; init; }

    /// <summary>Ids of the objectives it serves (row 12).</summary>
    [RefersTo(typeof(Objective))]
    public IReadOnlyList<string> Objectives { get; init; } = [];

    /// <summary>Why a one-liner that is ours rather than the customer's is kept, as "bums on seats" is (§6 point 5); null where nobody has said.</summary>
    public string? OneLinerReason { get; init; }

    /// <summary>Answers to the six questions, by respondent.</summary>
    public IReadOnlyList<SixAnswer> Answers { get; init; } = [];

    /// <summary>What customers expect now (S0 question 2).</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>What we do that helps or hinders (S0 question 4).</summary>
    public IReadOnlyList<Impact> Impacts { get; init; } = [];

    /// <summary>The real outcome: a set of statements with metrics (S0 question 5).</summary>
    public IReadOnlyList<StatementOfIntent> Statements { get; init; } = [];

    /// <summary>Day on which a colleague tested it; null before.</summary>
    public DateOnly? ColleagueTest { get; init; }

    /// <summary>Events that are the customer's first sign of need; the customer's clock starts at the first of them.</summary>
    public IReadOnlyList<NamePattern> FirstNeed { get; init; } = [];

    /// <summary>Events that show the outcome was reached.</summary>
    public IReadOnlyList<NamePattern> Reached { get; init; } = [];

    /// <summary>Events that show the customer gave up or was refused; may be empty.</summary>
    public IReadOnlyList<NamePattern> Lost { get; init; } = [];

    /// <summary>Events at which the firm opens its case; empty for the first event of the case.</summary>
    public IReadOnlyList<NamePattern> Opened { get; init; } = [];

    /// <summary>Events at which the firm closes its case; empty for the last event of a case that reached or lost the outcome.</summary>
    public IReadOnlyList<NamePattern> Closed { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "outcomes";
}
