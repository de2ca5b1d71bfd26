namespace OutsideIn.Statistics;

/// <summary>The gamma function: its logarithm, what Stirling's formula leaves of it, and its logarithm's slope.</summary>
public static class GammaFunction
{
    // From here on seven terms of the series are exact to the last bit of a double.
    private const double SeriesFrom = 15;
    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>ln Γ(x) for x &gt; 0.</summary>
    /// <remarks>Source: DLMF 5.11.1 (Stirling's series), reached from below by the recurrence 5.5.1.</remarks>
    public static double Log(double x)
    {
        if (x is 1 or 2)
        {
            return 0;
        }

        var shift = 1.0;
        while (x < SeriesFrom)
        {
            shift *= x;
            x += 1;
        }

        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + Series(x) - Math.Log(shift);
    }

    /// <summary>ln Γ(n + 1) − ((n + ½) ln n − n + ½ ln 2π) for n &gt; 0: the error of Stirling's formula.</summary>
    /// <remarks>Source: Loader (2000), Fast and accurate computation of binomial probabilities, §2.</remarks>
    public static double StirlingError(double n) =>
        n >= SeriesFrom ? Series(n) : Log(n + 1) - ((n + 0.5) * Math.Log(n)) + n - HalfLogTwoPi;

    /// <summary>ψ(x), the slope of ln Γ(x), for x &gt; 0.</summary>
    /// <remarks>Source: DLMF 5.11.2, reached from below by the recurrence 5.5.2.</remarks>
    public static double Digamma(double x)
    {
        var sum = 0.0;
        while (x < SeriesFrom)
        {
            sum -= 1 / x;
            x += 1;
        }

        var y = 1 / (x * x);
        return sum + Math.Log(x) - (0.5 / x)
            - (y * ((1.0 / 12) - (y * ((1.0 / 120) - (y * ((1.0 / 252) - (y * ((1.0 / 240) - (y * ((1.0 / 132) - (y * 691 / 32760)))))))))));
    }

    /// <summary>k ln(k / m) + m − k for k, m &gt; 0, without cancellation where k is near m.</summary>
    /// <remarks>Source: Loader (2000), the function D0.</remarks>
    public static double Deviance(double k, double m)
    {
        // Turned round, so that what is not a number does not enter the loop.
        if (!(Math.Abs(k - m) < 0.1 * (k + m)))
        {
            return (k * Math.Log(k / m)) + m - k;
        }

        var v = (k - m) / (k + m);
        var (sum, term) = ((k - m) * v, 2 * k * v);
        for (var odd = 3; ; odd += 2)
        {
            term *= v * v;
            var next = sum + (term / odd);
            if (next == sum)
            {
                return sum;
            }

            sum = next;
        }
    }

    private static double Series(double x)
    {
        var y = 1 / (x * x);
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (((1.0 / 1188)
            - (((691.0 / 360360) - (y / 156)) * y)) * y)) * y)) * y)) * y)) / x;
    }
}
