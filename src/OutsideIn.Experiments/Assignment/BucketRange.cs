namespace OutsideIn.Experiments;

/// <summary>A stretch of places from 0 to 1, half-open: <paramref name="First"/> belongs to it, <paramref name="End"/> does not.</summary>
/// <param name="First">Where it begins.</param>
/// <param name="End">Where it ends; equal to <paramref name="First"/> where nobody is in it.</param>
public readonly record struct BucketRange(double First, double End)
{
    /// <summary>Whether a place lies in it.</summary>
    public bool Contains(double place) => place >= First && place < End;
}

/// <summary>Which stretch of places is which arm's.</summary>
/// <remarks>Source: GrowthBook SDK specification 0.8.0, getBucketRanges, chooseVariation and getEqualWeights.</remarks>
public static class BucketRanges
{
    private const double SumMin = 0.99;
    private const double SumMax = 1.01;

    /// <summary>[arms] The same weight for each; empty for no arms.</summary>
    public static double[] EqualWeights(int armCount)
    {
        if (armCount <= 0)
        {
            return [];
        }

        var weights = new double[armCount];
        Array.Fill(weights, 1.0 / armCount);
        return weights;
    }

    /// <summary>[arms] One stretch per arm. An arm's stretch begins where it would with full coverage, so that raising the coverage moves nobody.</summary>
    /// <param name="armCount">How many arms.</param>
    /// <param name="coverage">The share of units that take part; held within 0 and 1.</param>
    /// <param name="weights">Each arm's share; null, the wrong number of them, or a sum away from 1 by more than 0.01 counts as equal shares.</param>
    public static BucketRange[] Of(int armCount, double coverage = 1, IReadOnlyList<double>? weights = null)
    {
        coverage = Math.Clamp(coverage, 0, 1);
        if (weights is null || weights.Count != armCount || weights.Sum() is < SumMin or > SumMax)
        {
            weights = EqualWeights(armCount);
        }

        var ranges = new BucketRange[weights.Count];
        var first = 0.0;
        for (var arm = 0; arm < ranges.Length; arm++)
        {
            ranges[arm] = new BucketRange(first, first + (coverage * weights[arm]));
            first += weights[arm];
        }

        return ranges;
    }

    /// <summary>The first arm whose stretch holds a place; −1 where none does: the unit takes no part.</summary>
    public static int ArmIndexAt(double place, ReadOnlySpan<BucketRange> ranges)
    {
        for (var arm = 0; arm < ranges.Length; arm++)
        {
            if (ranges[arm].Contains(place))
            {
                return arm;
            }
        }

        return -1;
    }
}
