using System.Globalization;
using System.Text;

namespace OutsideIn.Method.Internals;

/// <summary>
/// How a text is written in YAML: bare where no reader of any YAML version could take it for something else, else quoted.
/// </summary>
internal static class YamlText
{
    // What YAML 1.1 or 1.2 readers take for yes, no or nothing when it is bare.
    private static readonly HashSet<string> Reserved = new(
        ["yes", "no", "true", "false", "on", "off", "y", "n", "null"], StringComparer.OrdinalIgnoreCase);

    /// <summary>A text on one line.</summary>
    public static string Of(string text)
    {
        if (IsBare(text))
        {
            return text;
        }

        var hasDoubleOnly = text.AsSpan().IndexOfAny('"', '\\') >= 0 && text.All(static c => !NeedsEscape(c));
        return hasDoubleOnly ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'" : DoubleQuoted(text);
    }

    /// <summary>Whether a text of several lines can stand as a literal block and come back unchanged.</summary>
    public static bool IsBlock(string text)
    {
        var lines = text.Split('\n');
        return lines.Length > 1
            && lines[0].Length > 0
            && !text.EndsWith("\n\n", StringComparison.Ordinal)
            && Array.TrueForAll(lines, static line =>
                line.All(static c => !NeedsEscape(c)) && (line.Length == 0 || (line[0] != ' ' && line[^1] != ' ')));
    }

    private static bool IsBare(string text)
    {
        if (text.Length == 0 || !char.IsLetterOrDigit(text[0]) || text[^1] == ' ' || Reserved.Contains(text))
        {
            return false;
        }

        // What begins with a digit needs a letter that no number, date or time is written with.
        var isWord = char.IsLetter(text[0]);
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && !" -_./()+&'".Contains(c, StringComparison.Ordinal))
            {
                return false;
            }

            isWord |= char.IsLetter(c) && !"abcdefABCDEFoOxXtTzZ".Contains(c, StringComparison.Ordinal);
        }

        return isWord;
    }

    private static string DoubleQuoted(string text)
    {
        var written = new StringBuilder(text.Length + 2).Append('"');
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            if (char.IsSurrogate(c))
            {
                var isPair = index + 1 < text.Length && char.IsSurrogatePair(c, text[index + 1]);
                written.Append(isPair ? text.AsSpan(index, 2) : "\uFFFD");
                index += isPair ? 1 : 0;
            }
            else if (c is '"' or '\\')
            {
                written.Append('\\').Append(c);
            }
            else if (NeedsEscape(c))
            {
                written.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => Escape(c) });
            }
            else
            {
                written.Append(c);
            }
        }

        return written.Append('"').ToString();
    }

    private static string Escape(char c) => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    // Surrogates count, so that only the form that mends halves of pairs writes them.
    private static bool NeedsEscape(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
