using System.Text;

namespace OutsideIn.Vocabulary;

/// <summary>A name, or a name with <c>*</c> for any run of characters. Compared after Unicode normalisation and case folding.</summary>
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

    private static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();

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
