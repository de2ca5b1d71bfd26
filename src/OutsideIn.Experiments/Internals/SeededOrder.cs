using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Random orders that are a pure function of a seed and a name.</summary>
internal static class SeededOrder
{
    /// <summary>Bits of one named source, so that one more stratum leaves the others' draws as they were.</summary>
    public static RandomBits Open(ulong seed, string source)
    {
        var state = seed;
        foreach (var letter in source)
        {
            state = new RandomBits(state ^ letter).Next();
        }

        return new RandomBits(state);
    }

    /// <summary>A whole number, 0 ≤ number &lt; count, each equally likely. Source: Lemire (2019), Fast random integer generation in an interval.</summary>
    public static int Below(ref RandomBits bits, int count) => (int)Math.BigMul(bits.Next(), (ulong)count, out _);

    /// <summary>Puts items into a random order. Source: Fisher and Yates, as Durstenfeld (1964).</summary>
    public static void Shuffle<T>(ref RandomBits bits, Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(ref bits, last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
