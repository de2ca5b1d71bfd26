using System.Buffers.Text;

namespace OutsideIn.Events;

/// <summary>Reads plain decimal numbers that a double holds without loss.</summary>
internal static class NumberParsing
{
    /// <summary>Every decimal number of this many digits survives the way through a double (IEEE 754 binary64).</summary>
    private const int DigitsMax = 15;

    private const int LengthMax = 32;

    /// <summary>Reads a number such as <c>12</c>, <c>-0.5</c> or <c>1.5e3</c>; with a decimal comma, <c>0,5</c>.</summary>
    /// <param name="text">The whole text, without blanks.</param>
    /// <param name="decimalSign">The point or the comma.</param>
    /// <param name="number">The number.</param>
    /// <returns>
    /// False for anything else, so also for numbers with leading zeros (<c>007</c>), a plus sign or more than 15 digits: those are
    /// names of something, and would not come out as they went in.
    /// </returns>
    public static bool TryRead(ReadOnlySpan<byte> text, byte decimalSign, out double number)
    {
        number = 0;
        if (text.IsEmpty || text.Length > LengthMax)
        {
            return false;
        }

        var rest = text[0] == '-' ? text[1..] : text;
        var whole = TakeDigits(ref rest);
        var hasPoint = !rest.IsEmpty && rest[0] == decimalSign;
        rest = hasPoint ? rest[1..] : rest;
        var fraction = hasPoint ? TakeDigits(ref rest) : [];
        if (whole.IsEmpty || hasPoint == fraction.IsEmpty || whole.Length + fraction.Length > DigitsMax
            || (whole.Length > 1 && whole[0] == '0') || !IsExponent(rest))
        {
            return false;
        }

        Span<byte> plain = stackalloc byte[LengthMax];
        text.CopyTo(plain);
        plain.Replace(decimalSign, (byte)'.');
        return Utf8Parser.TryParse(plain[..text.Length], out number, out var used) && used == text.Length && double.IsFinite(number);
    }

    private static ReadOnlySpan<byte> TakeDigits(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits;
    }

    /// <summary>Whether a text is empty or <c>e</c>, perhaps a sign, and digits.</summary>
    private static bool IsExponent(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        var digits = text[1..];
        digits = !digits.IsEmpty && digits[0] is (byte)'+' or (byte)'-' ? digits[1..] : digits;
        return (text[0] | 0x20) == 'e' && !digits.IsEmpty && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
