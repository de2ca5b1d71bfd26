namespace OutsideIn.Statistics;

/// <summary>All orders in which two samples without ties can lie, counted.</summary>
internal static class RankOrders
{
    /// <summary>The share of orders with at least so many pairs in which the second lies above.</summary>
    /// <remarks>
    /// The number of orders with u such pairs is the coefficient of q^u in ∏ (1 − q^(n+i)) / (1 − q^i), i = 1 … m; built factor by factor and
    /// divided as it grows, so that it never overflows. O(m · m · n).
    /// </remarks>
    public static double UpperTail(int one, int other, double u)
    {
        var (few, many) = (Math.Min(one, other), Math.Max(one, other));
        var shares = new double[(few * many) + 1];
        shares[0] = 1;
        for (var i = 1; i <= few; i++)
        {
            var end = i * many;
            for (var k = end; k >= many + i; k--)
            {
                shares[k] -= shares[k - many - i];
            }

            for (var k = i; k <= end; k++)
            {
                shares[k] += shares[k - i];
            }

            for (var k = 0; k <= end; k++)
            {
                shares[k] *= (double)i / (many + i);
            }
        }

        // The shares stand in mirror order; from the far end their sum keeps its digits.
        var sum = 0.0;
        for (var k = 0; k <= (few * many) - (int)Math.Ceiling(u); k++)
        {
            sum += shares[k];
        }

        return Math.Min(1, sum);
    }
}
