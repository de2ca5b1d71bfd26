using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace OutsideIn.Events;

/// <summary>Kernel that finds the values at given ranks of a sample without sorting it.</summary>
internal static class OrderStatistics
{
    /// <summary>Samples up to this size are sorted on the stack.</summary>
    public const int SmallMax = 256;

    private const int StepBits = 5;
    private const int BucketCount = (64 - StepBits + 1) << StepBits;

    /// <summary>The values that would stand at the given places if the sample were sorted.</summary>
    /// <param name="values">[n] The sample, in any order; not changed.</param>
    /// <param name="ranks">[k] 0 ≤ rank &lt; n, ascending; repeats allowed.</param>
    /// <param name="selected">[k] Written: the value at each rank.</param>
    /// <remarks>
    /// Counts values in buckets of 1/32 of their power of two above the minimum, then looks only into the buckets that hold a
    /// rank. O(n) a round; each round narrows a bucket at least 32-fold, so at most 13 rounds. No allocation: scratch is pooled.
    /// </remarks>
    public static void Select(ReadOnlySpan<long> values, ReadOnlySpan<int> ranks, Span<long> selected)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(ranks.Length, selected.Length, nameof(ranks));
        if (values.Length <= SmallMax)
        {
            SelectBySorting(values, ranks, selected);
            return;
        }

        Select(values, Bounds(values), ranks, selected);
    }

    /// <summary>The same where the smallest and the largest value are known already.</summary>
    [SkipLocalsInit]
    public static void Select(ReadOnlySpan<long> values, (long Min, long Max) bounds, ReadOnlySpan<int> ranks, Span<long> selected)
    {
        var (min, max) = bounds;
        if (values.Length <= SmallMax)
        {
            SelectBySorting(values, ranks, selected);
            return;
        }

        if (min == max)
        {
            selected.Fill(min);
            return;
        }

        Span<int> buckets = stackalloc int[BucketCount];
        buckets.Clear();
        foreach (var value in values)
        {
            buckets[BucketOf((ulong)(value - min))]++;
        }

        SelectInBuckets(values, min, buckets, ranks, selected);
    }

    /// <summary>Smallest and largest value; the sample must not be empty.</summary>
    public static (long Min, long Max) Bounds(ReadOnlySpan<long> values)
    {
        var (min, max) = (values[0], values[0]);
        foreach (var value in values)
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        return (min, max);
    }

    [SkipLocalsInit]
    private static void SelectBySorting(ReadOnlySpan<long> values, ReadOnlySpan<int> ranks, Span<long> selected)
    {
        Span<long> sorted = stackalloc long[SmallMax];
        sorted = sorted[..values.Length];
        values.CopyTo(sorted);
        sorted.Sort();
        for (var i = 0; i < ranks.Length; i++)
        {
            selected[i] = sorted[ranks[i]];
        }
    }

    private static void SelectInBuckets(
        ReadOnlySpan<long> values, long min, ReadOnlySpan<int> buckets, ReadOnlySpan<int> ranks, Span<long> selected)
    {
        var (bucket, below, done) = (0, 0, 0);
        while (done < ranks.Length)
        {
            while (below + buckets[bucket] <= ranks[done])
            {
                below += buckets[bucket++];
            }

            var end = done;
            while (end < ranks.Length && ranks[end] < below + buckets[bucket])
            {
                end++;
            }

            var shift = ShiftOf(bucket);
            var low = min + ((long)(bucket - (shift << StepBits)) << shift);
            if (shift == 0)
            {
                selected[done..end].Fill(low);
            }
            else
            {
                SelectInOne(values, (low, 1UL << shift, buckets[bucket], below), ranks[done..end], selected[done..end]);
            }

            done = end;
        }
    }

    private static void SelectInOne(
        ReadOnlySpan<long> values, (long Low, ulong Width, int Count, int Below) bucket, ReadOnlySpan<int> ranks, Span<long> selected)
    {
        var scratch = ArrayPool<long>.Shared.Rent(bucket.Count);
        var moved = ArrayPool<int>.Shared.Rent(ranks.Length);
        var count = 0;
        foreach (var value in values)
        {
            if ((ulong)(value - bucket.Low) < bucket.Width)
            {
                scratch[count++] = value;
            }
        }

        for (var i = 0; i < ranks.Length; i++)
        {
            moved[i] = ranks[i] - bucket.Below;
        }

        Select(scratch.AsSpan(0, count), moved.AsSpan(0, ranks.Length), selected);
        ArrayPool<int>.Shared.Return(moved);
        ArrayPool<long>.Shared.Return(scratch);
    }

    private static int BucketOf(ulong distance)
    {
        var shift = BitOperations.Log2(distance | (1UL << StepBits)) - StepBits;
        return (shift << StepBits) + (int)(distance >> shift);
    }

    private static int ShiftOf(int bucket) => Math.Max(0, (bucket >> StepBits) - 1);
}
