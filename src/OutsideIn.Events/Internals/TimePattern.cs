using System.Text;

namespace OutsideIn.Events;

/// <summary>A pattern of dates and times, compiled once and matched against bytes.</summary>
/// <remarks>
/// Patterns are .NET's custom ones (<c>dd/MM/yyyy HH:mm</c>) or strftime's (<c>%d/%m/%Y %H:%M</c>). Numbers may have fewer
/// digits than their letters; seconds and their fraction, the whole clock, and a zone at the end may be absent. Two-digit
/// years are 1969 to 2068, as in POSIX. Names of months are English.
/// </remarks>
internal sealed partial class TimePattern
{
    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private readonly List<(Part Part, byte Letter)> _parts = [];

    private TimePattern(string text) => Text = text;

    private enum Part
    {
        Letter,
        Blank,
        ClockGap,
        Year,
        ShortYear,
        Month,
        MonthName,
        Day,
        Hour,
        HalfDayHour,
        Minute,
        Second,
        Rest,
        HalfDay,
        Weekday,
    }

    public string Text { get; }

    /// <summary>Compiles a pattern.</summary>
    /// <returns>The pattern, or null where the text has no year, month and day, or a letter that stands for nothing.</returns>
    public static TimePattern? Compile(string text)
    {
        var pattern = new TimePattern(text);
        var dotted = text.Contains('%', StringComparison.Ordinal) ? FromStrftime(text) : text;
        if (dotted is null || !pattern.AddParts(dotted))
        {
            return null;
        }

        bool Has(params Part[] any) => pattern._parts.Any(part => any.Contains(part.Part));
        return Has(Part.Year, Part.ShortYear) && Has(Part.Month, Part.MonthName) && Has(Part.Day) ? pattern : null;
    }

    /// <summary>Reads a time.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="micros">Microseconds since 1970-01-01T00:00:00Z; without a zone, as if the text were UTC.</param>
    /// <param name="hasZone">Whether the text named its zone.</param>
    public bool TryRead(ReadOnlySpan<byte> text, out long micros, out bool hasZone)
    {
        (micros, hasZone) = (0, false);
        var values = default(Values);
        foreach (var (part, letter) in _parts)
        {
            if (part == Part.ClockGap && text.IsEmpty)
            {
                break;
            }

            if (!TryPart(part, letter, ref text, ref values))
            {
                return false;
            }
        }

        var hour = values.IsHalfDay ? (values.Hour % 12) + (values.IsAfternoon ? 12 : 0) : values.Hour;
        if (!TimestampParsing.IsDate(values.Year, values.Month, values.Day)
            || (values.IsHalfDay && values.Hour is < 1 or > 12) || hour > 23 || values.Minute > 59 || values.Second > 59)
        {
            return false;
        }

        micros = (TimestampParsing.DaysSinceEpoch(values.Year, values.Month, values.Day) * TimestampParsing.MicrosPerDay)
            + (hour * TimestampParsing.MicrosPerHour) + (values.Minute * TimestampParsing.MicrosPerMinute)
            + (values.Second * TimestampParsing.MicrosPerSecond) + values.Fraction;
        return TryEnd(text, ref micros, out hasZone) && micros is >= TimestampParsing.EarliestMicros and <= TimestampParsing.LatestMicros;
    }

    private static bool TryEnd(ReadOnlySpan<byte> text, ref long micros, out bool hasZone)
    {
        if (text.SequenceEqual(" UTC"u8) || text.SequenceEqual(" GMT"u8))
        {
            hasZone = true;
            return true;
        }

        return TimestampParsing.TryReadZone(text, ref micros, out hasZone);
    }

    private static bool TryPart(Part part, byte letter, ref ReadOnlySpan<byte> text, ref Values values) => part switch
    {
        Part.Letter => TrySkip(letter, ref text),
        Part.Blank => TryBlanks(ref text),
        Part.ClockGap => text[0] is (byte)'T' or (byte)'t' ? TrySkip(text[0], ref text) : TryBlanks(ref text),
        Part.Year => TryNumber(4, 4, ref text, out values.Year),
        Part.ShortYear => TryShortYear(ref text, out values.Year),
        Part.Month => TryNumber(1, 2, ref text, out values.Month),
        Part.MonthName => TryMonthName(ref text, out values.Month),
        Part.Day => TryNumber(1, 2, ref text, out values.Day),
        Part.Hour or Part.HalfDayHour => TryNumber(1, 2, ref text, out values.Hour),
        Part.Minute => TryNumber(1, 2, ref text, out values.Minute),
        Part.Second => TryNumber(1, 2, ref text, out values.Second),
        Part.Rest => TryRest(letter, ref text, ref values),
        Part.HalfDay => TryHalfDay(ref text, ref values),
        _ => TryWord(ref text, out _),
    };

    private static bool TrySkip(byte letter, ref ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != letter)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TryBlanks(ref ReadOnlySpan<byte> text)
    {
        var length = text.Length;
        text = text.TrimStart((byte)' ');
        return text.Length < length;
    }

    private static bool TryNumber(int digitsMin, int digitsMax, ref ReadOnlySpan<byte> text, out int number)
    {
        var digits = 0;
        number = 0;
        while (digits < digitsMax && digits < text.Length && (uint)(text[digits] - '0') <= 9)
        {
            number = (number * 10) + (text[digits++] - '0');
        }

        text = text[digits..];
        return digits >= digitsMin;
    }

    private static bool TryShortYear(ref ReadOnlySpan<byte> text, out int year)
    {
        var isRead = TryNumber(2, 2, ref text, out year);
        year += year <= 68 ? 2000 : 1900;
        return isRead;
    }

    private static bool TryWord(ref ReadOnlySpan<byte> text, out ReadOnlySpan<byte> word)
    {
        var length = 0;
        while (length < text.Length && (uint)((text[length] | 0x20) - 'a') < 26)
        {
            length++;
        }

        word = text[..length];
        text = text[length..];
        return length > 0;
    }

    private static bool TryMonthName(ref ReadOnlySpan<byte> text, out int month)
    {
        month = 0;
        if (!TryWord(ref text, out var word) || word.Length < 3)
        {
            return false;
        }

        for (var i = 0; i < MonthNames.Length; i++)
        {
            var name = MonthNames[i];
            if (word.Length <= name.Length && (word.Length == 3 || word.Length == name.Length || word.SequenceEqual("Sept"u8))
                && Ascii.EqualsIgnoreCase(word, name.AsSpan(0, word.Length)))
            {
                month = i + 1;
                return TrySkip((byte)'.', ref text) || month > 0;
            }
        }

        return false;
    }

    /// <summary>The seconds and their fraction behind the minutes, each of which may be absent.</summary>
    private static bool TryRest(byte colon, ref ReadOnlySpan<byte> text, ref Values values)
    {
        if (colon != 0 && (text.Length < 2 || text[0] != colon || (uint)(text[1] - '0') > 9))
        {
            return true;
        }

        if (colon != 0)
        {
            text = text[1..];
            if (!TryNumber(1, 2, ref text, out values.Second))
            {
                return false;
            }
        }

        if (text.Length >= 2 && text[0] is (byte)'.' or (byte)',' or (byte)':')
        {
            var digits = TimestampParsing.ReadFraction(text[1..], out values.Fraction);
            text = text[(digits == 0 ? 0 : digits + 1)..];
        }

        return true;
    }

    private static bool TryHalfDay(ref ReadOnlySpan<byte> text, ref Values values)
    {
        text = text.TrimStart((byte)' ');
        if (text.IsEmpty || (text[0] | 0x20) is not ('a' or 'p'))
        {
            return false;
        }

        (values.IsHalfDay, values.IsAfternoon) = (true, (text[0] | 0x20) == 'p');
        text = text[1..];
        TrySkip((byte)'.', ref text);
        if (text.IsEmpty || (text[0] | 0x20) != 'm')
        {
            return false;
        }

        text = text[1..];
        TrySkip((byte)'.', ref text);
        return true;
    }

    private struct Values
    {
        public int Year;
        public int Month;
        public int Day;
        public int Hour;
        public int Minute;
        public int Second;
        public long Fraction;
        public bool IsHalfDay;
        public bool IsAfternoon;
    }
}
