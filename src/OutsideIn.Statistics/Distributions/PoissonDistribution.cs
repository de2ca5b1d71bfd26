namespace OutsideIn.Statistics;

/// <summary>The Poisson distribution: how many independent events come where so many are expected.</summary>
public static class PoissonDistribution
{
    /// <summary>Probability of exactly so many events.</summary>
    /// <param name="events">How many; of fewer than 0 the probability is 0.</param>
    /// <param name="mean">How many are expected, ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is negative.</exception>
    /// <remarks>Source: Loader (2000), Fast and accurate computation of binomial probabilities.</remarks>
    public static double Probability(long events, double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mean);
        if (events < 0 || mean == 0)
        {
            return events == 0 ? 1 : 0;
        }

        return events == 0
            ? Math.Exp(-mean)
            : Math.Exp(-GammaFunction.StirlingError(events) - GammaFunction.Deviance(events, mean)) / Math.Sqrt(2 * Math.PI * events);
    }

    /// <summary>Probability of at most so many events, as a tail of its own.</summary>
    /// <inheritdoc cref="Probability" path="/param|/exception"/>
    /// <remarks>Source: DLMF 8.4.10, the gamma distribution.</remarks>
    public static double Cumulative(long events, double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mean);
        return events < 0 ? 0 : GammaDistribution.UpperTail(mean, events + 1.0);
    }

    /// <summary>Probability of more than so many events, as a tail of its own.</summary>
    /// <inheritdoc cref="Cumulative"/>
    public static double UpperTail(long events, double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mean);
        return events < 0 ? 1 : GammaDistribution.Cumulative(mean, events + 1.0);
    }
}
