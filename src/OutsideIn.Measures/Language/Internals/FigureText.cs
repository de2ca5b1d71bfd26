using System.Globalization;

namespace OutsideIn.Measures.Internals;

/// <summary>Numbers as the language writes them: digits and a point, never an exponent.</summary>
internal static class FigureText
{
    /// <summary>The shortest digits that are read as the same number.</summary>
    /// <param name="number">Any finite number.</param>
    public static string Of(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var at = shortest.IndexOf('E', StringComparison.Ordinal);
        if (at < 0)
        {
            return shortest;
        }

        var exponent = int.Parse(shortest.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = number < 0 ? "-" : "";
        var digits = shortest[sign.Length..at].Replace(".", "", StringComparison.Ordinal);
        return exponent < 0
            ? $"{sign}0.{new string('0', -exponent - 1)}{digits}"
            : sign + digits.PadRight(exponent + 1, '0');
    }
}
