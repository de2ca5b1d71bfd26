namespace OutsideIn.Statistics;

/// <summary>The chi-square distribution's upper tail.</summary>
public static class ChiSquareDistribution
{
    private const int StepsMax = 10_000;

    /// <summary>Probability of a value of at least <paramref name="value"/>; 1 for a value of 0 or less. Keeps its digits far out in the tail.</summary>
    /// <param name="value">The statistic.</param>
    /// <param name="degrees">Degrees of freedom, &gt; 0.</param>
    /// <remarks>
    /// The regularised incomplete gamma function Q(degrees / 2, value / 2): DLMF 8.11.4 (series) below its mean, 8.9.2 (continued
    /// fraction) above, its front factor in the form of Loader (2000).
    /// </remarks>
    public static double UpperTail(double value, double degrees)
    {
        if (!(value > 0))
        {
            return double.IsNaN(value) ? double.NaN : 1;
        }

        if (double.IsPositiveInfinity(value))
        {
            return 0;
        }

        var (shape, x) = (degrees / 2, value / 2);
        var front = Math.Exp(-GammaFunction.StirlingError(shape) - GammaFunction.Deviance(shape, x)) / Math.Sqrt(2 * Math.PI * shape);
        return x < shape + 1 ? 1 - (front * Series(shape, x)) : front * shape * Fraction(shape, x);
    }

    /// <summary>Probability of a standard normal value at least as far from 0 as <paramref name="z"/>, on either side.</summary>
    public static double BothTails(double z) => UpperTail(z * z, 1);

    private static double Series(double shape, double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var step = 1; step <= StepsMax && term > sum * 1e-17; step++)
        {
            term *= x / (shape + step);
            sum += term;
        }

        return sum;
    }

    // Modified Lentz.
    private static double Fraction(double shape, double x)
    {
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

        return value;
    }
}
