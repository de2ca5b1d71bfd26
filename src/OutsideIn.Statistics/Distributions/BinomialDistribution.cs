namespace OutsideIn.Statistics;

/// <summary>The binomial distribution: successes among so many independent trials of equal probability.</summary>
public static class BinomialDistribution
{
    /// <summary>Probability of exactly so many successes.</summary>
    /// <param name="successes">How many; outside 0 to trials the probability is 0.</param>
    /// <param name="trials">Out of how many, ≥ 0.</param>
    /// <param name="probability">Of each, 0 ≤ probability ≤ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The trials are negative, or the probability is outside [0, 1].</exception>
    /// <remarks>Source: Loader (2000), Fast and accurate computation of binomial probabilities.</remarks>
    public static double Probability(long successes, long trials, double probability)
    {
        Check(trials, probability);
        if (successes < 0 || successes > trials)
        {
            return 0;
        }

        if (probability is 0 or 1)
        {
            return successes == (probability == 0 ? 0 : trials) ? 1 : 0;
        }

        if (successes == 0)
        {
            return Math.Exp(trials * SmallNumbers.LogOnePlus(-probability));
        }

        if (successes == trials)
        {
            return Math.Exp(trials * Math.Log(probability));
        }

        var (n, k) = ((double)trials, (double)successes);
        var exponent = GammaFunction.StirlingError(n) - GammaFunction.StirlingError(k) - GammaFunction.StirlingError(n - k)
            - GammaFunction.Deviance(k, n * probability) - GammaFunction.Deviance(n - k, n * (1 - probability));
        return Math.Exp(exponent) * Math.Sqrt(n / (2 * Math.PI * k * (n - k)));
    }

    /// <summary>Probability of at most so many successes, as a tail of its own.</summary>
    /// <inheritdoc cref="Probability" path="/param|/exception"/>
    /// <remarks>Source: DLMF 8.17.5, the beta distribution.</remarks>
    public static double Cumulative(long successes, long trials, double probability)
    {
        Check(trials, probability);
        return successes < 0 ? 0 : successes >= trials ? 1
            : BetaDistribution.UpperTail(probability, successes + 1.0, trials - successes);
    }

    /// <summary>Probability of more than so many successes, as a tail of its own.</summary>
    /// <inheritdoc cref="Cumulative"/>
    public static double UpperTail(long successes, long trials, double probability)
    {
        Check(trials, probability);
        return successes < 0 ? 1 : successes >= trials ? 0
            : BetaDistribution.Cumulative(probability, successes + 1.0, trials - successes);
    }

    private static void Check(long trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (!(probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies from 0 to 1.");
        }
    }
}
