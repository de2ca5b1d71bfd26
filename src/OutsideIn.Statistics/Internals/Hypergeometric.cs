namespace OutsideIn.Statistics;

/// <summary>How many of the drawn are from the first of two groups, when all draws are equally likely.</summary>
internal readonly struct Hypergeometric(long first, long second, long drawn)
{
    public long Low => Math.Max(0, drawn - second);

    public long High => Math.Min(drawn, first);

    public long Mode => Math.Clamp((long)((first + 1.0) * (drawn + 1.0) / (first + second + 2.0)), Low, High);

    /// <remarks>Loader (2000): three binomial probabilities, so that no factorial overflows.</remarks>
    public double Probability(long x)
    {
        if (x < Low || x > High)
        {
            return 0;
        }

        var share = (double)drawn / (first + second);
        return BinomialDistribution.Probability(x, first, share) * BinomialDistribution.Probability(drawn - x, second, share)
            / BinomialDistribution.Probability(drawn, first + second, share);
    }

    public double AtMost(long x) => x < Low ? 0 : x >= High ? 1 : x > Centre ? 1 - Sum(x + 1, 1) : Sum(x, -1);

    public double AtLeast(long x) => x <= Low ? 1 : x > High ? 0 : x < Centre ? 1 - Sum(x - 1, -1) : Sum(x, 1);

    private double Centre => (double)first * drawn / (first + second);

    private double Sum(long x, int direction)
    {
        var (sum, term) = (0.0, Probability(x));
        while (x >= Low && x <= High && term > sum * 1e-18)
        {
            sum += term;
            term *= direction > 0
                ? (double)(first - x) * (drawn - x) / ((x + 1.0) * (second - drawn + x + 1))
                : x * (double)(second - drawn + x) / ((first - x + 1.0) * (drawn - x + 1));
            x += direction;
        }

        return sum;
    }
}
