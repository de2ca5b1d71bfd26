namespace OutsideIn.Statistics;

/// <summary>The incomplete beta function I_x(a, 1/2), on which Student's t rests.</summary>
internal static class HalfBeta
{
    private const int Terms = 12;
    private static readonly double[] Weights = WeightsOfTerms();

    /// <summary>I_x(a, 1/2) at x = 1 / (1 + s), for a ≥ 15 and s ≤ 7/3.</summary>
    /// <remarks>
    /// BGRAT of DiDonato and Morris (1992), Algorithm 708, ACM Transactions on Mathematical Software 18, §9, for b = 1/2, where the
    /// incomplete gamma function it starts from is a normal tail; every J is kept times H, so that s = 0 is no exception.
    /// </remarks>
    public static double Cumulative(double a, double s)
    {
        var centre = a - 0.25;
        var log = SmallNumbers.LogOnePlus(s);
        var u = centre * log;
        var h = Math.Sqrt(u / Math.PI) * Math.Exp(-u);
        var (j, power) = (2 * NormalDistribution.UpperTail(Math.Sqrt(2 * u)), h);
        var (sum, squares, step) = (j, 4 * centre * centre, log * log / 4);
        for (var n = 1; n < Terms; n++)
        {
            var b = 0.5 + (2 * (n - 1));
            j = ((b * (b + 1) * j) + ((u + b + 1) * power)) / squares;
            power *= step;
            var term = Weights[n] * j;
            sum += term;
            if (Math.Abs(term) < sum * 1e-17)
            {
                break;
            }
        }

        return sum * RatioOfGammas(a) / Math.Sqrt(centre);
    }

    /// <summary>Γ(a + 1/2) / Γ(a) for a &gt; 0.</summary>
    /// <remarks>By Stirling's formula with its error, so that a large a loses no digits to the difference of logarithms.</remarks>
    public static double RatioOfGammas(double a)
    {
        var half = 0.5 / a;
        return Math.Sqrt(a) * Math.Exp((a * SmallNumbers.LogOnePlus(half)) - 0.5
            + GammaFunction.StirlingError(a + 0.5) - GammaFunction.StirlingError(a));
    }

    // p_n of the source.
    private static double[] WeightsOfTerms()
    {
        var (weights, factorials) = (new double[Terms], new double[(2 * Terms) + 2]);
        (weights[0], factorials[0]) = (1, 1);
        for (var n = 1; n < factorials.Length; n++)
        {
            factorials[n] = factorials[n - 1] * n;
        }

        for (var n = 1; n < Terms; n++)
        {
            var sum = 0.0;
            for (var m = 1; m < n; m++)
            {
                sum += ((0.5 * m) - n) * weights[n - m] / factorials[(2 * m) + 1];
            }

            weights[n] = (sum / n) - (0.5 / factorials[(2 * n) + 1]);
        }

        return weights;
    }
}
