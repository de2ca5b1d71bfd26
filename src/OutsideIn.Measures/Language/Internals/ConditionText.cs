using System.Globalization;

namespace OutsideIn.Measures.Internals;

/// <summary>Conditions as text.</summary>
internal static class ConditionText
{
    public static string Of(ConditionSyntax condition) => condition switch
    {
        AnyOfSyntax any => string.Join(" or ", any.Conditions.Select(static one => Inner(one, one is AnyOfSyntax))),
        AllOfSyntax all => string.Join(" and ", all.Conditions.Select(static one => Inner(one, one is AnyOfSyntax or AllOfSyntax))),
        NotSyntax not => "not " + Inner(not.Condition, not.Condition is AnyOfSyntax or AllOfSyntax),
        CompareSyntax compare => $"{ValueText.Column(compare.Column)} {SignOf(compare.Comparison)} {Of(compare.Literal)}",
        InSyntax one => $"{ValueText.Column(one.Column)} {(one.IsNegated ? "not " : "")}in ({string.Join(", ", one.Literals.Select(Of))})",
        IsMissingSyntax missing => $"{ValueText.Column(missing.Column)} is {(missing.IsNegated ? "not " : "")}missing",
        CaseHasSyntax has => ValueText.Of(has.Has),
        _ => ValueText.Missing,
    };

    public static string SignOf(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.More => ">",
        _ => ">=",
    };

    private static string Inner(ConditionSyntax condition, bool isWrapped) => isWrapped ? $"({Of(condition)})" : Of(condition);

    private static string Of(LiteralSyntax literal) => literal switch
    {
        TextLiteralSyntax text => QuoteMarks.Quote(text.Text),
        NumberLiteralSyntax number => FigureText.Of(number.Number),
        TimeLiteralSyntax { IsDay: true } day => day.Instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeLiteralSyntax time => time.Instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        AnswerLiteralSyntax answer => answer.IsYes ? "yes" : "no",
        _ => ValueText.Missing,
    };
}
