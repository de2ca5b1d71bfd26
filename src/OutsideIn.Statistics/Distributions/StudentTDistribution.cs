namespace OutsideIn.Statistics;

/// <summary>Student's t distribution. Degrees of freedom need not be whole; infinitely many make it the normal distribution.</summary>
public static class StudentTDistribution
{
    // From here on the expansion for many degrees is exact to the last digits where the tail's beta variable is at least ExpansionFrom.
    private const double ExpansionDegrees = 30;
    private const double ExpansionFrom = 0.3;

    /// <summary>Probability of at most <paramref name="t"/>, to its last digits however far out.</summary>
    /// <param name="t">The statistic.</param>
    /// <param name="degrees">Degrees of freedom, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees are not above 0.</exception>
    public static double Cumulative(double t, double degrees) => UpperTail(-t, degrees);

    /// <summary>Probability of more than <paramref name="t"/>, to its last digits however far out.</summary>
    /// <inheritdoc cref="Cumulative" path="/param|/exception"/>
    /// <remarks>
    /// Half of I_x(degrees / 2, 1/2) at x = degrees / (degrees + t²) (DLMF 8.17). From 30 degrees on by the expansion of DiDonato and
    /// Morris (1992), Algorithm 708, ACM Transactions on Mathematical Software 18, their BGRAT, in which ten terms and no loop of
    /// unknown length give all digits.
    /// </remarks>
    public static double UpperTail(double t, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        if (double.IsPositiveInfinity(degrees))
        {
            return NormalDistribution.UpperTail(t);
        }

        var square = t * t / degrees;
        var x = square > 1e300 ? degrees / t / t : 1 / (1 + square);
        var tail = degrees >= ExpansionDegrees && x >= ExpansionFrom
            ? HalfBeta.Cumulative(degrees / 2, square) / 2
            : BetaDistribution.Cumulative(x, 1 - x > 0.9 ? 1 - x : square * x, degrees / 2, 0.5) / 2;
        return t > 0 ? tail : 1 - tail;
    }

    /// <summary>Probability of a value at least as far from 0 as <paramref name="t"/>, on either side: the two-sided p-value.</summary>
    /// <inheritdoc cref="Cumulative" path="/param|/exception"/>
    public static double BothTails(double t, double degrees) => t == 0 ? 1 : 2 * UpperTail(Math.Abs(t), degrees);

    /// <summary>The density at <paramref name="t"/>.</summary>
    /// <inheritdoc cref="Cumulative" path="/param|/exception"/>
    public static double Density(double t, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        return double.IsPositiveInfinity(degrees)
            ? NormalDistribution.Density(t)
            : HalfBeta.RatioOfGammas(degrees / 2) / Math.Sqrt(Math.PI * degrees)
                * Math.Exp(-(degrees + 1) / 2 * SmallNumbers.LogOnePlus(t * t / degrees));
    }

    /// <summary>The t that leaves <paramref name="p"/> below; 0 &lt; p &lt; 1. For a p close to 1 <see cref="UpperQuantile"/> keeps more digits.</summary>
    /// <param name="p">The probability below.</param>
    /// <param name="degrees">Degrees of freedom, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1), or the degrees are not above 0.</exception>
    public static double Quantile(double p, double degrees) => 0 - UpperQuantile(p, degrees);

    /// <summary>The t that leaves <paramref name="tail"/> above; 0 &lt; tail &lt; 1. Keeps its digits for the smallest tails.</summary>
    /// <param name="tail">The probability above.</param>
    /// <param name="degrees">Degrees of freedom, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1), or the degrees are not above 0.</exception>
    public static double UpperQuantile(double tail, double degrees)
    {
        Levels.ThrowUnlessInside(tail);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        if (double.IsPositiveInfinity(degrees))
        {
            return NormalDistribution.UpperQuantile(tail);
        }

        return tail switch
        {
            0.5 => 0,
            > 0.5 => -Upper(1 - tail, degrees),
            _ => Upper(tail, degrees),
        };
    }

    /// <summary>The t that leaves half of 1 − level on either side.</summary>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <param name="degrees">Degrees of freedom, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1), or the degrees are not above 0.</exception>
    public static double TwoSided(double level, double degrees) => UpperQuantile((1 - level) / 2, degrees);

    private static double Upper(double tail, double degrees) =>
        TailSearch.Solve(new UpperStudentTail(degrees), tail, Start(NormalDistribution.UpperQuantile(tail), tail, degrees));

    // Fisher and Cornish (1960) near the centre; far out the tail is a power of t.
    private static double Start(double z, double tail, double degrees)
    {
        var square = z * z;
        if (square < degrees)
        {
            var second = ((((5 * square) + 16) * square) + 3) / 96;
            var third = ((((((3 * square) + 19) * square) + 17) * square) - 15) / 384;
            return z * (1 + (((square + 1) / 4) + ((second + (third / degrees)) / degrees)) / degrees);
        }

        var front = HalfBeta.RatioOfGammas(degrees / 2) / Math.Sqrt(Math.PI);
        return Math.Sqrt(degrees) * Math.Pow(front / (degrees * tail), 1 / degrees);
    }

    private readonly struct UpperStudentTail(double degrees) : ITail
    {
        public static bool IsUpper => true;

        public (double Probability, double Density) At(double x) => (UpperTail(x, degrees), Density(x, degrees));
    }
}
