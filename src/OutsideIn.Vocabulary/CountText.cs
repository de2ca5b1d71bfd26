using System.Globalization;

namespace OutsideIn.Vocabulary;

/// <summary>A count as every page and command shows it: whole, with a comma between thousands.</summary>
public static class CountText
{
    /// <summary>Such as <c>999</c>, <c>12,345</c>; below zero with a minus sign (U+2212) in front.</summary>
    public static string Of(long count)
    {
        var text = count.ToString("N0", CultureInfo.InvariantCulture);
        return count < 0 ? "−" + text[1..] : text;
    }

    /// <summary>A count with its noun: <c>1 case</c>, <c>0 cases</c>, <c>12,345 cases</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The noun for exactly one.</param>
    /// <param name="many">The noun for any other number.</param>
    public static string Of(long count, string one, string many) => $"{Of(count)} {(count == 1 ? one : many)}";
}
