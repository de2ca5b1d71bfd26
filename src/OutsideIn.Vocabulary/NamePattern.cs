namespace OutsideIn.Vocabulary;

/// <summary>A name, or a name with <c>*</c> for any run of characters. Compared without regard to case and to white space around it.</summary>
/// <remarks>
/// Characters are compared as stored: a composed é and an e followed by a combining accent are two names, because the
/// product runs without culture tables, which is where normalisation would come from.
/// </remarks>
/// <param name="Text">The pattern as written.</param>
public sealed record NamePattern(string Text)
{
    private readonly string _folded = Fold(Text);

    /// <summary>Whether the pattern has a <c>*</c> and so may stand for several names.</summary>
    public bool IsWild => Text.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether the pattern stands for this name. O(pattern × name) at worst; a null name is never matched.</summary>
    public bool Matches(string? name) => name is not null && Matches(_folded, Fold(name));

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>The form in which names are compared: trimmed and in upper case. Equal forms are one name.</summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Trim().ToUpperInvariant();
    }

    /// <summary>As <see cref="Matches(string?)"/>, for a name already in the form that <see cref="Fold"/> gives.</summary>
    public bool MatchesFolded(ReadOnlySpan<char> folded) => Matches(_folded, folded);

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var (p, n, star, mark) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, n);
            }
            else if (p < pattern.Length && pattern[p] == name[n])
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
