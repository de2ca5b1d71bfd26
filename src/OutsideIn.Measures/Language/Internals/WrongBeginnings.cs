using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>What to say where a text begins in a way no measure does.</summary>
internal static class WrongBeginnings
{
    private const string Forms = "Begin with time from, count of, has, waiting time, touch time, sum of, or a column and at; for example: time from start to end.";

    private const string OneCase = "Write what is measured of one case, such as time from start to end, and put median <= 3d or 95% of cases <= 24h in the objective.";

    private static readonly string[] Figures = ["median", "percentile", "percentage", "share", "proportion"];

    public static (string Code, string Message, string Hint) Of(TokenCursor cursor)
    {
        var token = cursor.Current;
        return token switch
        {
            { Kind: TokenKind.End } => ("ME101", "Nothing is written here: a measure is expected.", Forms),
            { Kind: TokenKind.Percent } or { Kind: TokenKind.Word, Text: "p90" or "p95" or "p99" or "p50" or "total" } => (
                "ME102", $"{cursor.Found} begins an objective, not a measure.", "Write here what is measured, such as time from start to end, and the objective in its own place."),
            { Kind: TokenKind.Word, Text: "median" or "percentile" or "share" or "percentage" or "percent" or "rate" or "proportion" } => (
                "ME102", $"\"{token.Text}\" is a figure over many cases; a measure gives each case its own value.",
                OneCase),
            { Kind: TokenKind.Word, Text: "duration" or "lead" or "cycle" or "throughput" or "elapsed" or "days" or "hours" } => (
                "ME102", $"\"{token.Text}\" begins no measure.", "Write from where to where, such as time from start to end."),
            { Kind: TokenKind.Word, Text: "did" or "is" or "was" or "does" or "had" or "contains" or "have" } => (
                "ME102", $"\"{token.Text}\" begins no measure.", "Whether something happened is written has, such as has \"Car collected\" or has no \"Chase call\"."),
            { Kind: TokenKind.Word, Text: "no" or "not" or "without" or "never" } => (
                "ME102", $"\"{token.Text}\" begins no measure.", "Write has no and the name, such as has no \"Chase call\"."),
            { Kind: TokenKind.Word, Text: "where" or "for" or "per" or "by" } => (
                "ME102", $"Before \"{token.Text}\" comes what is measured.", Forms),
            _ => NearlyRight(cursor),
        };
    }

    // A figure's name nearly right is told as that figure's name is: it begins no measure either.
    private static (string Code, string Message, string Hint) NearlyRight(TokenCursor cursor)
    {
        var near = cursor.Current.Kind == TokenKind.Word
            ? NearestNames.Among(cursor.Current.Text, Figures.Concat(Phrases.OfValue.Select(static one => one.FirstWord)), 1)
            : [];
        return near switch
        {
            [var figure] when Figures.Contains(figure, StringComparer.Ordinal) => (
                "ME102", $"{cursor.Found} begins no measure; a {figure} is a figure over many cases, and a measure gives each case its own value.", OneCase),
            [var word] => ("ME102", $"{cursor.Found} begins no measure.", $"Did you mean {Phrases.OfValue.First(one => string.Equals(one.FirstWord, word, StringComparison.Ordinal)).Text}?"),
            _ => ("ME102", $"{cursor.Found} begins no measure.", Forms),
        };
    }
}
