using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>One sort of name of a log.</summary>
/// <param name="One">What one is called.</param>
/// <param name="Many">What several are called.</param>
/// <param name="Names">The log's names.</param>
internal sealed record NameSort(string One, string Many, IReadOnlyList<string> Names);

/// <summary>Settles which entry of a map has which name of a log, and says where the two disagree.</summary>
internal sealed class NameResolver
{
    // An edit distance to every name of the log for every missing name is quadratic; past this nobody reads the hints.
    private const int HintsMax = 20;
    private const int ListedMax = 5;

    private readonly List<MapDiagnostic> _diagnostics = [];
    private readonly Dictionary<IReadOnlyList<string>, string[]> _folded = new(ReferenceEqualityComparer.Instance);
    private int _hints;

    public IReadOnlyList<MapDiagnostic> Diagnostics => _diagnostics;

    /// <summary>[names] The entry each name belongs to, or null.</summary>
    public T?[] Claim<T>(
        NameSort sort, IReadOnlyList<T> entries, Func<T, IReadOnlyList<NamePattern>> patternsOf, Func<T, string> subjectOf)
        where T : class
    {
        var claimed = new T?[sort.Names.Count];
        if (sort.Names.Count == 0)
        {
            SayThereAreNone(sort, entries.Any(entry => patternsOf(entry).Count > 0));
            return claimed;
        }

        var index = new PatternIndex([.. entries.Select(patternsOf)]);
        for (var name = 0; name < claimed.Length; name++)
        {
            if (index.ClaimOf(sort.Names[name]) is not { } claim)
            {
                continue;
            }

            claimed[name] = entries[claim.EntryIndex];
            if (claim.RivalIndex >= 0)
            {
                var (first, rival) = (subjectOf(entries[claim.EntryIndex]), subjectOf(entries[claim.RivalIndex]));
                _diagnostics.Add(new(
                    Severity.Warning,
                    "MP030",
                    $"The {sort.One} {DiagnosticList.Quoted(sort.Names[name])} of the log is claimed by {first} and {rival} alike; {first} has it.",
                    "Take it out of one of them, or write it out in full in the one that is right.",
                    Subject: rival));
            }
        }

        foreach (var entry in entries)
        {
            Look(patternsOf(entry), subjectOf(entry), sort.Names);
        }

        return claimed;
    }

    /// <summary>Warns of every pattern that fits no name of the log.</summary>
    public void Look(IReadOnlyList<NamePattern> patterns, string subject, IReadOnlyList<string> names)
    {
        foreach (var pattern in patterns)
        {
            if (Fits(pattern, names))
            {
                continue;
            }

            var hint = pattern.IsWild || ++_hints > HintsMax ? null : NearestNames.Question(pattern.Text, names);
            _diagnostics.Add(new(
                Severity.Warning,
                "MP031",
                $"{DiagnosticList.Quoted(pattern.Text)} of {subject} is nowhere in the log.",
                hint ?? "Write the name as the log has it, or take it out.",
                Subject: subject));
        }
    }

    public void ListUnmapped(IReadOnlyList<string> unmapped, int count)
    {
        if (unmapped.Count == 0)
        {
            return;
        }

        var listed = string.Join(", ", unmapped.Take(ListedMax).Select(DiagnosticList.Quoted));
        var rest = unmapped.Count > ListedMax ? ", …" : "";
        _diagnostics.Add(new(
            Severity.Information,
            "MP032",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{unmapped.Count} of the {count} activities of the log stand for nothing in the map: {listed}{rest}."),
            "Add them to 'activities'; until then they count as internal work."));
    }

    private void SayThereAreNone(NameSort sort, bool isSpokenOf)
    {
        if (isSpokenOf)
        {
            _diagnostics.Add(new(
                Severity.Warning, "MP033", $"The log has no {sort.Many}, so what the map says of them is not used.", $"Name the column that holds the {sort.One}."));
        }
    }

    private bool Fits(NamePattern pattern, IReadOnlyList<string> names)
    {
        if (!_folded.TryGetValue(names, out var folded))
        {
            _folded[names] = folded = [.. names.Select(NamePattern.Fold).Order(StringComparer.Ordinal)];
        }

        // Only names that share the pattern's beginning can fit, and in order they stand together.
        var text = NamePattern.Fold(pattern.Text);
        var beginning = pattern.IsWild ? text[..text.IndexOf('*', StringComparison.Ordinal)] : text;
        var found = Array.BinarySearch(folded, beginning, StringComparer.Ordinal);
        if (found >= 0 && (!pattern.IsWild || pattern.MatchesFolded(beginning)))
        {
            return true;
        }

        for (var index = found < 0 ? ~found : found; pattern.IsWild && index < folded.Length; index++)
        {
            if (!folded[index].StartsWith(beginning, StringComparison.Ordinal))
            {
                return false;
            }

            if (pattern.MatchesFolded(folded[index]))
            {
                return true;
            }
        }

        return false;
    }
}
