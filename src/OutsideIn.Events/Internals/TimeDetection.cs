using System.Text.RegularExpressions;

namespace OutsideIn.Events;

/// <summary>What the values of a column say about how it writes times.</summary>
/// <param name="Format">The format that fits most values, or null where none fits any.</param>
/// <param name="Rivals">Other formats that fit as many, read otherwise; empty where the format is clear.</param>
/// <param name="Fits">Values the format fits.</param>
/// <param name="Total">Values looked at.</param>
internal sealed record DetectedTimes(TimeFormat? Format, IReadOnlyList<TimeFormat> Rivals, int Fits, int Total)
{
    /// <summary>The format and its rivals.</summary>
    public IReadOnlyList<TimeFormat> All => Format is null ? [] : [Format, .. Rivals];

    public double FitShare => Total == 0 ? 0 : (double)Fits / Total;
}

/// <summary>Finds the format of times from the times themselves.</summary>
internal static partial class TimeDetection
{
    private const int ShapesMax = 500;

    /// <summary>Looks at values.</summary>
    /// <param name="values">Values that are not missing, blanks trimmed.</param>
    /// <param name="mayBeCounts">Whether bare numbers may be epoch times or workbook days; else a number is never a time.</param>
    /// <param name="prefer">Of several formats that fit as many, the one that writes days like this is taken; or null.</param>
    public static DetectedTimes Detect(IReadOnlyList<string> values, bool mayBeCounts, TimeFormat? prefer = null)
    {
        var iso = values.Count(static value => TimeFormat.Iso.TryRead(value, out _, out _));
        if (iso > 0 && iso == values.Count)
        {
            return new DetectedTimes(TimeFormat.Iso, [], iso, values.Count);
        }

        var candidates = Candidates(values, mayBeCounts);
        var fitting = candidates
            .Select(format => (Format: format, Fits: values.Count(value => format.TryRead(value, out _, out _))))
            .Where(static one => one.Fits > 0).ToList();
        if (fitting.Count == 0)
        {
            return new DetectedTimes(null, [], 0, values.Count);
        }

        var most = fitting.Max(static one => one.Fits);
        var best = fitting.Where(one => one.Fits == most).Select(static one => one.Format).ToList();
        var preferred = prefer is null ? null : best.Find(one => string.Equals(one.DatePart, prefer.DatePart, StringComparison.Ordinal));
        var first = preferred ?? best[0];
        var rivals = preferred is null ? best.Where(one => ReadsOtherwise(one, first, values)).ToList() : [];
        return new DetectedTimes(first, rivals, most, values.Count);
    }

    private static bool ReadsOtherwise(TimeFormat one, TimeFormat other, IReadOnlyList<string> values) => values.Any(value =>
        one.TryRead(value, out var a, out _) && (!other.TryRead(value, out var b, out _) || a != b));

    private static List<TimeFormat> Candidates(IReadOnlyList<string> values, bool mayBeCounts)
    {
        var matches = values.Distinct(StringComparer.Ordinal).Take(ShapesMax).Select(static value => Shape().Match(value))
            .Where(static match => match.Success).ToList();
        var isPadded = !matches.Exists(static match => Unpadded().IsMatch(match.Value));
        var patterns = matches.SelectMany(match => Patterns(match, isPadded)).Distinct(StringComparer.Ordinal)
            .OrderByDescending(static pattern => pattern.Length);
        var formats = patterns.Select(TimeFormat.Named).OfType<TimeFormat>().Prepend(TimeFormat.Iso).ToList();
        if (values.Any(static value => Compact().IsMatch(value)))
        {
            formats.AddRange(values.Select(static value => Compact().Match(value)).Where(static match => match.Success)
                .Select(CompactPattern).Distinct(StringComparer.Ordinal).Where(pattern => mayBeCounts || pattern.Length > 8)
                .Select(TimeFormat.Named).OfType<TimeFormat>());
        }

        if (mayBeCounts && Count(values) is { } count)
        {
            formats.Add(count);
        }

        return WithoutShorterTwins(formats, values);
    }

    /// <summary>Of formats that read every value alike one is kept: ISO 8601, else the longest, which says most about the column.</summary>
    private static List<TimeFormat> WithoutShorterTwins(List<TimeFormat> formats, IReadOnlyList<string> values)
    {
        var kept = new List<TimeFormat>();
        foreach (var format in formats)
        {
            if (!kept.Exists(other => !ReadsOtherwise(format, other, values)))
            {
                kept.Add(format);
            }
        }

        return kept;
    }

    private static TimeFormat? Count(IReadOnlyList<string> values)
    {
        var numbers = new List<double>(values.Count);
        foreach (var value in values)
        {
            if (Number().IsMatch(value) && double.TryParse(value.Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
        }

        if (numbers.Count * 2 < values.Count || numbers.Count == 0)
        {
            return null;
        }

        numbers.Sort();
        return numbers[numbers.Count / 2] switch
        {
            >= 20_000 and < 80_000 => TimeFormat.WorkbookDays,
            >= 1e8 and < 1e10 => TimeFormat.EpochSeconds,
            >= 1e11 and < 1e13 => TimeFormat.EpochMillis,
            >= 1e14 and < 1e16 => TimeFormat.EpochMicros,
            _ => null,
        };
    }

    private static string CompactPattern(Match match) =>
        "yyyyMMdd" + (match.Groups["gap"].Value.Length > 0 && match.Groups["clock"].Success ? match.Groups["gap"].Value : "")
        + (match.Groups["clock"].Length switch { 4 => "HHmm", 6 => "HHmmss", _ => "" });

    private static IEnumerable<string> Patterns(Match match, bool isPadded)
    {
        var (a, b, c) = (match.Groups["a"].Value, match.Groups["b"].Value, match.Groups["c"].Value);
        var (day, month) = isPadded ? ("dd", "MM") : ("d", "M");
        var (s, t) = (match.Groups["s"].Value, match.Groups["t"].Value);
        var start = match.Groups["w"].Success ? "ddd" + (match.Groups["w"].Value.Contains(',', StringComparison.Ordinal) ? ", " : " ") : "";
        var clock = Clock(match, isPadded);
        var year = c.Length == 4 ? "yyyy" : "yy";
        if (char.IsAsciiLetter(a[0]))
        {
            yield return $"{start}MMM{s}{day}{t}{year}{clock}";
        }
        else if (char.IsAsciiLetter(b[0]))
        {
            yield return a.Length == 4 ? $"{start}yyyy{s}MMM{t}{day}{clock}" : $"{start}{day}{s}MMM{t}{year}{clock}";
        }
        else if (a.Length == 4)
        {
            yield return $"{start}yyyy{s}{month}{t}{day}{clock}";
        }
        else
        {
            yield return $"{start}{day}{s}{month}{t}{year}{clock}";
            yield return $"{start}{month}{s}{day}{t}{year}{clock}";
            if (c.Length == 2 && (int.Parse(a, System.Globalization.CultureInfo.InvariantCulture) > 31 || c is "00"))
            {
                yield return $"{start}yy{s}{month}{t}{day}{clock}";
            }
        }
    }

    private static string Clock(Match match, bool isPadded)
    {
        if (!match.Groups["h"].Success)
        {
            return "";
        }

        var isHalfDay = match.Groups["ap"].Success;
        var hour = (isPadded, isHalfDay) switch { (true, true) => "hh", (true, _) => "HH", (_, true) => "h", _ => "H" };
        var colon = match.Groups["hs"].Value;
        var gap = match.Groups["gap"].Value;
        return (gap.Contains('T', StringComparison.Ordinal) ? "T" : gap.Contains(',', StringComparison.Ordinal) ? ", " : " ") + hour + colon + "mm"
            + (match.Groups["sec"].Success ? colon + "ss" : "")
            + (match.Groups["f"].Success ? match.Groups["fs"].Value + new string('f', Math.Min(7, match.Groups["f"].Length)) : "")
            + (isHalfDay ? " tt" : "")
            + (match.Groups["z"].Success && match.Groups["z"].Value is not ("UTC" or "GMT") ? "zzz" : "");
    }

    [GeneratedRegex(
        """
        ^(?<w>[A-Za-z]{3,9},?\ +)?(?<a>\d{1,4}|[A-Za-z]{3,9})(?<s>[./\-\ ])(?<b>\d{1,2}|[A-Za-z]{3,9})(?<t>[./\-\ ]|,\ )(?<c>\d{4}|\d{1,2})
        (?:(?<gap>\ +|T|,\ +)(?<h>\d{1,2})(?<hs>[:.])(?<m>\d{2})(?:\k<hs>(?<sec>\d{2})(?:(?<fs>[.,:])(?<f>\d+))?)?(?:\ ?(?<ap>[AaPp]\.?[Mm]\.?))?)?
        \ ?(?<z>Z|[+\-]\d{2}(?::?\d{2})?|UTC|GMT)?$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"(?<!\d)\d(?!\d)(?=[./\- :])|(?<=[./\- ])\d(?=[./\- :]|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unpadded();

    [GeneratedRegex(@"^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])((?<gap>[ T]?)(?<clock>\d{4}|\d{6}))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^\d{5,16}([.,]\d+)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
