using System.Buffers;
using OutsideIn.Vocabulary.Internals;

namespace OutsideIn.Vocabulary;

/// <summary>The known names a mistyped one was probably meant to be: "did you mean".</summary>
/// <remarks>
/// Case, the way accents are stored (<see cref="NamePattern.Fold"/>), and the difference between space, <c>_</c>, <c>-</c> and <c>.</c>, are ignored. The distance counts single
/// insertions, deletions, substitutions and swaps of neighbours: optimal string alignment, the restricted form of
/// F. J. Damerau, "A technique for computer detection and correction of spelling errors", Communications of the ACM 7 (1964).
/// </remarks>
public static class NearestNames
{
    // Past this a name is a paragraph, and a distance over it costs more than the hint is worth.
    private const int LengthMax = 200;

    /// <summary>The candidates near enough to <paramref name="name"/> to be worth offering.</summary>
    /// <remarks>
    /// Near enough: at most one edit for every three characters of the longer of the two, at least one; or one begins
    /// with the other, by at least three characters. O(candidates × length²), length capped at 200.
    /// </remarks>
    /// <param name="name">The name as written; white space around it is ignored.</param>
    /// <param name="candidates">The names that would have been right.</param>
    /// <param name="atMost">How many to give at most; at least 1.</param>
    /// <returns>Nearest first, equally near ones in the order given, without duplicates; empty when nothing is near.</returns>
    public static IReadOnlyList<string> Among(string name, IEnumerable<string> candidates, int atMost = 3)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, 1);
        var folded = Fold(name);
        if (folded.Length is 0 or > LengthMax)
        {
            return [];
        }

        return [.. candidates
            .Distinct(StringComparer.Ordinal)
            .Select(candidate => (candidate, distance: Distance(folded, Fold(candidate))))
            .Where(static near => near.distance is not null)
            .OrderBy(static near => near.distance)
            .Take(atMost)
            .Select(static near => near.candidate)];
    }

    /// <summary>The question "Did you mean 'A', 'B' or 'C'?" about the nearest candidates.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">The names that would have been right.</param>
    /// <returns>The question, or null when nothing is near.</returns>
    public static string? Question(string name, IEnumerable<string> candidates)
    {
        var near = Among(name, candidates).Select(static candidate => $"'{candidate}'").ToArray();
        return near switch
        {
            [] => null,
            [var only] => $"Did you mean {only}?",
            _ => $"Did you mean {string.Join(", ", near[..^1])} or {near[^1]}?",
        };
    }

    private static int? Distance(string name, string candidate)
    {
        if (candidate.Length is 0 or > LengthMax)
        {
            return null;
        }

        var longer = Math.Max(name.Length, candidate.Length);
        var shorter = Math.Min(name.Length, candidate.Length);
        var limit = Math.Max(1, longer / 3);
        if (longer - shorter <= limit && EditDistance.Between(name, candidate, limit) is var edits && edits <= limit)
        {
            return edits;
        }

        // A beginning typed in full ("case" for "case id") ranks behind every near spelling.
        var isBeginning = shorter >= 3
            && (name.StartsWith(candidate, StringComparison.Ordinal) || candidate.StartsWith(name, StringComparison.Ordinal));
        return isBeginning ? LengthMax + longer - shorter : null;
    }

    private static string Fold(string text)
    {
        var folded = NamePattern.Fold(text);
        return folded.AsSpan().IndexOfAny(Separators) < 0 ? folded : string.Create(folded.Length, folded, static (span, whole) =>
        {
            whole.CopyTo(span);
            span.ReplaceAny(Separators, ' ');
        });
    }

    private static readonly SearchValues<char> Separators = SearchValues.Create("_-.");
}
