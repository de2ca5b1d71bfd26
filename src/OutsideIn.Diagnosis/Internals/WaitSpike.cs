namespace OutsideIn.Diagnosis;

/// <summary>A length at which waits pile up.</summary>
/// <param name="First">Index of the first wait of the spike in the sorted waits.</param>
/// <param name="End">Index after the last.</param>
internal readonly record struct WaitSpike(int First, int End)
{
    /// <summary>Shorter waits are the work's own rhythm.</summary>
    public const long LengthMicrosMin = Measured.MicrosPerHour;

    /// <summary>A spike is as wide as a twentieth of its length: 48 hours and up to 2.4 hours more.</summary>
    public const int WidthDivisor = 20;

    public const int CountMin = 30;
    public const double ShareMin = 0.3;

    /// <summary>How much denser than its neighbourhood, from half to twice its length, a spike must be.</summary>
    public const double DensityRatioMin = 5;

    public int Count => End - First;

    /// <summary>The spike that holds the most waits, or null where no length stands out. O(n log n).</summary>
    /// <param name="sorted">[n] Waits, ascending, microseconds.</param>
    /// <param name="resolutionMicros">The unit in which the log gives its times: a spike no wider than it is an artefact.</param>
    public static WaitSpike? In(ReadOnlySpan<long> sorted, long resolutionMicros)
    {
        WaitSpike? best = null;
        var needed = Math.Max(CountMin, (int)Math.Ceiling(ShareMin * sorted.Length));
        var end = 0;
        for (var first = 0; first + needed <= sorted.Length; first++)
        {
            var (length, width) = (sorted[first], sorted[first] / WidthDivisor);
            while (end < sorted.Length && sorted[end] <= length + width)
            {
                end++;
            }

            var isLongEnough = length >= LengthMicrosMin && width > resolutionMicros;
            if (isLongEnough && end - first >= needed && end - first > (best?.Count ?? 0) && StandsOut(sorted, first, end))
            {
                best = new WaitSpike(first, end);
            }
        }

        return best;
    }

    /// <summary>The length itself: where the shortest stretch begins that holds half of the spike. O(spike).</summary>
    /// <remarks>The spike's own first wait may be a straggler of the waits around it.</remarks>
    public long LengthMicros(ReadOnlySpan<long> sorted)
    {
        var half = (Count + 1) / 2;
        var best = First;
        for (var first = First; first + half <= End; first++)
        {
            best = sorted[first + half - 1] - sorted[first] < sorted[best + half - 1] - sorted[best] ? first : best;
        }

        return sorted[best];
    }

    private static bool StandsOut(ReadOnlySpan<long> sorted, int first, int end)
    {
        var (length, width) = (sorted[first], sorted[first] / WidthDivisor);
        var around = (first - Below(sorted, length / 2)) + (Below(sorted, (2 * length) + 1) - end);
        var density = (double)(end - first) / width;
        return density >= DensityRatioMin * around / ((1.5 * length) - width);
    }

    private static int Below(ReadOnlySpan<long> sorted, long value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
