using System.Numerics;

namespace OutsideIn.Events;

/// <summary>Kernels over the values of one attribute.</summary>
internal static class AttributeKernel
{
    /// <summary>Counts the rows of every code: [names + 1], missing first. O(rows).</summary>
    public static void Count<TCode>(ReadOnlySpan<TCode> codes, Span<int> counts)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        foreach (var code in codes)
        {
            counts[int.CreateTruncating(code)]++;
        }
    }

    /// <summary>Copies the numbers that are there. O(rows).</summary>
    /// <returns>How many.</returns>
    public static int CopyKnown(ReadOnlySpan<double> rows, Span<double> known)
    {
        var count = 0;
        foreach (var number in rows)
        {
            if (!double.IsNaN(number))
            {
                known[count++] = number;
            }
        }

        return count;
    }

    /// <inheritdoc cref="CopyKnown(ReadOnlySpan{double}, Span{double})"/>
    public static int CopyKnown(ReadOnlySpan<long> rows, Span<long> known)
    {
        var count = 0;
        foreach (var time in rows)
        {
            if (time != AttributeColumn.MissingTime)
            {
                known[count++] = time;
            }
        }

        return count;
    }

    /// <summary>Number of different values in an ascending column. O(rows).</summary>
    public static int DistinctOfSorted<T>(ReadOnlySpan<T> sorted)
        where T : unmanaged, IEquatable<T>
    {
        var distinct = sorted.IsEmpty ? 0 : 1;
        for (var row = 1; row < sorted.Length; row++)
        {
            distinct += sorted[row].Equals(sorted[row - 1]) ? 0 : 1;
        }

        return distinct;
    }
}
