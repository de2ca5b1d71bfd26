using System.Buffers;
using System.Runtime.InteropServices;

namespace OutsideIn.Statistics;

/// <summary>Sorting of doubles that carry a number each.</summary>
public static partial class RadixSort
{
    /// <summary>Sorts keys ascending, without NaN, and their numbers with them; equal keys keep their order. O(keys); buffers are pooled.</summary>
    /// <param name="keys">[keys] What to sort by.</param>
    /// <param name="numbers">[keys] What each carries.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lengths differ.</exception>
    public static void Sort(Span<double> keys, Span<int> numbers)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(numbers.Length, keys.Length, nameof(numbers));
        if (keys.Length < 2)
        {
            return;
        }

        var bits = MemoryMarshal.Cast<double, ulong>(keys);
        var counts = ArrayPool<int>.Shared.Rent(Passes * Buckets);
        var otherBits = ArrayPool<ulong>.Shared.Rent(bits.Length);
        var otherNumbers = ArrayPool<int>.Shared.Rent(bits.Length);
        Array.Clear(counts, 0, Passes * Buckets);
        Encode(bits, counts);
        var from = new Carried(bits, numbers);
        var to = new Carried(otherBits.AsSpan(0, bits.Length), otherNumbers.AsSpan(0, bits.Length));
        var isSwapped = false;
        for (var pass = 0; pass < Passes; pass++)
        {
            var digits = counts.AsSpan(pass * Buckets, Buckets);
            if (!IsShared(digits, from.Bits[0], pass, from.Bits.Length))
            {
                from.ScatterTo(to, digits, pass * DigitBits);
                var swap = from;
                from = to;
                to = swap;
                isSwapped = !isSwapped;
            }
        }

        if (isSwapped)
        {
            from.Bits.CopyTo(bits);
            from.Numbers.CopyTo(numbers);
        }

        Decode(bits);
        ArrayPool<int>.Shared.Return(otherNumbers);
        ArrayPool<ulong>.Shared.Return(otherBits);
        ArrayPool<int>.Shared.Return(counts);
    }

    private readonly ref struct Carried(Span<ulong> bits, Span<int> numbers)
    {
        public readonly Span<ulong> Bits = bits;
        public readonly Span<int> Numbers = numbers;

        public void ScatterTo(Carried target, Span<int> digits, int shift)
        {
            var next = 0;
            foreach (ref var digit in digits)
            {
                (digit, next) = (next, next + digit);
            }

            for (var row = 0; row < Bits.Length; row++)
            {
                var place = digits[(int)((Bits[row] >> shift) & (Buckets - 1))]++;
                target.Bits[place] = Bits[row];
                target.Numbers[place] = Numbers[row];
            }
        }
    }
}
