using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace OutsideIn.Events;

/// <summary>Kernel that finds the values at given ranks of a sample without sorting it.</summary>
internal static class OrderStatistics
{
    /// <summary>Samples up to this size are handled on the stack.</summary>
    public const int SmallMax = 256;

    private const int SortedMax = 16;
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
            SelectSmall(values, ranks, selected);
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
            SelectSmall(values, ranks, selected);
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
    private static void SelectSmall(ReadOnlySpan<long> values, ReadOnlySpan<int> ranks, Span<long> selected)
    {
        Span<long> scratch = stackalloc long[SmallMax];
        scratch = scratch[..values.Length];
        values.CopyTo(scratch);
        SelectByParting(scratch, 0, ranks, selected);
    }

    // Quickselect for several ranks. Parting moves every value whatever it is: on small samples that took half the time of a
    // sort, whose branches are guessed wrong half the time.
    private static void SelectByParting(Span<long> scratch, int below, ReadOnlySpan<int> ranks, Span<long> selected)
    {
        while (ranks.Length > 0)
        {
            if (scratch.Length <= SortedMax)
            {
                scratch.Sort();
                for (var i = 0; i < ranks.Length; i++)
                {
                    selected[i] = scratch[ranks[i] - below];
                }

                return;
            }

            var pivot = MiddleOf(scratch[0], scratch[scratch.Length / 2], scratch[^1]);
            var left = Part(scratch, pivot);
            if (left == 0)
            {
                left = pivot == long.MaxValue ? scratch.Length : Part(scratch, pivot + 1);
            }

            var done = 0;
            while (done < ranks.Length && ranks[done] < below + left)
            {
                done++;
            }

            if (scratch[0] == pivot)
            {
                selected[..done].Fill(pivot);
            }
            else
            {
                SelectByParting(scratch[..left], below, ranks[..done], selected[..done]);
            }

            scratch = scratch[left..];
            below += left;
            ranks = ranks[done..];
            selected = selected[done..];
        }
    }

    /// <summary>Moves the values below a limit to the front.</summary>
    /// <returns>How many.</returns>
    private static int Part(Span<long> values, long limit)
    {
        var below = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            values[i] = values[below];
            values[below] = value;
            below += value < limit ? 1 : 0;
        }

        return below;
    }

    private static long MiddleOf(long one, long two, long three) =>
        Math.Max(Math.Min(one, two), Math.Min(Math.Max(one, two), three));

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
