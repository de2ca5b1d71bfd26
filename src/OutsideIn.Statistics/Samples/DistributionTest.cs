namespace OutsideIn.Statistics;

/// <summary>Whether two samples could come from one distribution, whatever it is. Immutable.</summary>
/// <param name="Distance">The greatest vertical distance of their step curves, 0 to 1.</param>
/// <param name="PValue">How often chance alone sets two samples of one distribution at least that far apart.</param>
/// <remarks>It says that the two differ, not by how much nor where; for an effect ask <see cref="RankComparison"/> or a quantile.</remarks>
public sealed record DistributionTest(double Distance, double PValue)
{
    // The exact distribution costs about (n · distance)³; from here on the limit agrees to three digits.
    private const int ExactMax = 140;

    /// <summary>The two-sample test of Kolmogorov and Smirnov.</summary>
    /// <param name="control">[units] The control's values, ascending, at least one.</param>
    /// <param name="treatment">[units] The treatment's.</param>
    /// <remarks>
    /// Two samples count as one of the size nm/(n + m), rounded: its exact distribution up to 140 by Marsaglia, Tsang and Wang (2003), Evaluating
    /// Kolmogorov's distribution, Journal of Statistical Software 8, above by the limit with the correction of Stephens (1970), JRSS B 32.
    /// Ties make it cautious.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A sample is empty.</exception>
    public static DistributionTest KolmogorovSmirnov(ReadOnlySpan<double> control, ReadOnlySpan<double> treatment)
    {
        ArgumentOutOfRangeException.ThrowIfZero(control.Length, nameof(control));
        ArgumentOutOfRangeException.ThrowIfZero(treatment.Length, nameof(treatment));
        var (distance, one, other) = (0.0, 0, 0);
        while (one < control.Length && other < treatment.Length)
        {
            var value = Math.Min(control[one], treatment[other]);
            while (one < control.Length && control[one] == value)
            {
                one++;
            }

            while (other < treatment.Length && treatment[other] == value)
            {
                other++;
            }

            distance = Math.Max(distance, Math.Abs(((double)one / control.Length) - ((double)other / treatment.Length)));
        }

        var size = Math.Round((double)control.Length * treatment.Length / (control.Length + (double)treatment.Length));
        return new DistributionTest(distance, size <= ExactMax ? Math.Clamp(1 - KolmogorovDistribution.Cumulative(distance, (int)Math.Max(1, size)), 0, 1) : Limit(distance, size));
    }

    private static double Limit(double distance, double size)
    {
        var (root, sum) = (Math.Sqrt(size), 0.0);
        var scaled = distance * (root + 0.12 + (0.11 / root));
        if (scaled < 0.2)
        {
            return 1;
        }

        for (var term = 1; term <= 100; term++)
        {
            sum += (term % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * term * term * scaled * scaled);
        }

        return Math.Clamp(sum, 0, 1);
    }
}
