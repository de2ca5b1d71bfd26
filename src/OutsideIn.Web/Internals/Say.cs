using System.Globalization;

namespace OutsideIn.Web;

/// <summary>Numbers, durations, shares and instants as a person reads them; the only place of this room that formats.</summary>
internal static class Say
{
    /// <summary>What stands where there is no value.</summary>
    public const string Nothing = "–";

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private static readonly (double Seconds, string Unit)[] Units =
        [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];

    /// <summary>A count with thousands set apart, such as <c>12,345</c>.</summary>
    public static string Count(long count) => count.ToString("N0", Culture);

    /// <summary>A count and its noun: <c>1 case</c>, <c>12 cases</c>.</summary>
    public static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>A plain number with up to one decimal.</summary>
    public static string Number(double? number) => number is { } value ? value.ToString("#,##0.#", Culture) : Nothing;

    /// <summary>An amount, such as of money or hours: whole from a hundred on, below it with up to one decimal.</summary>
    public static string Amount(double? number) => number is { } value && Math.Abs(value) >= 100 ? value.ToString("#,##0", Culture) : Number(number);

    /// <summary>A number with exactly one decimal, for means per case.</summary>
    public static string Mean(double? number) => number is { } value ? value.ToString("#,##0.0", Culture) : Nothing;

    /// <summary>A fraction as a percentage with one decimal.</summary>
    public static string Share(double? share) => share is { } value ? (value * 100).ToString("0.0", Culture) + " %" : Nothing;

    /// <summary>A fraction as a whole percentage, for axes.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.##", Culture) + " %";

    /// <summary>A duration in seconds, in its two largest units: <c>3 d 4 h</c>, <c>12 min</c>, <c>4.2 s</c>.</summary>
    public static string Duration(double? seconds)
    {
        if (seconds is not { } value)
        {
            return Nothing;
        }

        if (value < 0)
        {
            return "−" + Duration(-value);
        }

        if (value < 10)
        {
            return value.ToString("0.##", Culture) + " s";
        }

        var largest = Array.FindIndex(Units, unit => value >= unit.Seconds);
        var whole = Math.Floor(value / Units[largest].Seconds);
        var text = $"{whole.ToString("N0", Culture)} {Units[largest].Unit}";
        if (largest == Units.Length - 1 || whole >= 10)
        {
            return text;
        }

        var rest = Math.Floor((value - (whole * Units[largest].Seconds)) / Units[largest + 1].Seconds);
        return rest == 0 ? text : $"{text} {rest.ToString("0", Culture)} {Units[largest + 1].Unit}";
    }

    /// <summary>An instant to the minute, in UTC.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm", Culture);

    /// <summary>A day, in UTC.</summary>
    public static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", Culture);

    /// <summary>Bytes in their largest unit.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        >= 1L << 30 => (bytes / (double)(1L << 30)).ToString("0.#", Culture) + " GB",
        >= 1L << 20 => (bytes / (double)(1L << 20)).ToString("0.#", Culture) + " MB",
        >= 1L << 10 => (bytes / (double)(1L << 10)).ToString("0.#", Culture) + " kB",
        _ => Count(bytes, "byte", "bytes"),
    };
}
