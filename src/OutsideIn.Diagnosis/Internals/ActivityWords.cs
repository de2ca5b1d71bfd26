using System.Text;

namespace OutsideIn.Diagnosis;

/// <summary>The words of an activity's name: small letters, split where letters end and at each capital after a small letter.</summary>
internal sealed class ActivityWords
{
    private readonly string[] _words;

    public ActivityWords(string name) => _words = [.. Split(name)];

    public IReadOnlyList<string> All => _words;

    /// <summary>The first word that begins with one of the stems, or null. A stem that ends in <c>$</c> must be the whole word.</summary>
    public string? FirstWith(params ReadOnlySpan<string> stems)
    {
        foreach (var word in _words)
        {
            foreach (var stem in stems)
            {
                if (Fits(word, stem))
                {
                    return word;
                }
            }
        }

        return null;
    }

    /// <summary>Whether words beginning with these stems stand next to each other in this order.</summary>
    public bool HasInRow(params ReadOnlySpan<string> stems)
    {
        for (var first = 0; first + stems.Length <= _words.Length; first++)
        {
            var matched = 0;
            while (matched < stems.Length && Fits(_words[first + matched], stems[matched]))
            {
                matched++;
            }

            if (matched == stems.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(string word, string stem) => stem.EndsWith('$')
        ? word.AsSpan().SequenceEqual(stem.AsSpan()[..^1])
        : word.StartsWith(stem, StringComparison.Ordinal);

    private static IEnumerable<string> Split(string name)
    {
        var word = new StringBuilder();
        var wasSmall = false;
        foreach (var letter in name.Normalize(NormalizationForm.FormKC))
        {
            var endsWord = !char.IsLetter(letter) || (char.IsUpper(letter) && wasSmall);
            if (endsWord && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (char.IsLetter(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }

            wasSmall = char.IsLower(letter);
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
