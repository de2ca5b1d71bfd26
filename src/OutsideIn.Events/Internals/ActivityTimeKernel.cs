using System.Numerics;

namespace OutsideIn.Events;

/// <summary>Kernels that write the waiting and the processing time of every event beside its activity's code.</summary>
internal static class ActivityTimeKernel
{
    /// <summary>Begin minus the end of the row before, for every row but the first of each case; negative ones count as 0.</summary>
    /// <param name="caseStarts">[cases + 1] Row at which each case begins, ascending; the last entry is the number of rows.</param>
    /// <param name="activities">[rows] 1 ≤ code ≤ names.</param>
    /// <param name="beginMicros">[rows] When each event began.</param>
    /// <param name="endMicros">[rows] When it ended; may be the same span.</param>
    /// <param name="times">Written.</param>
    /// <returns>Number of times written. O(rows), no allocation.</returns>
    public static int Waits<TCode>(
        ReadOnlySpan<int> caseStarts,
        ReadOnlySpan<TCode> activities,
        ReadOnlySpan<long> beginMicros,
        ReadOnlySpan<long> endMicros,
        TimesByActivity times)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(caseStarts[^1], activities.Length, nameof(caseStarts));

        var written = 0;
        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            for (var row = caseStarts[c] + 1; row < caseStarts[c + 1]; row++)
            {
                times.Write(written++, int.CreateTruncating(activities[row]), beginMicros[row] - endMicros[row - 1]);
            }
        }

        return written;
    }

    /// <summary>End minus start of every row; negative ones count as 0.</summary>
    /// <param name="activities">[rows] 1 ≤ code ≤ names.</param>
    /// <param name="startMicros">[rows] When each activity instance started.</param>
    /// <param name="endMicros">[rows] When it ended.</param>
    /// <param name="times">Written.</param>
    /// <returns>Number of times written. O(rows), no allocation.</returns>
    public static int Works<TCode>(
        ReadOnlySpan<TCode> activities, ReadOnlySpan<long> startMicros, ReadOnlySpan<long> endMicros, TimesByActivity times)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(startMicros.Length, activities.Length, nameof(startMicros));

        for (var row = 0; row < activities.Length; row++)
        {
            times.Write(row, int.CreateTruncating(activities[row]), endMicros[row] - startMicros[row]);
        }

        return activities.Length;
    }
}

/// <summary>Where the kernels write: [rows] codes, [rows] microseconds, [names + 1] how many were clipped at 0.</summary>
internal readonly ref struct TimesByActivity(Span<int> codes, Span<long> micros, Span<int> clipped)
{
    private readonly Span<int> _codes = codes;
    private readonly Span<long> _micros = micros;
    private readonly Span<int> _clipped = clipped;

    public void Write(int index, int code, long duration)
    {
        if (duration < 0)
        {
            _clipped[code]++;
            duration = 0;
        }

        (_codes[index], _micros[index]) = (code, duration);
    }
}
