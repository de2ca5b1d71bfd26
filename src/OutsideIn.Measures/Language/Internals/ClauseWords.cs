namespace OutsideIn.Measures.Internals;

/// <summary>Words at which the parser finds its way again after a mistake, and words that are never a bare name.</summary>
internal static class ClauseWords
{
    /// <summary>Words that begin a clause of a measure.</summary>
    public static readonly string[] OfMeasure = ["where", "for", "per", "by"];

    /// <summary>Words that begin a clause of an objective.</summary>
    public static readonly string[] OfObjective = ["by", "per"];

    /// <summary>Words people write for a comparison.</summary>
    public static readonly string[] Compare =
    [
        "between", "like", "contains", "matches", "starts", "equals", "more", "less", "fewer", "under", "over", "above", "below", "within", "no",
    ];

    /// <summary>Words that end a name written without quotation marks.</summary>
    public static readonly string[] Structure =
    [
        "where", "for", "per", "by", "from", "to", "of", "or", "and", "within", "after", "before", "at", "in", "is", "not", "first", "last", "has",
    ];
}
