namespace OutsideIn.Events;

/// <summary>What is usually told about a sample of durations. Quantiles as <see cref="Quantiles"/> defines them.</summary>
/// <param name="Count">Number of durations, ≥ 1.</param>
/// <param name="Min">The shortest; negative where work overlaps and the figure's definition keeps that.</param>
/// <param name="Mean">Arithmetic mean, rounded to 0.1 µs.</param>
/// <param name="Median">The median, rounded to 0.1 µs.</param>
/// <param name="P90">The 90th percentile, rounded to 0.1 µs.</param>
/// <param name="Max">The longest.</param>
/// <param name="SumSeconds">Sum in seconds; added exactly in microseconds before it is rounded to a double.</param>
/// <param name="DeviationSeconds">Sample standard deviation (divisor n − 1) in seconds, or null for a single duration.</param>
public sealed record DurationSummary(
    int Count, TimeSpan Min, TimeSpan Mean, TimeSpan Median, TimeSpan P90, TimeSpan Max, double SumSeconds, double? DeviationSeconds)
{
    private const double MicrosPerSecond = 1_000_000;

    /// <summary>Summarises a sample.</summary>
    /// <param name="micros">[n] Durations in microseconds, in any order; not changed.</param>
    /// <returns>The summary, or null for an empty sample. O(n), allocates the summary only.</returns>
    public static DurationSummary? Of(ReadOnlySpan<long> micros)
    {
        if (micros.IsEmpty)
        {
            return null;
        }

        var (min, max) = OrderStatistics.Bounds(micros);
        var (mean, sum) = MeanAndSum(micros);
        Span<double> quantiles = stackalloc double[2];
        Quantiles.Of(micros, (min, max), [0.5, 0.9], quantiles);
        return new DurationSummary(
            micros.Length,
            Span(min),
            Span(mean),
            Span(quantiles[0]),
            Span(quantiles[1]),
            Span(max),
            sum / MicrosPerSecond,
            micros.Length == 1 ? null : Deviation(micros, mean) / MicrosPerSecond);
    }

    private static TimeSpan Span(double micros) => TimeSpan.FromTicks((long)Math.Round(micros * TimeSpan.TicksPerMicrosecond));

    // A log of thousands of years fits 64 bits; the sum over its cases does not. Halves are summed apart, so nothing overflows.
    private static (double Mean, double Sum) MeanAndSum(ReadOnlySpan<long> micros)
    {
        var (low, high) = (0UL, 0L);
        foreach (var value in micros)
        {
            low += (uint)value;
            high += value >> 32;
        }

        var sum = ((Int128)high << 32) + low;
        var (whole, rest) = Int128.DivRem(sum, micros.Length);
        return ((double)whole + ((double)rest / micros.Length), (double)sum);
    }

    // Four sums side by side: one alone waits four cycles for each addition.
    private static double Deviation(ReadOnlySpan<long> micros, double mean)
    {
        var (one, two, three, four, row) = (0.0, 0.0, 0.0, 0.0, 0);
        for (; row + 3 < micros.Length; row += 4)
        {
            one += Square(micros[row] - mean);
            two += Square(micros[row + 1] - mean);
            three += Square(micros[row + 2] - mean);
            four += Square(micros[row + 3] - mean);
        }

        for (; row < micros.Length; row++)
        {
            one += Square(micros[row] - mean);
        }

        return Math.Sqrt((one + two + three + four) / (micros.Length - 1));
    }

    private static double Square(double gap) => gap * gap;
}
