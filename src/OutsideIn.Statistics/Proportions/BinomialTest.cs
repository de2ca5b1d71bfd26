namespace OutsideIn.Statistics;

/// <summary>Whether counted successes agree with a probability given beforehand: exact.</summary>
public static class BinomialTest
{
    // Two probabilities that differ by rounding only are one and the same.
    private const double Tie = 1 + 1e-7;

    /// <summary>How often at least so unlikely a count would be seen where each trial succeeds with the probability given.</summary>
    /// <param name="successes">How many, 0 ≤ successes ≤ trials.</param>
    /// <param name="trials">Out of how many.</param>
    /// <param name="probability">Of each, 0 ≤ probability ≤ 1.</param>
    /// <returns>The two-sided p-value; 1 for no trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the successes exceed the trials, or the probability is outside [0, 1].</exception>
    /// <remarks>Source: Clopper and Pearson (1934) for the tails; the other tail is what is no more probable, as in R's <c>binom.test</c>. O(log trials).</remarks>
    public static double TwoSided(long successes, long trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        var (limit, mean) = (BinomialDistribution.Probability(successes, trials, probability) * Tie, trials * probability);
        if (successes == mean)
        {
            return 1;
        }

        // Away from its mean the probability only falls, so the first count of the other side that is no more likely is found by halving.
        return successes < mean
            ? Math.Min(1, BinomialDistribution.Cumulative(successes, trials, probability) + Beyond(trials, probability, limit))
            : Math.Min(1, BinomialDistribution.UpperTail(successes - 1, trials, probability) + Beyond(trials, 1 - probability, limit));
    }

    private static double Beyond(long trials, double probability, double limit)
    {
        var (low, high) = ((long)Math.Ceiling(trials * probability), trials + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = BinomialDistribution.Probability(middle, trials, probability) <= limit ? (low, middle) : (middle + 1, high);
        }

        return BinomialDistribution.UpperTail(low - 1, trials, probability);
    }
}
