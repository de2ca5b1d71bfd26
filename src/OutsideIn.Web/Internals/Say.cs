using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>Numbers, durations, shares and instants as a person reads them; the only place of this room that formats.</summary>
internal static class Say
{
    /// <summary>What stands where there is no value.</summary>
    public const string Nothing = DurationText.None;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A count with thousands set apart, such as <c>12,345</c>.</summary>
    public static string Count(long count) => CountText.Of(count);

    /// <summary>A count and its noun: <c>1 case</c>, <c>12 cases</c>.</summary>
    public static string Count(long count, string one, string many) => CountText.Of(count, one, many);

    /// <summary>A plain number with up to one decimal.</summary>
    public static string Number(double? number) => number is { } value ? value.ToString("#,##0.#", Culture) : Nothing;

    /// <summary>An amount, such as of money or hours: whole from a hundred on, below it with up to one decimal.</summary>
    public static string Amount(double? number) => number is { } value && Math.Abs(value) >= 100 ? value.ToString("#,##0", Culture) : Number(number);

    /// <summary>A number with exactly one decimal, for means per case.</summary>
    public static string Mean(double? number) => number is { } value ? value.ToString("#,##0.0", Culture) : Nothing;

    /// <summary>A fraction as a percentage; rounding of a bound beyond 0 or 1 is cut off.</summary>
    public static string Share(double? share) => ShareText.Of(share is { } value ? Math.Clamp(value, 0, 1) : null);

    /// <summary>An interval of fractions: <c>34 % to 48 %</c>.</summary>
    public static string Interval(double? low, double? high) => low is null || high is null ? Nothing : $"{Share(low)} to {Share(high)}";

    /// <summary>A fraction as a percentage without more digits than a label on an axis needs.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.##", Culture) + " %";

    /// <summary>A duration in seconds, in its two largest units.</summary>
    public static string Duration(double? seconds) => DurationText.OfSeconds(seconds);

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
