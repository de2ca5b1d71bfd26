using System.Globalization;

namespace OutsideIn.Measures.Internals;

/// <summary>Reads numbers, percentages, durations, days and instants.</summary>
internal sealed class FigureLexer(string text, List<MeasureDiagnostic> diagnostics)
{
    private const double LongestMicros = 1_000 * 365.25 * 86_400e6;

    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Whether a figure begins here; a sign counts where a digit follows.</summary>
    public static bool IsFigureAt(string text, int at) =>
        char.IsAsciiDigit(text[at])
        || (text[at] is '-' or '\u2212' or '+' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]));

    /// <summary>The figure at a place.</summary>
    /// <param name="at">Where a figure begins.</param>
    /// <param name="isInList">Whether a comma behind it separates values rather than thousands.</param>
    public Token Read(int at, bool isInList)
    {
        if (char.IsAsciiDigit(text[at]) && TimeAt(at) is { } time)
        {
            return time;
        }

        var end = DigitsFrom(text[at] is '-' or '\u2212' or '+' ? at + 1 : at);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end = DigitsFrom(end + 1);
        }

        if (!isInList && end + 1 < text.Length && text[end] == ',' && char.IsAsciiDigit(text[end + 1]))
        {
            return WithComma(at, end);
        }

        return WithUnit(at, end, NumberOf(text[at..end]), false);
    }

    private int DigitsFrom(int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static double NumberOf(string written) =>
        double.TryParse(written.Replace('\u2212', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : double.MaxValue;

    private Token WithComma(int at, int end)
    {
        while (end + 1 < text.Length && text[end] is ',' or '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end = DigitsFrom(end + 1);
        }

        var written = text[at..end];
        var parts = written.Split(',');
        var plain = parts.Length == 2 && parts[1].Length != 3 ? written.Replace(',', '.') : written.Replace(",", "", StringComparison.Ordinal);
        diagnostics.Add(new MeasureDiagnostic(
            MeasureSeverity.Error, "ME111", $"\"{written}\" has a comma in it; numbers have none, only a point before decimals.",
            $"Write {plain}.", new TextSpan(at, end - at)));
        return WithUnit(at, end, NumberOf(plain), true);
    }

    private Token WithUnit(int at, int end, double number, bool isDoubtful)
    {
        var behind = BlanksFrom(end);
        if (behind < text.Length && text[behind] == '%')
        {
            return Of(TokenKind.Percent, at, behind + 1, number, isDoubtful);
        }

        if (DurationUnits.At(text, behind) is var (unit, unitEnd) && (unitEnd > behind))
        {
            if (text[at] is '-' or '\u2212' && number < 0)
            {
                diagnostics.Add(new MeasureDiagnostic(
                    MeasureSeverity.Error, "ME113", "A duration cannot be below zero.",
                    $"Write {text[(at + 1)..unitEnd]}.", new TextSpan(at, unitEnd - at)));
                (number, isDoubtful) = (-number, true);
            }

            if (new DurationSyntax(number, unit, default).Micros > LongestMicros)
            {
                diagnostics.Add(new MeasureDiagnostic(
                    MeasureSeverity.Error, "ME113", $"\"{Shortened(text[at..unitEnd])}\" is longer than a thousand years.",
                    "Write a shorter duration, such as 3d.", new TextSpan(at, unitEnd - at)));
                (number, isDoubtful) = (1, true);
            }

            return Of(TokenKind.Duration, at, unitEnd, number, isDoubtful) with { Unit = unit };
        }

        return end < text.Length && (char.IsLetter(text[end]) || text[end] == '_')
            ? WithStrangeUnit(at, end, number)
            : DurationUnits.StrangeAt(text, behind) > behind ? WithStrangeUnit(at, behind, number)
            : Of(TokenKind.Number, at, end, number, isDoubtful);
    }

    private int BlanksFrom(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\u00A0' or '\u202F' or '\u2009')
        {
            at++;
        }

        return at;
    }

    private Token Of(TokenKind kind, int at, int end, double number, bool isDoubtful) =>
        new(kind, new TextSpan(at, end - at), text[at..end]) { Number = number, IsDoubtful = isDoubtful };

    private Token WithStrangeUnit(int at, int unitAt, double number)
    {
        var end = unitAt;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        var unit = text[unitAt..end];
        var isTime = DurationUnits.StrangeAt(text, unitAt) > unitAt;
        var figure = number.ToString("0.###############", CultureInfo.InvariantCulture);
        var hint = unit.ToLowerInvariant() switch
        {
            "mo" or "mon" or "mth" or "month" or "months" => $"A month has no fixed length: write days, such as {(number * 30).ToString("0.###", CultureInfo.InvariantCulture)}d.",
            "y" or "yr" or "yrs" or "year" or "years" => $"A year has no fixed length: write days, such as {(number * 365).ToString("0.###", CultureInfo.InvariantCulture)}d.",
            "q" or "quarter" or "quarters" => $"A quarter has no fixed length: write days, such as {(number * 91).ToString("0.###", CultureInfo.InvariantCulture)}d.",
            "k" => $"Write the number out: {(number * 1_000).ToString("0.###", CultureInfo.InvariantCulture)}.",
            "ms" or "millis" or "milliseconds" => $"Write seconds: {(number / 1_000).ToString("0.######", CultureInfo.InvariantCulture)}s.",
            _ => $"Units are s, m, h, d, w and bd (business days), such as {figure}d; a number without a unit is written {figure}.",
        };
        diagnostics.Add(new MeasureDiagnostic(
            MeasureSeverity.Error, "ME112", $"\"{Shortened(unit)}\" is no unit of time here.", hint, new TextSpan(at, end - at)));
        return Of(isTime ? TokenKind.Duration : TokenKind.Number, at, end, number, true) with { Unit = DurationUnit.Day };
    }

    private static string Shortened(string written) => written.Length <= 40 ? written : written[..40] + "…";

    private Token? TimeAt(int at)
    {
        var end = DigitsFrom(at);
        var parts = 1;
        var separator = end < text.Length ? text[end] : ' ';
        while (parts < 3 && end + 1 < text.Length && text[end] == separator && separator is '-' or '/' or '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end = DigitsFrom(end + 1);
            parts++;
        }

        if (parts < 3)
        {
            return null;
        }

        var day = text[at..end];
        if (separator == '-' && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return WithClock(at, end, date);
        }

        if (separator == '-' && LastOfMonth(day) is { } last)
        {
            diagnostics.Add(new MeasureDiagnostic(
                MeasureSeverity.Error, "ME114", $"\"{day}\" is no day: that month has {last.Day} days.", $"Write {last:yyyy-MM-dd}, or the day that was meant.", new TextSpan(at, end - at)));
            return new Token(TokenKind.Time, new TextSpan(at, end - at), day) { Instant = DateTimeOffset.UnixEpoch, IsDay = true, IsDoubtful = true };
        }

        diagnostics.Add(new MeasureDiagnostic(
            MeasureSeverity.Error, "ME114", $"\"{Shortened(day)}\" is not written as days are here: year-month-day.",
            DayMeant(day, separator) is { } meant ? $"Write {meant}." : "Write the year first and two digits each for month and day, such as 2027-06-30.",
            new TextSpan(at, end - at)));
        return new Token(TokenKind.Time, new TextSpan(at, end - at), day) { Instant = DateTimeOffset.UnixEpoch, IsDay = true, IsDoubtful = true };
    }

    private static DateOnly? LastOfMonth(string day) =>
        day.Length == 10 && DateOnly.TryParseExact(day[..7] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1)
            : null;

    // Only where there is no doubt which figure is the month.
    private static string? DayMeant(string day, char separator)
    {
        var parts = day.Split(separator);
        var order = parts switch
        {
            [{ Length: 4 }, _, _] => (parts[0], parts[1], parts[2]),
            [_, _, { Length: 4 }] when separator == '.' || NumberOf(parts[0]) > 12 => (parts[2], parts[1], parts[0]),
            [_, _, { Length: 4 }] when NumberOf(parts[1]) > 12 => (parts[2], parts[0], parts[1]),
            _ => ("", "", ""),
        };
        var iso = $"{order.Item1}-{order.Item2.PadLeft(2, '0')}-{order.Item3.PadLeft(2, '0')}";
        return DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? iso : null;
    }

    private Token WithClock(int at, int end, DateOnly date)
    {
        var clockEnd = ClockEnd(end);
        if (clockEnd == end)
        {
            return new Token(TokenKind.Time, new TextSpan(at, end - at), text[at..end])
            {
                Instant = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
                IsDay = true,
            };
        }

        var written = text[at..clockEnd];
        var iso = string.Concat(written.AsSpan(0, end - at), "T", written.AsSpan(end - at + 1)).Replace('z', 'Z');
        var isRight = DateTimeOffset.TryParseExact(
            iso, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant);
        if (!isRight)
        {
            diagnostics.Add(new MeasureDiagnostic(
                MeasureSeverity.Error, "ME114", $"\"{Shortened(written)}\" is no instant.",
                $"Write {date:yyyy-MM-dd}T08:00:00Z, with Z for UTC or an offset such as +02:00; or the day alone.", new TextSpan(at, clockEnd - at)));
        }

        return new Token(TokenKind.Time, new TextSpan(at, clockEnd - at), written) { Instant = instant, IsDoubtful = !isRight };
    }

    private int ClockEnd(int end)
    {
        var isClock = end + 3 < text.Length && text[end] is 'T' or 't' or ' ' && char.IsAsciiDigit(text[end + 1])
            && (text[end] != ' ' || (char.IsAsciiDigit(text[end + 2]) && text[end + 3] == ':'));
        if (!isClock)
        {
            return end;
        }

        end++;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ':' or '.' or 'Z' or 'z'
            || (text[end] is '+' or '-' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }
}
