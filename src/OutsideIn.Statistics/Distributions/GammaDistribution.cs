namespace OutsideIn.Statistics;

/// <summary>The gamma distribution of scale 1: waiting for a number of events that come at rate 1.</summary>
/// <remarks>
/// The regularised incomplete gamma functions P and Q: DLMF 8.11.4 (series) below the mean, 8.9.2 (continued fraction) above, the
/// factor in front in the form of Loader (2000). Each tail keeps its digits where it is the smaller one.
/// </remarks>
public static class GammaDistribution
{
    private const int StepsMax = 200_000;

    /// <summary>Probability of at most <paramref name="x"/>; 0 for x ≤ 0.</summary>
    /// <param name="x">The value.</param>
    /// <param name="shape">The shape, &gt; 0; also the mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The shape is not above 0.</exception>
    public static double Cumulative(double x, double shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        if (!(x > 0))
        {
            return double.IsNaN(x) ? double.NaN : 0;
        }

        return x < shape + 1 ? Below(x, shape) : 1 - Above(x, shape);
    }

    /// <summary>Probability of more than <paramref name="x"/>; 1 for x ≤ 0.</summary>
    /// <inheritdoc cref="Cumulative" path="/param|/exception"/>
    public static double UpperTail(double x, double shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        if (!(x > 0))
        {
            return double.IsNaN(x) ? double.NaN : 1;
        }

        return x < shape + 1 ? 1 - Below(x, shape) : Above(x, shape);
    }

    /// <summary>The density at <paramref name="x"/> &gt; 0.</summary>
    /// <inheritdoc cref="Cumulative" path="/param|/exception"/>
    public static double Density(double x, double shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        return Front(x, shape) * shape / x;
    }

    /// <summary>The x that leaves <paramref name="p"/> below; 0 &lt; p &lt; 1.</summary>
    /// <param name="p">The probability below.</param>
    /// <param name="shape">The shape, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1), or the shape is not above 0.</exception>
    public static double Quantile(double p, double shape)
    {
        Levels.ThrowUnlessInside(p);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        return p > 0.5 ? Upper(1 - p, shape) : TailSearch.Solve(new LowerGammaTail(shape), p, StartBelow(p, shape));
    }

    /// <summary>The x that leaves <paramref name="tail"/> above; 0 &lt; tail &lt; 1. Keeps its digits for the smallest tails.</summary>
    /// <param name="tail">The probability above.</param>
    /// <param name="shape">The shape, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1), or the shape is not above 0.</exception>
    public static double UpperQuantile(double tail, double shape)
    {
        Levels.ThrowUnlessInside(tail);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        return tail > 0.5 ? TailSearch.Solve(new LowerGammaTail(shape), 1 - tail, StartBelow(1 - tail, shape)) : Upper(tail, shape);
    }

    private static double Upper(double tail, double shape) =>
        TailSearch.Solve(new UpperGammaTail(shape), tail, WilsonHilferty(NormalDistribution.UpperQuantile(tail), shape));

    // Near 0 the distribution is x^shape / Γ(shape + 1).
    private static double StartBelow(double p, double shape) => Math.Max(
        Math.Exp((Math.Log(p) + GammaFunction.Log(shape + 1)) / shape), WilsonHilferty(NormalDistribution.Quantile(p), shape));

    // Wilson and Hilferty (1931): the cube root is nearly normal.
    private static double WilsonHilferty(double z, double shape)
    {
        var root = 1 - (1 / (9 * shape)) + (z / (3 * Math.Sqrt(shape)));
        return root > 0 ? shape * root * root * root : 0;
    }

    // x^shape e^−x / Γ(shape + 1).
    private static double Front(double x, double shape) =>
        Math.Exp(-GammaFunction.StirlingError(shape) - GammaFunction.Deviance(shape, x)) / Math.Sqrt(2 * Math.PI * shape);

    private static double Below(double x, double shape)
    {
        var (sum, term) = (1.0, 1.0);
        for (var step = 1; step <= StepsMax && term > sum * 1e-17; step++)
        {
            term *= x / (shape + step);
            sum += term;
        }

        return Front(x, shape) * sum;
    }

    // Modified Lentz.
    private static double Above(double x, double shape)
    {
        if (double.IsPositiveInfinity(x))
        {
            return 0;
        }

        var b = x + 1 - shape;
        var (c, d) = (1e300, 1 / b);
        var value = d;
        for (var step = 1; step <= StepsMax; step++)
        {
            var a = -step * (step - shape);
            b += 2;
            d = 1 / ((a * d) + b);
            c = b + (a / c);
            var factor = c * d;
            value *= factor;
            if (Math.Abs(factor - 1) < 1e-16)
            {
                break;
            }
        }

        return Front(x, shape) * shape * value;
    }

    private readonly struct LowerGammaTail(double shape) : ITail
    {
        public static bool IsUpper => false;

        public (double Probability, double Density) At(double x) => (Cumulative(x, shape), Density(x, shape));
    }

    private readonly struct UpperGammaTail(double shape) : ITail
    {
        public static bool IsUpper => true;

        public (double Probability, double Density) At(double x) => (UpperTail(x, shape), Density(x, shape));
    }
}
