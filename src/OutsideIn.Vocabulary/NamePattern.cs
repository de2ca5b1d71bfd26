using OutsideIn.Vocabulary.Internals;

namespace OutsideIn.Vocabulary;

/// <summary>A name, or a name with <c>*</c> for any run of characters. Compared without regard to case, to white space around it, and to how accents are stored.</summary>
/// <remarks>
/// A composed é and an e followed by a combining accent are one name (canonical caseless matching, The Unicode Standard, 3.13,
/// D145), from tables of our own: the product runs without culture tables. <c>*</c> may stand for a letter without its accent
/// where the accent is stored apart, since both forms are compared decomposed.
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

    /// <summary>The form in which names are compared: trimmed, canonically decomposed and in upper case. Equal forms are one name.</summary>
    /// <remarks>
    /// Letters whose full case folding is several stand as those: ß and ẞ as SS, ﬁ as FI. Every sigma is Σ. The Turkish dotless ı
    /// is a letter of its own, as in Unicode's folding for all languages. Text in ASCII, and text without accents, marks and
    /// Hangul, is only put in upper case; a name that is its own folded form is given back as it is.
    /// </remarks>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var trimmed = name.Trim();
        return (CanonicalForm.IsPlain(trimmed) ? trimmed : CanonicalForm.Decomposed(trimmed)).ToUpperInvariant();
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
