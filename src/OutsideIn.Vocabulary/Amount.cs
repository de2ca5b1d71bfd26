using System.Globalization;

namespace OutsideIn.Vocabulary;

/// <summary>In what an <see cref="Amount"/> was written.</summary>
public enum AmountUnit
{
    /// <summary>A bare number.</summary>
    None,

    /// <summary>A percentage; the value is the fraction.</summary>
    Percent,

    /// <summary>A duration of the clock on the wall or of working hours; the value is in seconds.</summary>
    Seconds,

    /// <summary>Business days.</summary>
    BusinessDays,
}

/// <summary>How much of something, as a person writes it: <c>0.4</c>, <c>5%</c>, <c>4h</c>, <c>2bd</c>.</summary>
/// <param name="Value">The number; of a percentage the fraction (5% is 0.05), of a duration seconds or business days.</param>
/// <param name="Unit">In what it was written.</param>
public readonly record struct Amount(double Value, AmountUnit Unit)
{
    // The letters are those of the measure language (docs/measures.md). A percentage is divided, which keeps the digits that times 0.01 loses.
    private static readonly (string Letters, double Factor, AmountUnit Unit)[] Units =
    [
        ("%", 1, AmountUnit.Percent),
        ("bd", 1, AmountUnit.BusinessDays),
        ("s", 1, AmountUnit.Seconds),
        ("m", 60, AmountUnit.Seconds),
        ("min", 60, AmountUnit.Seconds),
        ("h", 3_600, AmountUnit.Seconds),
        ("d", 86_400, AmountUnit.Seconds),
        ("w", 604_800, AmountUnit.Seconds),
    ];

    /// <summary>Reads one; a gap before the unit is allowed, a comma is not.</summary>
    /// <param name="text">Such as <c>0.4</c>, <c>5%</c>, <c>30m</c>, <c>4 h</c>, <c>2d</c>, <c>1w</c>, <c>2bd</c>.</param>
    /// <returns>The amount, finite and of either sign; <c>VO002</c> where the text is none.</returns>
    public static Result<Amount> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = text.AsSpan().Trim();
        var digits = written.TrimEnd("%abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        var letters = written[digits.Length..];
        digits = digits.TrimEnd();
        if (double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            if (letters.IsEmpty)
            {
                return new Amount(number, AmountUnit.None);
            }

            foreach (var (known, factor, unit) in Units)
            {
                if (letters.Equals(known, StringComparison.OrdinalIgnoreCase))
                {
                    return new Amount(unit == AmountUnit.Percent ? number / 100 : number * factor, unit);
                }
            }
        }

        return new Problem(
            ProblemKind.Invalid,
            "VO002",
            $"\"{text}\" is no amount.",
            "Write a number, a percentage such as 5%, or a duration such as 30m, 4h, 2d, 1w or 2bd (business days).");
    }
}
