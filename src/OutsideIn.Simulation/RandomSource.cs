namespace OutsideIn.Simulation;

/// <summary>A stream of random numbers that is a pure function of its seed and name.</summary>
/// <remarks>
/// One stream per source of randomness (arrivals, each activity's durations), so that changing one part of a
/// model leaves the draws of every other part as they were: common random numbers.
/// </remarks>
public sealed class RandomSource
{
    private ulong _state;

    private RandomSource(ulong state) => _state = state;

    /// <summary>Opens the stream of one named source.</summary>
    /// <param name="seed">The run's seed; the same seed gives the same run on every machine.</param>
    /// <param name="source">The source's name, such as <c>arrivals</c>; compared by its characters.</param>
    public static RandomSource Open(ulong seed, string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        var state = seed;
        foreach (var letter in source)
        {
            state = Mix(state ^ letter);
        }

        return new RandomSource(state);
    }

    /// <summary>The next draw, uniform on [0, 1), with 53 random bits.</summary>
    /// <remarks>Source: SplitMix64, Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators, OOPSLA.</remarks>
    public double NextUnit()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>The next draw from an exponential distribution.</summary>
    /// <param name="mean">Mean, in the caller's unit, &gt; 0; the draw is in the same unit.</param>
    public double NextExponential(double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mean);
        return -mean * Math.Log(1 - NextUnit());
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
