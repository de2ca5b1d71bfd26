namespace OutsideIn.Measures;

/// <summary>A measure as it is written (measures.md, measures). A tree of these nodes is the whole meaning; spans say where it stood.</summary>
/// <param name="Value">What is measured.</param>
/// <param name="Where">Which events may be named, counted or summed; null for all.</param>
/// <param name="ForCases">Which cases are measured; null for all.</param>
/// <param name="Calendar">The calendar that working time and <c>bd</c> go by; null for the map's first.</param>
/// <param name="IsPerCustomer">Whether all cases of one customer are read together, in the order of time.</param>
/// <param name="Span">Where it stands.</param>
public sealed record MeasureSyntax(
    ValueSyntax Value, ConditionSyntax? Where, ConditionSyntax? ForCases, NameSyntax? Calendar, bool IsPerCustomer, TextSpan Span)
{
    /// <summary>Where <c>per customer</c> stands; empty where it does not.</summary>
    public TextSpan PerCustomerSpan { get; init; }
}

/// <summary>A name between quotation marks, or a bare word where one may stand.</summary>
/// <param name="Text">The name without its marks; in names of activities <c>*</c> matches any run of characters.</param>
/// <param name="Span">Where it stands, marks included.</param>
/// <param name="IsQuoted">Whether it stood between marks: a quoted column is looked for among the source's names first, a bare one among the words for roles.</param>
public sealed record NameSyntax(string Text, TextSpan Span, bool IsQuoted = true);

/// <summary>Which of several events is meant.</summary>
public enum Occurrence
{
    /// <summary>The earliest; also where nothing is written.</summary>
    First,

    /// <summary>The latest.</summary>
    Last,
}

/// <summary>Which sort of events is meant.</summary>
public enum EventSort
{
    /// <summary>Those whose activity is named.</summary>
    Named,

    /// <summary>Moments of Truth, by the map.</summary>
    Contact,

    /// <summary>Contacts that arise only because something failed, by the map (F12).</summary>
    FailureContact,

    /// <summary>Events with which a breakpoint happened, by the map: work has gone to another doer.</summary>
    Handoff,

    /// <summary>Every event.</summary>
    Any,
}

/// <summary>Events, by the names of their activities or by what the map says of them.</summary>
/// <param name="Sort">Which sort.</param>
/// <param name="Names">The names, any of which will do; empty unless the sort is <see cref="EventSort.Named"/>.</param>
/// <param name="Span">Where it stands.</param>
public sealed record EventsSyntax(EventSort Sort, IReadOnlyList<NameSyntax> Names, TextSpan Span);

/// <summary>An instant in a case at which a time begins or ends.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record AnchorSyntax(TextSpan Span);

/// <summary><c>start</c>: the case's first event.</summary>
public sealed record CaseStartSyntax(TextSpan Span) : AnchorSyntax(Span);

/// <summary><c>end</c>: the event with which the case was closed.</summary>
public sealed record CaseEndSyntax(TextSpan Span) : AnchorSyntax(Span);

/// <summary><c>first "Claim reported"</c>: one event of the case.</summary>
public sealed record EventAnchorSyntax(Occurrence Occurrence, EventsSyntax Events, TextSpan Span) : AnchorSyntax(Span);

/// <summary>The unit a duration is written in.</summary>
public enum DurationUnit
{
    /// <summary><c>s</c></summary>
    Second,

    /// <summary><c>m</c></summary>
    Minute,

    /// <summary><c>h</c></summary>
    Hour,

    /// <summary><c>d</c>: 24 hours.</summary>
    Day,

    /// <summary><c>w</c>: 7 days.</summary>
    Week,

    /// <summary><c>bd</c>: a business day of the calendar.</summary>
    BusinessDay,
}

/// <summary>A duration such as <c>24h</c>.</summary>
/// <param name="Amount">How many units, ≥ 0; decimals are allowed.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Span">Where it stands.</param>
public sealed record DurationSyntax(double Amount, DurationUnit Unit, TextSpan Span)
{
    /// <summary>The duration in microseconds; for business days the count of days × 86,400,000,000, as <see cref="DurationClock.BusinessDays"/> counts.</summary>
    public double Micros => Amount * 1e6 * Unit switch
    {
        DurationUnit.Second => 1,
        DurationUnit.Minute => 60,
        DurationUnit.Hour => 3_600,
        DurationUnit.Week => 604_800,
        _ => 86_400,
    };
}
