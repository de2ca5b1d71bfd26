namespace OutsideIn.Statistics;

/// <summary>What many looks at once do to a p-value: among many, some look striking by chance.</summary>
public static class FalseDiscovery
{
    /// <summary>
    /// [values] The q-value of each p-value, in their order: keeping what has a q of at most 0.05 keeps at most 5 % false ones on
    /// average, where the looks are independent or positively dependent.
    /// </summary>
    /// <remarks>
    /// Source: Benjamini and Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society B 57,
    /// as adjusted p-values. O(values log values).
    /// </remarks>
    /// <param name="pValues">0 ≤ p ≤ 1; empty gives empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is outside [0, 1] or not a number.</exception>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> pValues)
    {
        var (sorted, order) = (pValues.ToArray(), new int[pValues.Length]);
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
            if (!(pValues[index] is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(pValues), pValues[index], "A p-value lies from 0 to 1.");
            }
        }

        Array.Sort(sorted, order);
        var adjusted = new double[order.Length];
        var least = 1.0;
        for (var rank = order.Length; rank >= 1; rank--)
        {
            least = Math.Min(least, sorted[rank - 1] / ((double)rank / order.Length));
            adjusted[order[rank - 1]] = least;
        }

        return adjusted;
    }
}
