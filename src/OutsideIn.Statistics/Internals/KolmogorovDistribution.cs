namespace OutsideIn.Statistics;

/// <summary>The exact distribution of Kolmogorov's distance of a sample from its distribution.</summary>
internal static class KolmogorovDistribution
{
    private const double Large = 1e140;

    /// <summary>The probability of a distance below d in a sample of n.</summary>
    /// <remarks>Source: Marsaglia, Tsang and Wang (2003), Evaluating Kolmogorov's distribution, Journal of Statistical Software 8(18): n!/nⁿ times a corner of Hⁿ.</remarks>
    public static double Cumulative(double d, int n)
    {
        var k = (int)(n * d) + 1;
        var (size, h) = ((2 * k) - 1, k - (n * d));
        var (power, exponent) = Power(Start(size, h), size, n);
        var value = power[((k - 1) * size) + k - 1];
        for (var i = 1; i <= n; i++)
        {
            value = value * i / n;
            if (value < 1 / Large)
            {
                value *= Large;
                exponent -= 140;
            }
        }

        return value * Math.Pow(10, exponent);
    }

    private static double[] Start(int size, double h)
    {
        var matrix = new double[size * size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                matrix[(row * size) + column] = row - column + 1 < 0 ? 0 : 1;
            }
        }

        for (var i = 0; i < size; i++)
        {
            matrix[i * size] -= Math.Pow(h, i + 1);
            matrix[((size - 1) * size) + i] -= Math.Pow(h, size - i);
        }

        matrix[(size - 1) * size] += (2 * h) - 1 > 0 ? Math.Pow((2 * h) - 1, size) : 0;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                for (var factor = 1; factor <= row - column + 1; factor++)
                {
                    matrix[(row * size) + column] /= factor;
                }
            }
        }

        return matrix;
    }

    private static (double[] Matrix, int Exponent) Power(double[] matrix, int size, int n)
    {
        if (n == 1)
        {
            return (matrix, 0);
        }

        var (half, exponent) = Power(matrix, size, n / 2);
        var whole = Times(half, half, size);
        (whole, exponent) = (n % 2 == 0 ? whole : Times(matrix, whole, size), 2 * exponent);
        if (whole[(size / 2 * size) + (size / 2)] > Large)
        {
            foreach (ref var one in whole.AsSpan())
            {
                one /= Large;
            }

            exponent += 140;
        }

        return (whole, exponent);
    }

    private static double[] Times(double[] left, double[] right, int size)
    {
        var product = new double[size * size];
        for (var row = 0; row < size; row++)
        {
            for (var inner = 0; inner < size; inner++)
            {
                for (var column = 0; column < size; column++)
                {
                    product[(row * size) + column] += left[(row * size) + inner] * right[(inner * size) + column];
                }
            }
        }

        return product;
    }
}
