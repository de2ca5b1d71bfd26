namespace OutsideIn.Statistics;

/// <summary>Random bits that are a pure function of a seed.</summary>
/// <remarks>Source: SplitMix64, Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators, OOPSLA.</remarks>
public struct RandomBits(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
