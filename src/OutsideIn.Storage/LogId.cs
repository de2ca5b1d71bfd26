using System.Text;
using System.Text.RegularExpressions;

namespace OutsideIn.Storage;

/// <summary>Ids of logs: short, readable, and safe as the name of a folder.</summary>
public static partial class LogId
{
    private const int LengthMax = 60;

    // The letters of U+00C0 to U+00FF without their marks: the runtime has no tables for it where it is built culture-free.
    private const string LatinLetters = "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty";

    /// <summary>Whether a text can be the id of a log. Nothing with a dot, a slash or a capital letter can.</summary>
    public static bool IsValid(string? id) => id is not null && Pattern().IsMatch(id);

    /// <summary>The id a name suggests: <c>Back on the road 2026</c> gives <c>back-on-the-road-2026</c>.</summary>
    /// <returns>A valid id; <c>log</c> where the name has no letter or digit of the Latin alphabet.</returns>
    public static string From(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var id = new StringBuilder();
        foreach (var letter in name)
        {
            var plain = letter is >= '\u00C0' and <= '\u00FF' ? LatinLetters[letter - '\u00C0'] : letter;
            if (char.IsAsciiLetterOrDigit(plain))
            {
                id.Append(char.ToLowerInvariant(plain));
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }

            if (id.Length == LengthMax)
            {
                break;
            }
        }

        var text = id.ToString().Trim('-');
        return text.Length == 0 ? "log" : text;
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
