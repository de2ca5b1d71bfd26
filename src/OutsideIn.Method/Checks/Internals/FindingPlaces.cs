namespace OutsideIn.Method.Internals;

/// <summary>Where findings are written: the entry's place, and for a word of its name the word's own.</summary>
internal sealed class FindingPlaces(MapDocument document, string file, Func<string, IReadOnlyList<string>?> linesOf)
{
    // An entry's own text stands close behind its first line; further down the same words belong to another.
    private const int LinesSearched = 40;

    private static readonly Dictionary<string, FindingKind> Kinds =
        MapChecks.Catalogue.ToDictionary(static kind => kind.Code, StringComparer.Ordinal);

    private readonly Lazy<Dictionary<string, string>> _names = new(() =>
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in document.Map.Entries())
        {
            names.TryAdd(entry.Subject, entry.Name);
        }

        return names;
    });

    public CheckedFinding Place(MapDiagnostic diagnostic)
    {
        var kind = Kinds.GetValueOrDefault(diagnostic.Code);
        var place = document.Locate(diagnostic).Place ?? new Place(file, 1, 1);
        int? length = null;
        if (diagnostic is { Span: { } span, Subject: { } subject } && WordPlace(place, diagnostic.SpanIn ?? _names.Value.GetValueOrDefault(subject), span) is { } word)
        {
            (place, length) = (word, span.Length);
        }

        return new CheckedFinding(
            diagnostic.Code, diagnostic.Severity, kind?.Title, diagnostic.Message, diagnostic.Hint, diagnostic.Subject,
            place.File, place.Line, place.Column, length, kind?.Page ?? "docs/problems.md");
    }

    /// <summary>By place; at one place the graver first, then by code.</summary>
    public IEnumerable<T> InOrder<T>(IEnumerable<T> all, Func<T, CheckedFinding> finding) => all
        .OrderBy(one => !string.Equals(finding(one).File, file, StringComparison.Ordinal))
        .ThenBy(one => finding(one).File, StringComparer.Ordinal)
        .ThenBy(one => finding(one).Line)
        .ThenBy(one => finding(one).Column)
        .ThenByDescending(one => finding(one).Severity)
        .ThenBy(one => finding(one).Code, StringComparer.Ordinal);

    /// <summary>Null where the name is not written in one piece on one line, as a folded text is not.</summary>
    private Place? WordPlace(Place entry, string? name, NameSpan span)
    {
        if (string.IsNullOrEmpty(name) || linesOf(entry.File) is not { } lines)
        {
            return null;
        }

        for (var line = entry.Line; line <= Math.Min(lines.Count, entry.Line + LinesSearched); line++)
        {
            var from = line == entry.Line ? Math.Min(entry.Column - 1, lines[line - 1].Length) : 0;
            var at = lines[line - 1].IndexOf(name, from, StringComparison.Ordinal);
            if (at >= 0)
            {
                return new Place(entry.File, line, at + span.Offset + 1);
            }
        }

        return null;
    }
}
