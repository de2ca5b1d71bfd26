namespace OutsideIn.Statistics;

/// <summary>The regularised incomplete beta function and its inverse: exact binomial bounds rest on both.</summary>
public static class BetaDistribution
{
    private const int StepsMax = 200_000;
    private const double Tiny = 1e-300;

    /// <summary>I_x(a, b), the probability that a beta variable is at most x; a, b &gt; 0. Outside [0, 1] x counts as its nearer end.</summary>
    /// <remarks>Source: DLMF 8.17.22 with 8.17.4, by Lentz's method; the factor in front by Loader (2000), which keeps its tail relative.</remarks>
    public static double Cumulative(double x, double a, double b)
    {
        if (x <= 0)
        {
            return 0;
        }

        if (x >= 1)
        {
            return 1;
        }

        return x < (a + 1) / (a + b + 2) ? Lower(x, 1 - x, a, b) : 1 - Lower(1 - x, x, b, a);
    }

    /// <summary>The largest double x with I_x(a, b) ≤ p; 0 &lt; p &lt; 1.</summary>
    /// <remarks>
    /// Positive doubles stand in the order of their bits, so halving the bits finds x to its last bit in at most 62 steps,
    /// however far out in the tail it lies.
    /// </remarks>
    public static double Inverse(double p, double a, double b)
    {
        var (low, high) = (0L, BitConverter.DoubleToInt64Bits(1));
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (Cumulative(BitConverter.Int64BitsToDouble(middle), a, b) <= p)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return BitConverter.Int64BitsToDouble(low);
    }

    private static double Lower(double x, double y, double a, double b) => Front(x, y, a, b) / a * Fraction(x, a, b);

    // x^a y^b / B(a, b), as a binomial probability so that large a and b lose no digits to the difference of logarithms.
    private static double Front(double x, double y, double a, double b)
    {
        var n = a + b;
        var exponent = GammaFunction.StirlingError(n) - GammaFunction.StirlingError(a) - GammaFunction.StirlingError(b)
            - GammaFunction.Deviance(a, n * x) - GammaFunction.Deviance(b, n * y);
        return Math.Exp(exponent) * Math.Sqrt(a / n * b / (2 * Math.PI));
    }

    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, 1 / AwayFromZero(1 - ((a + b) * x / (a + 1))));
        var value = d;
        for (var m = 1; m <= StepsMax; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / AwayFromZero(1 + (even * d));
            c = AwayFromZero(1 + (even / c));
            value *= c * d;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / AwayFromZero(1 + (odd * d));
            c = AwayFromZero(1 + (odd / c));
            var factor = c * d;
            value *= factor;
            if (Math.Abs(factor - 1) < 1e-15)
            {
                break;
            }
        }

        return value;
    }

    private static double AwayFromZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
