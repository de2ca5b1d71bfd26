namespace OutsideIn.Statistics;

/// <summary>All differences between a value of one sorted sample and one of another, by their rank, without making them.</summary>
internal static class PairwiseDifferences
{
    /// <summary>The difference treatment − control of a 0-based rank.</summary>
    /// <remarks>
    /// Doubles stand in the order of their bits once the negative ones are turned, so halving the bits finds the smallest double with enough
    /// differences up to it: a difference itself, to its last bit.
    /// </remarks>
    public static double At(ReadOnlySpan<double> control, ReadOnlySpan<double> treatment, long rank)
    {
        var (low, high) = (KeyOf(treatment[0] - control[^1]), KeyOf(treatment[^1] - control[0]));
        while (low < high)
        {
            var middle = low + (long)((ulong)(high - low) / 2);
            (low, high) = CountUpTo(control, treatment, ValueOf(middle)) > rank ? (low, middle) : (middle + 1, high);
        }

        return ValueOf(low);
    }

    private static long CountUpTo(ReadOnlySpan<double> control, ReadOnlySpan<double> treatment, double limit)
    {
        var (count, within) = (0L, 0);
        foreach (var one in control)
        {
            while (within < treatment.Length && treatment[within] - one <= limit)
            {
                within++;
            }

            count += within;
        }

        return count;
    }

    private static long KeyOf(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    private static double ValueOf(long key) => BitConverter.Int64BitsToDouble(key ^ ((key >> 63) & long.MaxValue));
}
