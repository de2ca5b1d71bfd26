using System.Buffers;
using System.Runtime.InteropServices;

namespace OutsideIn.Statistics;

/// <summary>Sorting of doubles by their bits.</summary>
public static partial class RadixSort
{
    private const int DigitBits = 11;
    private const int Buckets = 1 << DigitBits;
    private const int Passes = 6;

    // Counts are sorted by counting up to here.
    private const int CountMax = 4_096;

    // Below this the library's comparing sort is quicker.
    private const int LengthMin = 600;

    /// <summary>Sorts ascending, without NaN. O(values): digits in which all values agree cost nothing; buffers are pooled.</summary>
    public static void Sort(Span<double> values)
    {
        if (values.Length < LengthMin)
        {
            values.Sort();
            return;
        }

        if (IsSortedByCounting(values))
        {
            return;
        }

        var bits = MemoryMarshal.Cast<double, ulong>(values);
        var counts = ArrayPool<int>.Shared.Rent(Passes * Buckets);
        var other = ArrayPool<ulong>.Shared.Rent(values.Length);
        Array.Clear(counts, 0, Passes * Buckets);
        Encode(bits, counts);
        var from = bits;
        var to = other.AsSpan(0, bits.Length);
        for (var pass = 0; pass < Passes; pass++)
        {
            var digits = counts.AsSpan(pass * Buckets, Buckets);
            if (!IsShared(digits, from[0], pass, from.Length))
            {
                Scatter(from, to, digits, pass * DigitBits);
                var swap = from;
                from = to;
                to = swap;
            }
        }

        if (from != bits)
        {
            from.CopyTo(bits);
        }

        Decode(bits);
        ArrayPool<ulong>.Shared.Return(other);
        ArrayPool<int>.Shared.Return(counts);
    }

    private static bool IsSortedByCounting(Span<double> values)
    {
        var counts = ArrayPool<int>.Shared.Rent(CountMax);
        Array.Clear(counts, 0, CountMax);
        var done = 0;
        for (; done < values.Length; done++)
        {
            var whole = (int)values[done];
            if (whole != values[done] || (uint)whole >= CountMax)
            {
                break;
            }

            counts[whole]++;
        }

        if (done == values.Length)
        {
            var next = 0;
            for (var whole = 0; whole < CountMax && next < values.Length; whole++)
            {
                values.Slice(next, counts[whole]).Fill(whole);
                next += counts[whole];
            }
        }

        ArrayPool<int>.Shared.Return(counts);
        return done == values.Length;
    }

    private static bool IsShared(Span<int> digits, ulong first, int pass, int length) =>
        digits[(int)((first >> (pass * DigitBits)) & (Buckets - 1))] == length;

    // Positive doubles stand in the order of their bits, negative ones against it: flipping makes one order of both.
    private static void Encode(Span<ulong> bits, int[] counts)
    {
        foreach (ref var one in bits)
        {
            one ^= (ulong)((long)one >> 63) | 0x8000_0000_0000_0000;
            for (var pass = 0; pass < Passes; pass++)
            {
                counts[(pass * Buckets) + (int)((one >> (pass * DigitBits)) & (Buckets - 1))]++;
            }
        }
    }

    private static void Decode(Span<ulong> bits)
    {
        foreach (ref var one in bits)
        {
            one ^= (ulong)(~(long)one >> 63) | 0x8000_0000_0000_0000;
        }
    }

    private static void Scatter(ReadOnlySpan<ulong> from, Span<ulong> to, Span<int> digits, int shift)
    {
        var next = 0;
        foreach (ref var digit in digits)
        {
            (digit, next) = (next, next + digit);
        }

        foreach (var one in from)
        {
            to[digits[(int)((one >> shift) & (Buckets - 1))]++] = one;
        }
    }
}
