namespace OutsideIn.Statistics;

/// <summary>The chi-square distribution: half of it is gamma of half the degrees.</summary>
public static class ChiSquareDistribution
{
    /// <summary>Probability of at most <paramref name="value"/>; 0 for a value of 0 or less.</summary>
    /// <param name="value">The statistic.</param>
    /// <param name="degrees">Degrees of freedom, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees are not above 0.</exception>
    public static double Cumulative(double value, double degrees) => GammaDistribution.Cumulative(value / 2, degrees / 2);

    /// <summary>Probability of a value of at least <paramref name="value"/>; 1 for a value of 0 or less. Keeps its digits far out in the tail.</summary>
    /// <inheritdoc cref="Cumulative" path="/param|/exception"/>
    public static double UpperTail(double value, double degrees) => GammaDistribution.UpperTail(value / 2, degrees / 2);

    /// <summary>The value that leaves <paramref name="p"/> below; 0 &lt; p &lt; 1.</summary>
    /// <param name="p">The probability below.</param>
    /// <param name="degrees">Degrees of freedom, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1), or the degrees are not above 0.</exception>
    public static double Quantile(double p, double degrees) => 2 * GammaDistribution.Quantile(p, degrees / 2);

    /// <summary>The value that leaves <paramref name="tail"/> above; 0 &lt; tail &lt; 1.</summary>
    /// <param name="tail">The probability above.</param>
    /// <param name="degrees">Degrees of freedom, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1), or the degrees are not above 0.</exception>
    public static double UpperQuantile(double tail, double degrees) => 2 * GammaDistribution.UpperQuantile(tail, degrees / 2);

    /// <summary>Probability of a standard normal value at least as far from 0 as <paramref name="z"/>, on either side.</summary>
    public static double BothTails(double z) => 2 * NormalDistribution.UpperTail(Math.Abs(z));
}
