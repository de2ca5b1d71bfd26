namespace OutsideIn.Measures;

/// <summary>A calendar period of case starts, in UTC.</summary>
public enum PeriodUnit
{
    /// <summary>Monday to Sunday (ISO 8601).</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>Three months.</summary>
    Quarter,
}

/// <summary>Which values count as success, as it is written (measures.md, objectives).</summary>
/// <param name="Goal">What must hold.</param>
/// <param name="Due">The day by which; null where none is written.</param>
/// <param name="Per">The period each figure is taken over: of a total the period it is per, else the one the trend is told by; null where none is written.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ObjectiveSyntax(GoalSyntax Goal, DateOnly? Due, PeriodUnit? Per, TextSpan Span);

/// <summary>What must hold of the values.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record GoalSyntax(TextSpan Span);

/// <summary>Nothing that could be read; a diagnostic says why. Only in trees that have errors.</summary>
public sealed record MissingGoalSyntax(TextSpan Span) : GoalSyntax(Span);

/// <summary><c>95% of cases &lt;= 24h</c>, <c>99% of cases yes</c>, <c>at most 5% of cases &gt; 3d</c>.</summary>
/// <param name="IsAtMost">Whether the share is a most rather than a least.</param>
/// <param name="Share">The share aimed at, 0 to 1.</param>
/// <param name="IsOfCustomers">Whether <c>customers</c> is written rather than <c>cases</c>.</param>
/// <param name="Test">What a value must fulfil.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ShareGoalSyntax(bool IsAtMost, double Share, bool IsOfCustomers, ValueTestSyntax Test, TextSpan Span) : GoalSyntax(Span);

/// <summary><c>median &lt;= 3d</c>, <c>p90 &lt;= 5d</c>.</summary>
/// <param name="Percentile">Which percentile as a share: 0.5 is the median.</param>
/// <param name="Test">What it must fulfil.</param>
/// <param name="Span">Where it stands.</param>
public sealed record PercentileGoalSyntax(double Percentile, BoundSyntax Test, TextSpan Span) : GoalSyntax(Span);

/// <summary><c>mean &lt;= 1.2</c>.</summary>
public sealed record MeanGoalSyntax(BoundSyntax Test, TextSpan Span) : GoalSyntax(Span);

/// <summary><c>total &lt;= 100000 per month</c>.</summary>
public sealed record TotalGoalSyntax(BoundSyntax Test, TextSpan Span) : GoalSyntax(Span);

/// <summary>What one value must fulfil.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record ValueTestSyntax(TextSpan Span);

/// <summary><c>yes</c> or <c>no</c>.</summary>
public sealed record AnswerTestSyntax(bool IsYes, TextSpan Span) : ValueTestSyntax(Span);

/// <summary><c>&lt;= 24h</c> or <c>&lt;= 1.2</c>.</summary>
/// <param name="Comparison">One of &lt;, &lt;=, &gt;, &gt;=, and for counts and numbers also = and !=.</param>
/// <param name="Number">The bound where it is a bare number, else null.</param>
/// <param name="Duration">The bound where it is a duration, else null.</param>
/// <param name="Span">Where it stands.</param>
public sealed record BoundSyntax(Comparison Comparison, double? Number, DurationSyntax? Duration, TextSpan Span) : ValueTestSyntax(Span);
