namespace OutsideIn.Statistics;

/// <summary>One tail of a distribution of positive values.</summary>
internal interface ITail
{
    /// <summary>Whether it is the probability above.</summary>
    static abstract bool IsUpper { get; }

    /// <summary>The tail at x &gt; 0, and the density there.</summary>
    (double Probability, double Density) At(double x);
}

/// <summary>Inverts a tail of a distribution, however far out.</summary>
internal static class TailSearch
{
    private const int StepsMax = 200;

    /// <summary>The x &gt; 0 at which <paramref name="tail"/> is <paramref name="probability"/>.</summary>
    /// <remarks>
    /// Newton's method for the logarithm of the tail in the logarithm of x, in which the tails of all distributions here are concave and
    /// nearly straight far out. A step that leaves what is known to hold the answer is replaced by halving: positive doubles
    /// stand in the order of their bits.
    /// </remarks>
    public static double Solve<T>(in T tail, double probability, double start, double end = double.MaxValue)
        where T : struct, ITail
    {
        var (low, high) = (0L, BitConverter.DoubleToInt64Bits(end));
        var (x, aim) = (start, Math.Log(probability));
        for (var step = 0; step < StepsMax && high - low > 1; step++)
        {
            var bits = BitConverter.DoubleToInt64Bits(x);
            if (!(bits > low && bits < high))
            {
                bits = low + ((high - low) / 2);
                x = BitConverter.Int64BitsToDouble(bits);
            }

            var (value, density) = tail.At(x);
            var off = Math.Log(value) - aim;
            if (off == 0)
            {
                return x;
            }

            (low, high) = off > 0 == T.IsUpper ? (bits, high) : (low, bits);
            var next = x * Math.Exp((T.IsUpper ? off : -off) * value / (x * density));
            if (Math.Abs(next - x) <= 2e-16 * x)
            {
                return next;
            }

            x = next;
        }

        return BitConverter.Int64BitsToDouble(low);
    }
}
