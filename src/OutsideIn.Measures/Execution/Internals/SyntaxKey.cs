namespace OutsideIn.Measures.Internals;

/// <summary>Names what a filter of cases says, so that plans with the same filter share their work.</summary>
internal static class SyntaxKey
{
    // Other conditions are named by their record's text, spans included: equal ones elsewhere in a text are worked out twice.
    public static string Of(ConditionSyntax condition) => condition switch
    {
        AllOfSyntax all => $"({string.Join(" and ", all.Conditions.Select(Of))})",
        AnyOfSyntax any => $"({string.Join(" or ", any.Conditions.Select(Of))})",
        NotSyntax not => $"not {Of(not.Condition)}",
        CompareSyntax one => $"{NameOf(one.Column)} {one.Comparison} {Of(one.Literal)}",
        InSyntax one => $"{NameOf(one.Column)} {one.IsNegated} in {string.Join(", ", one.Literals.Select(Of))}",
        IsMissingSyntax one => $"{NameOf(one.Column)} {one.IsNegated} missing",
        _ => condition.ToString(),
    };

    private static string NameOf(NameSyntax name) => $"{name.IsQuoted} \"{name.Text}\"";

    private static string Of(LiteralSyntax literal) => (literal with { Span = default }).ToString();
}
