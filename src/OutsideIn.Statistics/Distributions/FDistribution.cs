namespace OutsideIn.Statistics;

/// <summary>Fisher's and Snedecor's F distribution: the ratio of two variances. Degrees of freedom need not be whole.</summary>
public static class FDistribution
{
    /// <summary>Probability of at most <paramref name="value"/>; 0 for a value of 0 or less.</summary>
    /// <param name="value">The statistic.</param>
    /// <param name="above">Degrees of freedom above the line, &gt; 0.</param>
    /// <param name="below">Degrees of freedom below the line, &gt; 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees are not above 0.</exception>
    /// <remarks>As a beta distribution (DLMF 8.17), both of whose arguments are made from the statistic, so that neither tail loses digits.</remarks>
    public static double Cumulative(double value, double above, double below) => UpperTail(1 / Math.Max(0, value), below, above);

    /// <summary>Probability of more than <paramref name="value"/>; 1 for a value of 0 or less. Keeps its digits far out in the tail.</summary>
    /// <inheritdoc cref="Cumulative"/>
    public static double UpperTail(double value, double above, double below)
    {
        var ratio = Math.Max(0, value) * above / below;
        return double.IsInfinity(ratio)
            ? 0
            : BetaDistribution.Cumulative(1 / (1 + ratio), ratio / (1 + ratio), below / 2, above / 2);
    }

    /// <summary>The density at <paramref name="value"/> &gt; 0.</summary>
    /// <inheritdoc cref="Cumulative" path="/param"/>
    public static double Density(double value, double above, double below)
    {
        var ratio = value * above / below;
        return BetaDistribution.Density(ratio / (1 + ratio), 1 / (1 + ratio), above / 2, below / 2) * above / below / ((1 + ratio) * (1 + ratio));
    }

    /// <summary>The value that leaves <paramref name="p"/> below; 0 &lt; p &lt; 1.</summary>
    /// <param name="p">The probability below.</param>
    /// <param name="above">Degrees of freedom above the line, &gt; 0.</param>
    /// <param name="below">Degrees of freedom below the line, &gt; 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1), or the degrees are not above 0.</exception>
    public static double Quantile(double p, double above, double below) => 1 / UpperQuantile(p, below, above);

    /// <summary>The value that leaves <paramref name="tail"/> above; 0 &lt; tail &lt; 1.</summary>
    /// <param name="tail">The probability above.</param>
    /// <param name="above">Degrees of freedom above the line, &gt; 0.</param>
    /// <param name="below">Degrees of freedom below the line, &gt; 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1), or the degrees are not above 0.</exception>
    public static double UpperQuantile(double tail, double above, double below)
    {
        Levels.ThrowUnlessInside(tail);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(above);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(below);
        return TailSearch.Solve(new UpperFTail(above, below), tail, 1);
    }

    private readonly struct UpperFTail(double above, double below) : ITail
    {
        public static bool IsUpper => true;

        public (double Probability, double Density) At(double x) => (UpperTail(x, above, below), Density(x, above, below));
    }
}
