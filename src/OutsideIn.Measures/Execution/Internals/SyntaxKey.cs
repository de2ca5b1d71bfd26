namespace OutsideIn.Measures.Internals;

/// <summary>Names what a filter of cases says, so that plans with the same filter share their work.</summary>
internal static class SyntaxKey
{
    // A record's text names every member; spans are in it, so that only filters at the same place of equal texts are one.
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

    private static string NameOf(NameSyntax name) => $"{name.Span.Length != name.Text.Length} \"{name.Text}\"";

    private static string Of(LiteralSyntax literal) => (literal with { Span = default }).ToString();
}
