namespace OutsideIn.Statistics;

/// <summary>The beta distribution, which is the regularised incomplete beta function: exact binomial bounds rest on it and its quantile.</summary>
public static class BetaDistribution
{
    private const int StepsMax = 200_000;
    private const double Tiny = 1e-300;

    /// <summary>I_x(a, b), the probability of at most <paramref name="x"/>. Outside [0, 1] x counts as its nearer end.</summary>
    /// <param name="x">The value.</param>
    /// <param name="a">First shape, &gt; 0.</param>
    /// <param name="b">Second shape, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shape is not above 0.</exception>
    /// <remarks>Source: DLMF 8.17.22 with 8.17.4, by Lentz's method; the factor in front by Loader (2000), which keeps its tail relative.</remarks>
    public static double Cumulative(double x, double a, double b) => Cumulative(x, 1 - x, a, b);

    /// <summary>1 − I_x(a, b), the probability of more than <paramref name="x"/>, with its digits where it is small.</summary>
    /// <inheritdoc cref="Cumulative(double, double, double)"/>
    public static double UpperTail(double x, double a, double b) => Cumulative(1 - x, x, b, a);

    /// <summary>The density at x, 0 &lt; x &lt; 1.</summary>
    /// <inheritdoc cref="Cumulative(double, double, double)" path="/param|/exception"/>
    public static double Density(double x, double a, double b) => Density(x, 1 - x, a, b);

    /// <summary>The x that leaves <paramref name="p"/> below, however far out; 0 &lt; p &lt; 1.</summary>
    /// <param name="p">The probability below.</param>
    /// <param name="a">First shape, &gt; 0.</param>
    /// <param name="b">Second shape, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1), or a shape is not above 0.</exception>
    public static double Quantile(double p, double a, double b)
    {
        Levels.ThrowUnlessInside(p);
        ThrowUnlessPositive(a, b);
        return TailSearch.Solve(new LowerBetaTail(a, b), p, Start(p, a, b), 1);
    }

    /// <summary>The x that leaves <paramref name="tail"/> above; 0 &lt; tail &lt; 1.</summary>
    /// <param name="tail">The probability above.</param>
    /// <param name="a">First shape, &gt; 0.</param>
    /// <param name="b">Second shape, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1), or a shape is not above 0.</exception>
    /// <remarks>By symmetry from the other side, so that an answer close to 1 keeps the digits of its distance from 1.</remarks>
    public static double UpperQuantile(double tail, double a, double b) => 1 - Quantile(tail, b, a);

    // With y = 1 − x given, so that neither loses digits to the other.
    internal static double Cumulative(double x, double y, double a, double b)
    {
        ThrowUnlessPositive(a, b);
        if (x <= 0)
        {
            return 0;
        }

        if (y <= 0)
        {
            return 1;
        }

        return x < (a + 1) / (a + b + 2) ? Lower(x, y, a, b) : 1 - Lower(y, x, b, a);
    }

    internal static double Density(double x, double y, double a, double b) => Front(x, y, a, b) / (x * y);

    // Near 0 the distribution is x^a / (a B(a, b)); with the smaller of that and the mean Newton's method comes from a safe side.
    private static double Start(double p, double a, double b)
    {
        var logBeta = GammaFunction.Log(a) + GammaFunction.Log(b) - GammaFunction.Log(a + b);
        return Math.Min(Math.Exp((Math.Log(p * a) + logBeta) / a), a / (a + b));
    }

    private static void ThrowUnlessPositive(double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
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

    private readonly struct LowerBetaTail(double a, double b) : ITail
    {
        public static bool IsUpper => false;

        public (double Probability, double Density) At(double x) => (Cumulative(x, a, b), Density(x, a, b));
    }
}
