using System.Numerics;
using System.Runtime.CompilerServices;

namespace OutsideIn.Measures.Internals;

/// <summary>Kernels over rows as bits: bit i of word w stands for row 64 w + i; bits behind the last row are 0.</summary>
internal static class RowBits
{
    private const int WordShift = 6;
    private const int WordRows = 1 << WordShift;

    /// <summary>Words that so many rows take.</summary>
    public static int WordCount(int rowCount) => (rowCount + WordRows - 1) >> WordShift;

    /// <summary>The first row of [from, end) that is in, or −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int First(ReadOnlySpan<ulong> bits, int from, int end)
    {
        if (from >= end)
        {
            return -1;
        }

        var (word, last) = (from >> WordShift, (end - 1) >> WordShift);
        var rest = bits[word] & (ulong.MaxValue << from);
        while (rest == 0)
        {
            if (++word > last)
            {
                return -1;
            }

            rest = bits[word];
        }

        var row = (word << WordShift) + BitOperations.TrailingZeroCount(rest);
        return row < end ? row : -1;
    }

    /// <summary>The last row of [from, end) that is in, or −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Last(ReadOnlySpan<ulong> bits, int from, int end)
    {
        if (from >= end)
        {
            return -1;
        }

        var (word, first) = ((end - 1) >> WordShift, from >> WordShift);
        var rest = bits[word] & (ulong.MaxValue >> (WordRows - 1 - ((end - 1) & (WordRows - 1))));
        while (rest == 0)
        {
            if (--word < first)
            {
                return -1;
            }

            rest = bits[word];
        }

        var row = (word << WordShift) + BitOperations.Log2(rest);
        return row >= from ? row : -1;
    }

    /// <summary>How many rows of [from, end) are in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Count(ReadOnlySpan<ulong> bits, int from, int end)
    {
        if (from >= end)
        {
            return 0;
        }

        var (word, last) = (from >> WordShift, (end - 1) >> WordShift);
        var lastBits = ulong.MaxValue >> (WordRows - 1 - ((end - 1) & (WordRows - 1)));
        var here = bits[word] & (ulong.MaxValue << from);
        var count = 0;
        for (; word < last; here = bits[++word])
        {
            count += BitOperations.PopCount(here);
        }

        return count + BitOperations.PopCount(here & lastBits);
    }

    /// <summary>Whether the row is in.</summary>
    public static bool Has(ReadOnlySpan<ulong> bits, int row) => ((bits[row >> WordShift] >> row) & 1) != 0;

    /// <summary>Puts a row in.</summary>
    public static void Set(Span<ulong> bits, int row) => bits[row >> WordShift] |= 1UL << row;

    /// <summary>Puts the first rows in and no others.</summary>
    public static void FillFirst(Span<ulong> bits, int rowCount)
    {
        bits.Fill(ulong.MaxValue);
        if ((rowCount & (WordRows - 1)) is > 0 and var rest)
        {
            bits[^1] = (1UL << rest) - 1;
        }
    }

    /// <summary>Rows whose code is a member.</summary>
    /// <param name="codes">[rows] Codes of a column.</param>
    /// <param name="members">[names + 1] 1 where the code is a member, else 0.</param>
    /// <param name="bits">[words of rows] Written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of(ReadOnlySpan<ushort> codes, ReadOnlySpan<byte> members, Span<ulong> bits)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            var here = codes[(word << WordShift)..Math.Min((word + 1) << WordShift, codes.Length)];
            var value = 0UL;
            for (var row = 0; row < here.Length; row++)
            {
                value |= (ulong)members[here[row]] << row;
            }

            bits[word] = value;
        }
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{ushort}, ReadOnlySpan{byte}, Span{ulong})"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of(ReadOnlySpan<int> codes, ReadOnlySpan<byte> members, Span<ulong> bits)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            var here = codes[(word << WordShift)..Math.Min((word + 1) << WordShift, codes.Length)];
            var value = 0UL;
            for (var row = 0; row < here.Length; row++)
            {
                value |= (ulong)members[here[row]] << row;
            }

            bits[word] = value;
        }
    }

    /// <summary>Rows whose value passes a test.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of<T>(ReadOnlySpan<T> values, ValueTest<T> test, Span<ulong> bits)
        where T : struct, IComparable<T>, IEquatable<T>
    {
        for (var word = 0; word < bits.Length; word++)
        {
            var here = values[(word << WordShift)..Math.Min((word + 1) << WordShift, values.Length)];
            var value = 0UL;
            for (var row = 0; row < here.Length; row++)
            {
                value |= (test.Holds(here[row]) ? 1UL : 0UL) << row;
            }

            bits[word] = value;
        }
    }
}
