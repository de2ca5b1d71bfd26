using System.Text;

namespace OutsideIn.Method.Internals;

/// <summary>How keys and fixed words are written and compared: case, and the sort of gap between words, do not matter.</summary>
internal sealed class Keys : IEqualityComparer<string>
{
    public static readonly Keys Alike = new();

    private Keys()
    {
    }

    /// <summary>A name of the program as a person writes it: <c>CausedBy</c> is "caused by".</summary>
    public static string Small(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        for (var index = 0; index < name.Length; index++)
        {
            if (char.IsUpper(name[index]) && index > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(name[index]));
        }

        return words.ToString();
    }

    /// <summary>As <see cref="Small"/>, without the "is" or "has" a yes-or-no question begins with.</summary>
    public static string OfProperty(string name)
    {
        foreach (var question in (string[])["Is", "Has"])
        {
            if (name.Length > question.Length && name.StartsWith(question, StringComparison.Ordinal) && char.IsUpper(name[question.Length]))
            {
                return Small(name[question.Length..]);
            }
        }

        return Small(name);
    }

    public bool Equals(string? x, string? y)
    {
        var left = x.AsSpan().Trim();
        var right = y.AsSpan().Trim();
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var index = 0; index < left.Length; index++)
        {
            if (left[index] != right[index] && Fold(left[index]) != Fold(right[index]))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(string obj)
    {
        var hash = default(HashCode);
        foreach (var letter in obj.AsSpan().Trim())
        {
            hash.Add(Fold(letter));
        }

        return hash.ToHashCode();
    }

    private static char Fold(char letter) => letter is '_' or '-' ? ' ' : char.ToUpperInvariant(letter);
}
