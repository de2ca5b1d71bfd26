namespace OutsideIn.Measures;

/// <summary>What must hold of an event (<c>where</c>) or of a case (<c>for cases where</c>).</summary>
/// <param name="Span">Where it stands.</param>
public abstract record ConditionSyntax(TextSpan Span);

/// <summary>Nothing that could be read; a diagnostic says why. Only in trees that have errors.</summary>
public sealed record MissingConditionSyntax(TextSpan Span) : ConditionSyntax(Span);

/// <summary>All must hold: <c>a and b</c>; binds closer than <c>or</c>.</summary>
public sealed record AllOfSyntax(IReadOnlyList<ConditionSyntax> Conditions, TextSpan Span) : ConditionSyntax(Span);

/// <summary>One must hold: <c>a or b</c>.</summary>
public sealed record AnyOfSyntax(IReadOnlyList<ConditionSyntax> Conditions, TextSpan Span) : ConditionSyntax(Span);

/// <summary><c>not a</c>.</summary>
public sealed record NotSyntax(ConditionSyntax Condition, TextSpan Span) : ConditionSyntax(Span);

/// <summary>How two values are compared.</summary>
public enum Comparison
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    AtMost,

    /// <summary><c>&gt;</c></summary>
    More,

    /// <summary><c>&gt;=</c></summary>
    AtLeast,
}

/// <summary><c>channel = "phone"</c>, <c>amount &gt; 1000</c>, <c>start &gt;= 2026-01-01</c>. A missing value fulfils no comparison.</summary>
public sealed record CompareSyntax(NameSyntax Column, Comparison Comparison, LiteralSyntax Literal, TextSpan Span) : ConditionSyntax(Span);

/// <summary><c>team in ("Motor", "Legal")</c>, <c>team not in (…)</c>. A missing value is in no list and fulfils neither.</summary>
public sealed record InSyntax(NameSyntax Column, bool IsNegated, IReadOnlyList<LiteralSyntax> Literals, TextSpan Span) : ConditionSyntax(Span);

/// <summary><c>team is missing</c>, <c>team is not missing</c>.</summary>
public sealed record IsMissingSyntax(NameSyntax Column, bool IsNegated, TextSpan Span) : ConditionSyntax(Span);

/// <summary>In a filter of cases: the case has, or has no, such an event.</summary>
public sealed record CaseHasSyntax(HasSyntax Has, TextSpan Span) : ConditionSyntax(Span);

/// <summary>A value that is written down.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record LiteralSyntax(TextSpan Span);

/// <summary><c>"phone"</c>; <c>*</c> matches any run of characters.</summary>
public sealed record TextLiteralSyntax(string Text, TextSpan Span) : LiteralSyntax(Span);

/// <summary><c>1000</c>, <c>1.5</c>.</summary>
public sealed record NumberLiteralSyntax(double Number, TextSpan Span) : LiteralSyntax(Span);

/// <summary><c>2026-01-31</c> or <c>2026-01-31T08:00:00Z</c>; a day is its first instant in UTC.</summary>
/// <param name="Instant">The instant.</param>
/// <param name="IsDay">Whether a day without a clock time was written.</param>
/// <param name="Span">Where it stands.</param>
public sealed record TimeLiteralSyntax(DateTimeOffset Instant, bool IsDay, TextSpan Span) : LiteralSyntax(Span);

/// <summary><c>yes</c> or <c>no</c>.</summary>
public sealed record AnswerLiteralSyntax(bool IsYes, TextSpan Span) : LiteralSyntax(Span);
