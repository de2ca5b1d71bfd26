using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace OutsideIn.Events;

/// <summary>What came of reading a number or an answer.</summary>
internal enum XesReading
{
    /// <summary>Read.</summary>
    Done,

    /// <summary>An integer so large that a number here would be another one.</summary>
    Huge,

    /// <summary>Not what its type says.</summary>
    Bad,
}

/// <summary>Reads the values of XES attributes by their type.</summary>
internal static class XesValues
{
    private const long ExactMax = 1L << 53;

    /// <summary>Reads an <c>int</c>, a <c>float</c> (NaN stands for missing; infinities are bad), or a <c>boolean</c> (1 and 0).</summary>
    public static XesReading Read(XesType type, ReadOnlySpan<byte> value, out double parsed)
    {
        value = value.Trim(" \n\t\r"u8);
        return type switch
        {
            XesType.Whole => ReadWhole(value, out parsed),
            XesType.Float => ReadFloat(value, out parsed),
            _ => ReadAnswer(value, out parsed),
        };
    }

    private static XesReading ReadWhole(ReadOnlySpan<byte> value, out double parsed)
    {
        parsed = double.NaN;
        if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            var digits = value.Length > 0 && value[0] is (byte)'-' or (byte)'+' ? value[1..] : value;
            return digits.Length > 0 && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? XesReading.Huge : XesReading.Bad;
        }

        parsed = whole;
        return whole is >= -ExactMax and <= ExactMax || (Int128)parsed == whole ? XesReading.Done : XesReading.Huge;
    }

    private static XesReading ReadFloat(ReadOnlySpan<byte> value, out double parsed)
    {
        var isRead = Utf8Parser.TryParse(value, out parsed, out var used) && used == value.Length;
        return isRead && !double.IsInfinity(parsed) ? XesReading.Done : XesReading.Bad;
    }

    private static XesReading ReadAnswer(ReadOnlySpan<byte> value, out double parsed)
    {
        var isYes = value.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(value, "true"u8);
        parsed = isYes ? 1 : 0;
        return isYes || value.SequenceEqual("0"u8) || Ascii.EqualsIgnoreCase(value, "false"u8) ? XesReading.Done : XesReading.Bad;
    }
}
