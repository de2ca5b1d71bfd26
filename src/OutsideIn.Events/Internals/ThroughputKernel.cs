namespace OutsideIn.Events;

/// <summary>Kernels for the throughput time of cases.</summary>
internal static class ThroughputKernel
{
    /// <summary>Latest end minus earliest begin of every case.</summary>
    /// <param name="caseStarts">[cases + 1] Row at which each case begins, ascending; the last entry is the number of rows.</param>
    /// <param name="beginMicros">[rows] When each event began; in any order within a case.</param>
    /// <param name="endMicros">[rows] When it ended; may be the same span.</param>
    /// <param name="throughputMicros">[cases] Written: microseconds.</param>
    /// <remarks>O(rows), no allocation. Cases without rows must not occur: the log builder drops them.</remarks>
    public static void LatestMinusEarliest(
        ReadOnlySpan<int> caseStarts, ReadOnlySpan<long> beginMicros, ReadOnlySpan<long> endMicros, Span<long> throughputMicros)
    {
        Check(caseStarts, beginMicros, endMicros, throughputMicros);
        for (var c = 0; c < throughputMicros.Length; c++)
        {
            var begins = beginMicros[caseStarts[c]..caseStarts[c + 1]];
            var ends = endMicros[caseStarts[c]..caseStarts[c + 1]];
            var (first, last) = (begins[0], ends[0]);
            for (var row = 1; row < begins.Length; row++)
            {
                first = Math.Min(first, begins[row]);
                last = Math.Max(last, ends[row]);
            }

            throughputMicros[c] = last - first;
        }
    }

    /// <summary>End of the last row minus begin of the first row of every case. O(cases), no allocation.</summary>
    public static void LastMinusFirst(
        ReadOnlySpan<int> caseStarts, ReadOnlySpan<long> beginMicros, ReadOnlySpan<long> endMicros, Span<long> throughputMicros)
    {
        Check(caseStarts, beginMicros, endMicros, throughputMicros);
        for (var c = 0; c < throughputMicros.Length; c++)
        {
            throughputMicros[c] = endMicros[caseStarts[c + 1] - 1] - beginMicros[caseStarts[c]];
        }
    }

    private static void Check(
        ReadOnlySpan<int> caseStarts, ReadOnlySpan<long> beginMicros, ReadOnlySpan<long> endMicros, Span<long> throughputMicros)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(caseStarts.Length, throughputMicros.Length + 1, nameof(caseStarts));
        ArgumentOutOfRangeException.ThrowIfNotEqual(caseStarts[^1], beginMicros.Length, nameof(beginMicros));
        ArgumentOutOfRangeException.ThrowIfNotEqual(caseStarts[^1], endMicros.Length, nameof(endMicros));
    }
}
