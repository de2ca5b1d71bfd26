using System.Numerics;
using System.Runtime.InteropServices;

namespace OutsideIn.Events;

/// <summary>Kernel that numbers the distinct traces of a log.</summary>
internal static class VariantKernel
{
    private const ulong Factor = 0x9E3779B97F4A7C15UL;

    /// <summary>Numbers distinct traces 0, 1, 2, … in order of first sight.</summary>
    /// <param name="caseStarts">[cases + 1] Row at which each case begins, ascending; the last entry is the number of rows.</param>
    /// <param name="codes">[rows] The activities' codes.</param>
    /// <param name="hashMask">Bits of the hash that are used: all of them, but for tests that want collisions.</param>
    /// <param name="variantOfCase">[cases] Written: the number of each case's trace.</param>
    /// <returns>[variants] The first case of each variant.</returns>
    /// <remarks>
    /// Hashes each trace, then compares it with the variant found: two traces share a number only if they are equal. O(rows) where
    /// hashes spread; allocates by variants only.
    /// </remarks>
    public static int[] Number<TCode>(
        ReadOnlySpan<int> caseStarts, ReadOnlySpan<TCode> codes, uint hashMask, Span<int> variantOfCase)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(caseStarts.Length, variantOfCase.Length + 1, nameof(caseStarts));
        ArgumentOutOfRangeException.ThrowIfNotEqual(caseStarts[^1], codes.Length, nameof(caseStarts));

        var (slots, hashes, firstCases, count) = (new int[64], new uint[32], new int[32], 0);
        for (var c = 0; c < variantOfCase.Length; c++)
        {
            var trace = codes[caseStarts[c]..caseStarts[c + 1]];
            var hash = Hash(MemoryMarshal.AsBytes(trace)) & hashMask;
            var slot = (int)(hash & (uint)(slots.Length - 1));
            while (slots[slot] != 0)
            {
                var variant = slots[slot] - 1;
                var first = firstCases[variant];
                if (hashes[variant] == hash && trace.SequenceEqual(codes[caseStarts[first]..caseStarts[first + 1]]))
                {
                    break;
                }

                slot = (slot + 1) & (slots.Length - 1);
            }

            if (slots[slot] == 0)
            {
                (hashes[count], firstCases[count]) = (hash, c);
                slots[slot] = ++count;
            }

            variantOfCase[c] = slots[slot] - 1;
            if (count == hashes.Length)
            {
                Array.Resize(ref hashes, count * 2);
                Array.Resize(ref firstCases, count * 2);
                slots = Slots(hashes.AsSpan(0, count), slots.Length * 2);
            }
        }

        return firstCases.AsSpan(0, count).ToArray();
    }

    private static int[] Slots(ReadOnlySpan<uint> hashes, int length)
    {
        var slots = new int[length];
        for (var variant = 0; variant < hashes.Length; variant++)
        {
            var slot = (int)(hashes[variant] & (uint)(length - 1));
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (length - 1);
            }

            slots[slot] = variant + 1;
        }

        return slots;
    }

    private static uint Hash(ReadOnlySpan<byte> trace)
    {
        var hash = Factor ^ (ulong)trace.Length;
        while (trace.Length >= sizeof(ulong))
        {
            hash = (BitOperations.RotateLeft(hash, 5) ^ MemoryMarshal.Read<ulong>(trace)) * Factor;
            trace = trace[sizeof(ulong)..];
        }

        while (trace.Length > 0)
        {
            hash = (BitOperations.RotateLeft(hash, 5) ^ MemoryMarshal.Read<ushort>(trace)) * Factor;
            trace = trace[sizeof(ushort)..];
        }

        return (uint)(hash >> 32);
    }
}
