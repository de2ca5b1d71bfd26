namespace OutsideIn.Experiments;

/// <summary>Finding where a function passes zero.</summary>
internal static class Search
{
    private const int StepsMax = 200;

    /// <summary>Where a function that goes up passes zero between two places; the nearer end where it does not.</summary>
    /// <remarks>Source: Ridders (1979), A new algorithm for computing a single root, IEEE Transactions on Circuits and Systems 26(11).</remarks>
    public static double Root(Func<double, double> function, double low, double high)
    {
        var (atLow, atHigh) = (function(low), function(high));
        if (atLow >= 0)
        {
            return low;
        }

        if (atHigh <= 0)
        {
            return high;
        }

        for (var step = 0; step < StepsMax && high - low > 1e-13 * Math.Max(1, Math.Abs(high)); step++)
        {
            var middle = (low + high) / 2;
            var atMiddle = function(middle);
            var next = middle - ((middle - low) * atMiddle / Math.Sqrt((atMiddle * atMiddle) - (atLow * atHigh)));
            var atNext = function(next);
            if (atNext == 0 || !double.IsFinite(next))
            {
                return double.IsFinite(next) ? next : middle;
            }

            Narrow(middle, atMiddle);
            Narrow(next, atNext);
        }

        return (low + high) / 2;

        void Narrow(double place, double value)
        {
            if (place > low && place < high)
            {
                (low, atLow) = value < 0 ? (place, value) : (low, atLow);
                (high, atHigh) = value > 0 ? (place, value) : (high, atHigh);
            }
        }
    }
}
