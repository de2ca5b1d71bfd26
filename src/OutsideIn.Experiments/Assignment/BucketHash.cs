using System.Runtime.CompilerServices;

namespace OutsideIn.Experiments;

/// <summary>The published hash that gives a unit its place from 0 to 1 in an experiment: the same wherever and whenever it is computed.</summary>
/// <remarks>
/// Source: GrowthBook SDK specification 0.8.0 (hash, version 1 and 2) on FNV-1a with 32 bits (Fowler, Noll and Vo). Characters are
/// taken as UTF-16 units, as the reference does. Version 1 has 1,000 places and ties neighbouring seeds together (φ up to −0.05);
/// version 2 has 10,000 and does not, so it is the one to use; version 1 is there to re-compute what older experiments did.
/// </remarks>
public static class BucketHash
{
    /// <summary>How many places version 2 has.</summary>
    public const int Places = 10_000;

    private const uint Offset = 2_166_136_261;
    private const uint Prime = 16_777_619;
    private const int PlacesOfFirst = 1_000;
    private const uint HalfLimit = 100_000;
    private const int HalfDigits = 5;

    /// <summary>The unit's place, 0 ≤ place &lt; 1, by version 2.</summary>
    /// <param name="seed">The experiment's seed: its id, unless it is repeated and must draw anew.</param>
    /// <param name="unit">The unit's id; letters count as they are.</param>
    public static double Of(ReadOnlySpan<char> seed, ReadOnlySpan<char> unit) => (double)Place(Begin(seed), unit) / Places;

    /// <summary>The unit's place by a stated version.</summary>
    /// <param name="seed">The experiment's seed.</param>
    /// <param name="unit">The unit's id.</param>
    /// <param name="version">1 or 2.</param>
    /// <returns>0 ≤ place &lt; 1; null for a version that is not there.</returns>
    public static double? OfVersion(ReadOnlySpan<char> seed, ReadOnlySpan<char> unit, int version) => version switch
    {
        1 => (double)(Continue(Begin(unit), seed) % PlacesOfFirst) / PlacesOfFirst,
        2 => Of(seed, unit),
        _ => null,
    };

    /// <summary>Whether a unit belongs to a part of a namespace: experiments with parts that do not overlap share no unit.</summary>
    /// <param name="unit">The unit's id.</param>
    /// <param name="name">The namespace's name.</param>
    /// <param name="part">Which part of it, half-open.</param>
    public static bool IsInNamespace(ReadOnlySpan<char> unit, ReadOnlySpan<char> name, BucketRange part) =>
        part.Contains((double)(Continue(Continue(Begin(unit), "__"), name) % PlacesOfFirst) / PlacesOfFirst);

    /// <summary>The state after a seed: hashing goes on from here for each unit.</summary>
    internal static uint Begin(ReadOnlySpan<char> seed) => Continue(Offset, seed);

    /// <summary>The place by version 2 as a whole number, 0 ≤ place &lt; <see cref="Places"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Place(uint state, ReadOnlySpan<char> unit)
    {
        var (high, low) = Math.DivRem(Continue(state, unit), HalfLimit);
        var hash = high > 0 ? Digits(Offset, high, LeadingZeros(high)) : Offset;
        return (int)(Digits(hash, low, high > 0 ? 0 : Math.Min(LeadingZeros(low), HalfDigits - 1)) % Places);
    }

    // Half a number's decimal digits, hashed as they come out of a fixed-point fraction: twice as fast as writing the text first.
    // 429,497 is 2³² ÷ 10⁴ rounded up; its error stays below a sixteenth of the last digit for all values under 100,000.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Digits(uint state, uint value, int skip)
    {
        const ulong scale = 429_497;
        var fraction = value * scale;
        for (var digit = 0; digit < HalfDigits; digit++)
        {
            if (digit >= skip)
            {
                state = (state ^ ('0' + (uint)(fraction >> 32))) * Prime;
            }

            fraction = (uint)fraction * 10UL;
        }

        return state;
    }

    private static int LeadingZeros(uint value) => value switch
    {
        >= 10_000 => 0,
        >= 1_000 => 1,
        >= 100 => 2,
        >= 10 => 3,
        >= 1 => 4,
        _ => HalfDigits,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Continue(uint state, ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            state = (state ^ letter) * Prime;
        }

        return state;
    }
}
