namespace OutsideIn.Statistics;

/// <summary>What a statistic is held against: Student's t, or the normal distribution where the degrees of freedom are infinite.</summary>
internal static class ReferenceDistribution
{
    /// <summary>Probability of a statistic at least as far from 0, on either side.</summary>
    public static double BothTails(double statistic, double degrees) => double.IsInfinity(degrees)
        ? ChiSquareDistribution.BothTails(statistic)
        : BetaDistribution.Cumulative(degrees / (degrees + (statistic * statistic)), degrees / 2, 0.5);

    /// <summary>The value that leaves half of 1 − level on either side.</summary>
    public static double TwoSided(double level, double degrees)
    {
        if (double.IsInfinity(degrees))
        {
            return NormalDistribution.TwoSided(level);
        }

        var part = BetaDistribution.Inverse(1 - level, degrees / 2, 0.5);
        return Math.Sqrt(degrees * (1 - part) / part);
    }

    /// <summary>Probability of an F of at least this.</summary>
    public static double UpperTailF(double statistic, double upperDegrees, double lowerDegrees) =>
        BetaDistribution.Cumulative(lowerDegrees / (lowerDegrees + (upperDegrees * statistic)), lowerDegrees / 2, upperDegrees / 2);
}
