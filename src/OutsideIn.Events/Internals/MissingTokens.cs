using System.Collections.Frozen;

namespace OutsideIn.Events;

/// <summary>The texts by which exports say "no value".</summary>
internal static class MissingTokens
{
    /// <summary>Bytes of the longest usual text.</summary>
    public const int LengthMax = 8;

    /// <summary>Columns with more distinct texts are searched by the texts' lengths.</summary>
    public const int NamesLookedAt = 1000;

    // Marks that are hardly ever a value of their own.
    private static readonly FrozenSet<string> Marks = new[]
    {
        "?", "NULL", "null", "Null", "N/A", "n/a", "#N/A", "NaN", "nan", "NAN", "\\N", "(null)", "<null>", "[null]", "<NA>", "NaT", "#NULL!",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Marks that are also words, codes or signs: NA is Namibia, None may be the answer.
    private static readonly FrozenSet<string> Words = new[] { "NA", "None", "none", "-", "--", "na" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text is one of the usual ones.</summary>
    public static bool IsUsual(string text) => Marks.Contains(text) || Words.Contains(text);

    /// <summary>Which of a column's distinct texts mean "no value".</summary>
    /// <param name="names">The distinct texts of the column, none empty.</param>
    /// <param name="kind">What the column's other texts are.</param>
    /// <param name="hasEmpty">Whether rows of the column are empty.</param>
    /// <param name="given">What a person said, or null.</param>
    public static List<MissingToken> Among(IReadOnlyList<string> names, AttributeKind kind, bool hasEmpty, IReadOnlyList<string>? given)
    {
        if (given is not null)
        {
            return [.. names.Where(given.Contains).Select(static name => new MissingToken(name, "Given as a text that means 'no value'."))];
        }

        var tokens = new List<MissingToken>();
        foreach (var name in names)
        {
            if (Reason(name, names, kind, hasEmpty) is { } reason)
            {
                tokens.Add(new MissingToken(name, reason));
            }
        }

        return tokens;
    }

    private static string? Reason(string name, IReadOnlyList<string> names, AttributeKind kind, bool hasEmpty)
    {
        if (!IsUsual(name))
        {
            return null;
        }

        if (kind != AttributeKind.Text)
        {
            return $"It is a usual mark for 'no value', and every other value of the column is {Described(kind)}.";
        }

        if (Marks.Contains(name))
        {
            return "It is a usual mark for 'no value' and hardly ever a value of its own.";
        }

        if (hasEmpty)
        {
            return null;
        }

        // Two-letter codes such as NA for Namibia stand among their like.
        var isCode = names.Count > 2 && names.Count(one => one.Length == name.Length && one.All(char.IsAsciiLetterUpper)) * 2 > names.Count;
        return isCode ? null : "The column has no empty field, so this is how it marks 'no value'.";
    }

    private static string Described(AttributeKind kind) => kind switch
    {
        AttributeKind.Number => "a number",
        AttributeKind.Time => "a time",
        _ => "a yes or a no",
    };
}
