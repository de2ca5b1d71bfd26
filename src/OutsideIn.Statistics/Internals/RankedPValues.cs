namespace OutsideIn.Statistics;

/// <summary>P-values in ascending order, with where each stood.</summary>
internal static class RankedPValues
{
    /// <exception cref="ArgumentOutOfRangeException">A p-value is outside [0, 1] or not a number.</exception>
    public static (double[] Sorted, int[] Order) Of(ReadOnlySpan<double> pValues)
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
        return (sorted, order);
    }
}
