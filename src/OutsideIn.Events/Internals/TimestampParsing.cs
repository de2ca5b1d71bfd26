using System.Runtime.CompilerServices;

namespace OutsideIn.Events;

/// <summary>Reads ISO 8601 timestamps from UTF-8 bytes without allocating.</summary>
internal static class TimestampParsing
{
    public const long MicrosPerSecond = 1_000_000;
    public const long MicrosPerMinute = 60 * MicrosPerSecond;
    public const long MicrosPerHour = 60 * MicrosPerMinute;
    public const long MicrosPerDay = 24 * MicrosPerHour;

    /// <summary>0001-01-01T00:00:00Z, the earliest instant a log may hold.</summary>
    public const long EarliestMicros = -719_162 * MicrosPerDay;

    /// <summary>9999-12-31T23:59:59.999999Z, the latest instant a log may hold.</summary>
    public const long LatestMicros = (2_932_897 * MicrosPerDay) - 1;

    // java.time's bound; no zone has ever been further from UTC.
    private const int OffsetHoursMax = 18;
    private const long NoClock = -1;

    private static ReadOnlySpan<byte> DaysInMonth => [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>Reads <c>yyyy-MM-dd</c>, alone or followed by <c>T</c> or a blank and <c>HH:mm[:ss[.f…]]</c> and a zone.</summary>
    /// <param name="text">
    /// The whole timestamp: fractions with a point or comma and any number of digits are cut to microseconds; the zone is
    /// <c>Z</c>, <c>±hh</c>, <c>±hhmm</c> or <c>±hh:mm</c>, may follow a blank, and may be absent; 24:00 is the end of the day.
    /// </param>
    /// <param name="micros">Microseconds since 1970-01-01T00:00:00Z; a timestamp without a zone is read as if it were UTC.</param>
    /// <param name="hasZone">Whether the text named its zone.</param>
    /// <returns>False where the text is no such timestamp, or its instant is outside the years 0001 to 9999 of UTC.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryReadIso(ReadOnlySpan<byte> text, out long micros, out bool hasZone)
    {
        (micros, hasZone) = (0, false);
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var (century, yearOfCentury) = (TwoDigits(text, 0), TwoDigits(text, 2));
        var (month, day) = (TwoDigits(text, 5), TwoDigits(text, 8));
        if ((century | yearOfCentury | month | day) < 0 || !IsDate((century * 100) + yearOfCentury, month, day))
        {
            return false;
        }

        micros = DaysSinceEpoch((century * 100) + yearOfCentury, month, day) * MicrosPerDay;
        if (text.Length == 10)
        {
            return true;
        }

        if ((text[10] | 0x20) != 't' && text[10] != ' ')
        {
            return false;
        }

        var clock = ReadClock(text[11..], out var used);
        micros += clock;
        return clock != NoClock
            && TryReadZone(text[(11 + used)..], ref micros, out hasZone)
            && micros is >= EarliestMicros and <= LatestMicros;
    }

    /// <summary>Whether such a day exists in the Gregorian calendar, years 1 to 9999.</summary>
    public static bool IsDate(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1
        && (day <= DaysInMonth[month] || (month == 2 && day == 29 && DateTime.IsLeapYear(year)));

    /// <summary>Days from 1970-01-01 to a day that exists.</summary>
    public static long DaysSinceEpoch(int year, int month, int day)
    {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil, for years from 0 on: years begin in March.
        var y = month <= 2 ? year - 1 : year;
        var era = y / 400;
        var yearOfEra = y - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return ((long)era * 146_097) + dayOfEra - 719_468;
    }

    /// <summary>Reads a zone, which may be absent, and takes its offset from a local time.</summary>
    /// <param name="zone">What follows the clock: nothing, or an optional blank and <c>Z</c>, <c>±hh</c>, <c>±hhmm</c> or <c>±hh:mm</c>.</param>
    /// <param name="micros">Microseconds of the local time; on return of the instant.</param>
    /// <param name="hasZone">Whether there was a zone.</param>
    public static bool TryReadZone(ReadOnlySpan<byte> zone, ref long micros, out bool hasZone)
    {
        hasZone = zone.Length > 0;
        if (!hasZone)
        {
            return true;
        }

        if (zone[0] == ' ')
        {
            zone = zone[1..];
        }

        if (zone.Length == 1)
        {
            return (zone[0] | 0x20) == 'z';
        }

        if (zone.Length is not (3 or 5 or 6) || zone[0] is not ((byte)'+' or (byte)'-') || (zone.Length == 6 && zone[3] != ':'))
        {
            return false;
        }

        var hours = TwoDigits(zone, 1);
        var minutes = zone.Length == 3 ? 0 : TwoDigits(zone, zone.Length - 2);
        if ((hours | minutes) < 0 || hours > OffsetHoursMax || minutes > 59)
        {
            return false;
        }

        var offset = (hours * MicrosPerHour) + (minutes * MicrosPerMinute);
        micros -= zone[0] == '-' ? -offset : offset;
        return true;
    }

    /// <summary>Reads the digits after a decimal point as microseconds; digits beyond the sixth are cut.</summary>
    /// <returns>How many digits there were; 0 where there was none.</returns>
    public static int ReadFraction(ReadOnlySpan<byte> text, out long micros)
    {
        micros = 0;
        var length = 0;
        while (length < text.Length && (uint)(text[length] - '0') <= 9)
        {
            if (length < 6)
            {
                micros = (micros * 10) + (text[length] - '0');
            }

            length++;
        }

        for (var i = length; i < 6; i++)
        {
            micros *= 10;
        }

        return length;
    }

    /// <summary>Two decimal digits, or something negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TwoDigits(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = ((uint)(text[at] - '0'), (uint)(text[at + 1] - '0'));
        return tens > 9 || ones > 9 ? -1 : (int)((tens * 10) + ones);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long ReadClock(ReadOnlySpan<byte> text, out int used)
    {
        used = 5;
        if (text.Length < 5 || text[2] != ':')
        {
            return NoClock;
        }

        var (hour, minute, second, fraction) = (TwoDigits(text, 0), TwoDigits(text, 3), 0, 0L);
        if (text.Length > 5 && text[5] == ':')
        {
            used = 8;
            second = text.Length < 8 ? -1 : TwoDigits(text, 6);
            if (second >= 0 && text.Length > 8 && text[8] is (byte)'.' or (byte)',')
            {
                var digits = ReadFraction(text[9..], out fraction);
                used = 9 + digits;
                second = digits == 0 ? -1 : second;
            }
        }

        if ((hour | minute | second) < 0 || minute > 59 || second > 59 || hour > 24)
        {
            return NoClock;
        }

        var clock = (hour * MicrosPerHour) + (minute * MicrosPerMinute) + (second * MicrosPerSecond) + fraction;
        return clock > MicrosPerDay ? NoClock : clock;
    }
}
