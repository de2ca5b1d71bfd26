using OutsideIn.Events;
using OutsideIn.Statistics;

namespace OutsideIn.Diagnosis;

/// <summary>The small sums every section makes: shares with their interval, seconds from microseconds, months.</summary>
internal static class Measured
{
    public const double MicrosPerSecond = 1_000_000;
    public const long MicrosPerHour = 3_600_000_000;
    public const long MicrosPerDay = 24 * MicrosPerHour;

    public static ShareEntry Share(int part, int whole) => ProportionInterval.Wilson(part, whole).TryGet(out var share, out _)
        ? new ShareEntry(part, whole, share.Value, share.Interval.Low, share.Interval.High)
        : new ShareEntry(part, whole, null, null, null);

    public static double Seconds(long micros) => micros / MicrosPerSecond;

    /// <summary>Median and 90th percentile in seconds; the sample is not empty.</summary>
    public static (double Median, double P90) MedianAndP90(ReadOnlySpan<long> micros)
    {
        Span<double> quantiles = stackalloc double[2];
        Quantiles.Of(micros, [0.5, 0.9], quantiles);
        return (quantiles[0] / MicrosPerSecond, quantiles[1] / MicrosPerSecond);
    }

    public static DateTimeOffset Instant(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    /// <summary>The calendar month of an instant in UTC as year × 12 + month − 1, so that months can be counted through.</summary>
    public static int MonthOf(long micros)
    {
        var date = Instant(micros);
        return (date.Year * 12) + date.Month - 1;
    }

    /// <summary>Such as <c>2026-03</c>.</summary>
    public static string MonthName(int month) => string.Create(Invariant, $"{month / 12:0000}-{(month % 12) + 1:00}");

    private static readonly System.Globalization.CultureInfo Invariant = System.Globalization.CultureInfo.InvariantCulture;
}
