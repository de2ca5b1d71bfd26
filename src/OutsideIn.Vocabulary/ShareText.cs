using System.Globalization;

namespace OutsideIn.Vocabulary;

/// <summary>A share as every page and command shows it, never <c>0 %</c> of some nor <c>100 %</c> of not all.</summary>
/// <remarks>
/// From 10 % to 90 % whole percents; nearer to none or all one decimal; below a tenth of a percent <c>&lt; 0.1 %</c>, above
/// 99.9 % <c>&gt; 99.9 %</c>. Halves are rounded up. <c>0 %</c> and <c>100 %</c> stand for exactly none and exactly all.
/// </remarks>
public static class ShareText
{
    /// <summary>The text of a share.</summary>
    public static string Of(Share share) => Of(share.Value);

    /// <summary>The text of a fraction.</summary>
    /// <param name="fraction">0 ≤ fraction ≤ 1, or null for no share, which gives <see cref="DurationText.None"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not from 0 to 1.</exception>
    public static string Of(double? fraction)
    {
        if (fraction is not { } value)
        {
            return DurationText.None;
        }

        if (value is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), value, "A share lies from 0 to 1.");
        }

        return value switch
        {
            0 => "0 %",
            1 => "100 %",
            < 0.001 => "< 0.1 %",
            > 0.999 => "> 99.9 %",
            _ => Percent(value),
        };
    }

    /// <summary>The text of the share that a part is of a whole; <see cref="DurationText.None"/> of a whole of zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part exceeds the whole.</exception>
    public static string Of(long part, long whole) => Of(Share.Of(part, whole)?.Value);

    private static string Percent(double value)
    {
        // Decimal, so that 0.145 is a half and rounds up, as it would on paper.
        var percent = (decimal)value * 100;
        var tenths = Math.Round(percent, 1, MidpointRounding.AwayFromZero);
        var text = tenths is >= 10 and <= 90
            ? Math.Round(percent, 0, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture)
            : tenths.ToString("0.0", CultureInfo.InvariantCulture);
        return text + " %";
    }
}
