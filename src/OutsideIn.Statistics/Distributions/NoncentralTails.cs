namespace OutsideIn.Statistics;

/// <summary>Upper tails of chi-square and F where there is an effect: the power of the tests that rest on them.</summary>
/// <remarks>Source: Johnson, Kotz and Balakrishnan (1995), Continuous Univariate Distributions 2, chapters 29 and 30: mixtures of the central ones with Poisson weights.</remarks>
public static class NoncentralTails
{
    /// <summary>Probability of a chi-square value of more than <paramref name="value"/>.</summary>
    /// <param name="value">The value, ≥ 0.</param>
    /// <param name="degrees">Degrees of freedom, &gt; 0.</param>
    /// <param name="noncentrality">The sum of the squared effects in standard errors, ≥ 0; 0 is the central distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">The noncentrality is negative, or the degrees are not above 0.</exception>
    public static double ChiSquare(double value, double degrees, double noncentrality) => Mixture(
        noncentrality, (value, degrees), static (at, step) => ChiSquareDistribution.UpperTail(at.value, at.degrees + (2 * step)));

    /// <summary>Probability of an F value of more than <paramref name="value"/>. With one degree above the line, both tails of the noncentral t at its root.</summary>
    /// <param name="value">The value, ≥ 0.</param>
    /// <param name="above">Degrees of freedom above the line, &gt; 0.</param>
    /// <param name="below">Degrees of freedom below the line, &gt; 0.</param>
    /// <param name="noncentrality">The sum of the squared effects in standard errors, ≥ 0; 0 is the central distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">The noncentrality is negative, or the degrees are not above 0.</exception>
    public static double F(double value, double above, double below, double noncentrality) => Mixture(
        noncentrality, (ratio: Math.Max(0, value) * above / below, above, below),
        static (at, step) => BetaDistribution.Cumulative(1 / (1 + at.ratio), at.ratio / (1 + at.ratio), at.below / 2, (at.above / 2) + step));

    // From the likeliest weight outward, until the weights add nothing.
    private static double Mixture<T>(double noncentrality, T at, Func<T, long, double> tail)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(noncentrality);
        var (mean, sum) = (noncentrality / 2, 0.0);
        var centre = (long)mean;
        for (var step = centre; step >= 0 && IsHeavy(step, mean, out var weight); step--)
        {
            sum += weight * tail(at, step);
        }

        for (var step = centre + 1; IsHeavy(step, mean, out var weight); step++)
        {
            sum += weight * tail(at, step);
        }

        return Math.Min(1, sum);
    }

    private static bool IsHeavy(long step, double mean, out double weight)
    {
        weight = PoissonDistribution.Probability(step, mean);
        return weight > 1e-18;
    }
}
