namespace OutsideIn.Method.Internals;

/// <summary>A sort of finding and the function that looks for it.</summary>
internal sealed record Check(FindingKind Kind, Func<CheckScope, IEnumerable<Found>> Look)
{
    public static Check For(string code, Severity severity, string title, string source, Func<CheckScope, IEnumerable<Found>> look) =>
        new(new FindingKind(code, severity, title, source), look);

    /// <summary>The same for a contradiction in the map itself, which nobody can accept.</summary>
    public static Check ForContradiction(string code, string title, string source, Func<CheckScope, IEnumerable<Found>> look) =>
        new(new FindingKind(code, Severity.Error, title, source) { IsAcceptable = false }, look);
}

/// <summary>One finding before it has its code: the entry it is about (null for the whole map), the reason, and the question or the fix.</summary>
internal sealed record Found(MapEntry? Entry, string Reason, string Fix)
{
    public Severity? Severity { get; init; }

    public NameSpan? Span { get; init; }

    public MapDiagnostic ToDiagnostic(FindingKind kind) =>
        new(Severity ?? kind.Severity, kind.Code, Reason, Fix, Subject: Entry?.Subject) { Span = Span };
}

/// <summary>Families in the order of method.md §6b, then numbers.</summary>
internal sealed class CatalogueOrder : IComparer<string>
{
    private static readonly string[] Families = ["SCO", "MET", "MOT", "BPT", "BRL", "WRK", "CUS", "ACT", "PRC", "DEM", "EXP", "ACC"];

    public static CatalogueOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var family = Rank(x).CompareTo(Rank(y));
        return family != 0 ? family : string.CompareOrdinal(x, y);
    }

    private static int Rank(string? code) => Array.IndexOf(Families, code?[..3]);
}
