namespace OutsideIn.Measures;

/// <summary>What a measure measures, before any filter.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record ValueSyntax(TextSpan Span);

/// <summary>Nothing that could be read; a diagnostic says why. Only in trees that have errors.</summary>
public sealed record MissingValueSyntax(TextSpan Span) : ValueSyntax(Span);

/// <summary><c>time from first "Claim reported" to first "Car collected"</c>, or <c>working time from …</c>. A duration.</summary>
/// <param name="IsWorkingTime">Whether only the calendar's working hours count.</param>
/// <param name="From">Where it begins: at the begin of that event.</param>
/// <param name="To">Where it ends: at the end of that event, looked for from <paramref name="From"/> on.</param>
/// <param name="Span">Where it stands.</param>
public sealed record TimeBetweenSyntax(bool IsWorkingTime, AnchorSyntax From, AnchorSyntax To, TextSpan Span) : ValueSyntax(Span);

/// <summary><c>time on the customer's clock</c>, <c>time on the firm's clock</c>, or the working time on either (measures.md, two clocks). A duration.</summary>
public sealed record ClockTimeSyntax(bool IsWorkingTime, bool IsCustomers, TextSpan Span) : ValueSyntax(Span);

/// <summary><c>waiting time before "Assess damage"</c>: the sum over those events of the previous event's end to this one's begin; without <c>before</c>, over all events. A duration.</summary>
public sealed record WaitingTimeSyntax(bool IsWorkingTime, EventsSyntax? Before, TextSpan Span) : ValueSyntax(Span);

/// <summary><c>touch time of "Assess damage"</c>: the sum of those events' begin to end; without <c>of</c>, of all events. A duration.</summary>
public sealed record TouchTimeSyntax(bool IsWorkingTime, EventsSyntax? Of, TextSpan Span) : ValueSyntax(Span);

/// <summary><c>count of "Chase call"</c>, <c>count of contacts</c>, <c>count of handoffs</c>, <c>count of events</c>. A count.</summary>
public sealed record CountSyntax(EventsSyntax Events, TextSpan Span) : ValueSyntax(Span);

/// <summary><c>count of repeats of "Check documents"</c>: occurrences after the first, of each activity by itself. A count.</summary>
public sealed record RepeatsSyntax(EventsSyntax Events, TextSpan Span) : ValueSyntax(Span);

/// <summary><c>count of people</c>, <c>count of teams</c>, <c>count of systems</c>, <c>count of different "product"</c>: distinct values touched. A count.</summary>
public sealed record DistinctSyntax(NameSyntax Column, TextSpan Span) : ValueSyntax(Span);

/// <summary>How the events of a <see cref="HasSyntax"/> stand to its anchor.</summary>
public enum HasRelation
{
    /// <summary>No anchor: anywhere in the case.</summary>
    Anywhere,

    /// <summary><c>within 3d of first "X"</c>, or <c>after "X"</c>: later than the anchor.</summary>
    After,

    /// <summary><c>before first "X"</c>: earlier than the anchor.</summary>
    Before,
}

/// <summary><c>has "Car collected"</c>, <c>has no "Chase call"</c>, <c>has contact after "Claim settled" within 14d</c>, <c>has "Car collected" within 3d of first "Claim reported"</c>. Yes or no.</summary>
/// <param name="IsNegated">Whether <c>no</c> is written.</param>
/// <param name="Events">What is looked for.</param>
/// <param name="Relation">Where it is looked for.</param>
/// <param name="Anchor">From or up to where; null exactly where the relation is <see cref="HasRelation.Anywhere"/> and no window is written, else the case's start stands for it.</param>
/// <param name="Within">How long the window behind the anchor stays open; null for ever.</param>
/// <param name="Span">Where it stands.</param>
public sealed record HasSyntax(
    bool IsNegated, EventsSyntax Events, HasRelation Relation, AnchorSyntax? Anchor, DurationSyntax? Within, TextSpan Span) : ValueSyntax(Span);

/// <summary><c>"amount" at last "Settle claim"</c>. A number; a count of days where the column holds dates is not offered.</summary>
public sealed record ValueAtSyntax(NameSyntax Column, Occurrence Occurrence, EventsSyntax At, TextSpan Span) : ValueSyntax(Span);

/// <summary>How numbers of several events become one.</summary>
public enum Aggregate
{
    /// <summary><c>sum of</c></summary>
    Sum,

    /// <summary><c>mean of</c></summary>
    Mean,

    /// <summary><c>max of</c></summary>
    Max,

    /// <summary><c>min of</c></summary>
    Min,
}

/// <summary><c>sum of "cost"</c>. A number; not applicable where no event has one.</summary>
public sealed record AggregateSyntax(Aggregate Aggregate, NameSyntax Column, TextSpan Span) : ValueSyntax(Span);
