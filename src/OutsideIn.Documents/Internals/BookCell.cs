using System.Globalization;
using System.Text;
using OutsideIn.Method;

namespace OutsideIn.Documents.Internals;

/// <summary>A cell to be written: a text, or a number with how it looks.</summary>
/// <param name="Text">The text; null for a number.</param>
/// <param name="Number">The number, or the day's serial number; null for a text.</param>
/// <param name="Style">One of <see cref="BookStyles"/>.</param>
internal readonly record struct BookCell(string? Text, double? Number, uint Style)
{
    /// <summary>The longest text a cell of a spreadsheet holds.</summary>
    public const int LengthMax = 32767;

    // Excel counts a day that never was, 29 February 1900; from the next on all programs agree.
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    public static BookCell Nothing => default;

    // A sign that XML cannot hold is written as seven.
    public bool IsTooLong => Text is { Length: > LengthMax / 7 } text && Escaped(text).Length > LengthMax;

    public bool IsNothing => Text is null && Number is null;

    public static BookCell OfText(string text, uint style = BookStyles.Text) => new(text, null, style);

    /// <summary>What a key holds, as its column shows it.</summary>
    public static BookCell Of(MapField field, string? shown)
    {
        if (shown is null)
        {
            return Nothing;
        }

        switch (field.Kind)
        {
            case MapFieldKind.Number or MapFieldKind.WholeNumber when double.TryParse(shown, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return new BookCell(null, number, BookStyles.Number);
            case MapFieldKind.Share when ShareOf(shown) is { } share:
                return new BookCell(null, share, BookStyles.Share);
            case MapFieldKind.Date when DateOnly.TryParseExact(shown, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstDay:
                return new BookCell(null, day.ToDateTime(TimeOnly.MinValue).ToOADate(), BookStyles.Day);
            default:
                return OfText(shown);
        }
    }

    /// <summary>A text as a workbook holds it: what XML cannot hold is written as its number.</summary>
    public static string Escaped(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (char.IsSurrogatePair(text, index))
            {
                written.Append(letter).Append(text[++index]);
            }
            else if (letter is '\n' or '\t' || (letter >= ' ' && !char.IsSurrogate(letter) && letter < '\uFFFE' && !IsEscape(text, index)))
            {
                written.Append(letter);
            }
            else
            {
                written.Append(CultureInfo.InvariantCulture, $"_x{(char.IsSurrogate(letter) ? 0xFFFD : letter):X4}_");
            }
        }

        return written.ToString();
    }

    private static double? ShareOf(string shown)
    {
        var isPercentage = shown.EndsWith('%');
        return double.TryParse(isPercentage ? shown[..^1] : shown, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? isPercentage ? number / 100 : number
            : null;
    }

    // A text that looks like such a number itself: its first sign is then written as one.
    private static bool IsEscape(string text, int index) =>
        text[index] == '_' && index + 6 < text.Length && text[index + 1] == 'x' && text[index + 6] == '_'
        && text[(index + 2)..(index + 6)].All(char.IsAsciiHexDigit);
}
