namespace OutsideIn.Events;

/// <summary>Sample quantiles, defined once for the whole product.</summary>
/// <remarks>
/// Linear interpolation between order statistics: with h = (n − 1)p the quantile is x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎), counting
/// from 0. Source: Hyndman and Fan (1996), Sample Quantiles in Statistical Packages, The American Statistician 50(4), definition 7;
/// the default of R, NumPy and pandas.
/// </remarks>
public static class Quantiles
{
    private const int StackMax = 16;

    /// <summary>One quantile of whole numbers, such as microseconds.</summary>
    /// <param name="values">[n] The sample, in any order, n ≥ 1; not changed.</param>
    /// <param name="probability">0 ≤ probability ≤ 1; 0.5 is the median.</param>
    /// <returns>The quantile, in the sample's unit. O(n), no allocation.</returns>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not within 0 and 1.</exception>
    public static double Of(ReadOnlySpan<long> values, double probability)
    {
        Span<double> quantile = stackalloc double[1];
        Of(values, [probability], quantile);
        return quantile[0];
    }

    /// <summary>Several quantiles of whole numbers at once.</summary>
    /// <param name="values">[n] The sample, in any order, n ≥ 1; not changed.</param>
    /// <param name="probabilities">[k] 0 ≤ probability ≤ 1, ascending.</param>
    /// <param name="quantiles">[k] Written: the quantiles, in the sample's unit.</param>
    /// <exception cref="ArgumentException">The sample is empty, or the probabilities do not ascend.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not within 0 and 1, or the lengths differ.</exception>
    public static void Of(ReadOnlySpan<long> values, ReadOnlySpan<double> probabilities, Span<double> quantiles)
    {
        Check(values.Length, probabilities, quantiles.Length);
        Of(values, OrderStatistics.Bounds(values), probabilities, quantiles);
    }

    /// <summary>The same where the smallest and the largest value are known already.</summary>
    internal static void Of(
        ReadOnlySpan<long> values, (long Min, long Max) bounds, ReadOnlySpan<double> probabilities, Span<double> quantiles)
    {
        var count = probabilities.Length * 2;
        var wanted = count <= StackMax ? stackalloc int[StackMax] : new int[count];
        var selected = count <= StackMax ? stackalloc long[StackMax] : new long[count];
        wanted = wanted[..count];
        selected = selected[..count];
        for (var i = 0; i < probabilities.Length; i++)
        {
            var low = (int)Place(values.Length, probabilities[i]);
            (wanted[2 * i], wanted[(2 * i) + 1]) = (low, Math.Min(low + 1, values.Length - 1));
        }

        wanted.Sort();
        OrderStatistics.Select(values, bounds, wanted, selected);
        for (var i = 0; i < quantiles.Length; i++)
        {
            var place = Place(values.Length, probabilities[i]);
            var low = selected[wanted.BinarySearch((int)place)];
            var high = selected[wanted.BinarySearch(Math.Min((int)place + 1, values.Length - 1))];
            quantiles[i] = Between(low, high, place);
        }
    }

    /// <summary>One quantile of real numbers.</summary>
    /// <param name="sorted">[n] The sample in ascending order, without NaN, n ≥ 1.</param>
    /// <param name="probability">0 ≤ probability ≤ 1.</param>
    /// <returns>The quantile, in the sample's unit. O(1).</returns>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not within 0 and 1.</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        Check(sorted.Length, [probability], 1);
        var place = Place(sorted.Length, probability);
        var low = (int)place;
        return Between(sorted[low], sorted[Math.Min(low + 1, sorted.Length - 1)], place);
    }

    private static void Check(int count, ReadOnlySpan<double> probabilities, int quantiles)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(quantiles, probabilities.Length);
        if (count == 0)
        {
            throw new ArgumentException("An empty sample has no quantiles.", nameof(count));
        }

        var before = 0.0;
        foreach (var probability in probabilities)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(probability is >= 0 and <= 1, true, nameof(probabilities));
            if (probability < before)
            {
                throw new ArgumentException("Probabilities must ascend.", nameof(probabilities));
            }

            before = probability;
        }
    }

    private static double Place(int count, double probability) => (count - 1) * probability;

    private static double Between(double low, double high, double place) => low + ((high - low) * (place - Math.Floor(place)));
}
