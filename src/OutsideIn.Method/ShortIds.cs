using System.Text;

namespace OutsideIn.Method;

/// <summary>The ids of a map: 1 to 64 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>; compared without regard to case.</summary>
public static class ShortIds
{
    private const int LengthMax = 64;

    // Leaves room for a number behind it.
    private const int MadeLengthMax = 48;

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= LengthMax } && text.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>An id made from a name: its letters and digits in lower case, with <c>-</c> between its words.</summary>
    /// <param name="name">Any text; one without letters and digits gives <c>item</c>.</param>
    /// <param name="isTaken">Whether an id stands for something else already; then <c>-2</c>, <c>-3</c> … is put behind it.</param>
    public static string From(string name, Predicate<string> isTaken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(isTaken);
        var stem = Stem(name);
        var id = stem;
        for (var number = 2; isTaken(id); number++)
        {
            id = $"{stem}-{number}";
        }

        return id;
    }

    private static string Stem(string name)
    {
        var stem = new StringBuilder();
        foreach (var letter in name)
        {
            if (stem.Length == MadeLengthMax)
            {
                break;
            }

            if (char.IsLetterOrDigit(letter))
            {
                stem.Append(char.ToLowerInvariant(letter));
            }
            else if (stem.Length > 0 && stem[^1] != '-')
            {
                stem.Append('-');
            }
        }

        var text = stem.ToString().TrimEnd('-');
        return text.Length == 0 ? "item" : text;
    }
}
