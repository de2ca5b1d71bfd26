using System.Buffers;
using System.Runtime.InteropServices;

namespace OutsideIn.Measures;

/// <summary>Sorting of doubles by their bits.</summary>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Buckets = 1 << DigitBits;
    private const int Passes = 6;

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
