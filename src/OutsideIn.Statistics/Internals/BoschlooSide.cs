namespace OutsideIn.Statistics;

/// <summary>One side of Boschloo's test: that the first arm's share is the smaller one.</summary>
internal sealed class BoschlooSide
{
    public const int UnitsMax = 1_000;
    private const int Grid = 400;
    private readonly int _first;
    private readonly int _second;
    private readonly int[] _from;
    private readonly double[] _tails;

    /// <summary>Finds for every count of the first arm from which count of the second on a table is at least as extreme as the one seen.</summary>
    public BoschlooSide(CountedShare first, CountedShare second)
    {
        (_first, _second) = ((int)first.Whole, (int)second.Whole);
        (_from, _tails) = (new int[_first + 1], new double[_second + 2]);
        var seen = FisherAtMost(first.Part, second.Part) * (1 + 1e-13);
        for (var one = 0; one <= _first; one++)
        {
            var (low, high) = (0, _second + 1);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = FisherAtMost(one, middle) <= seen ? (low, middle) : (middle + 1, high);
            }

            _from[one] = low;
        }
    }

    /// <summary>The greatest probability of such a table over all common shares: the best of a grid, refined by golden section.</summary>
    public double PValue()
    {
        var (best, at) = (0.0, 0);
        for (var step = 1; step < Grid; step++)
        {
            var value = Probability((double)step / Grid);
            (best, at) = value > best ? (value, step) : (best, at);
        }

        const double Golden = 0.6180339887498949;
        var (low, high) = ((at - 1.0) / Grid, (at + 1.0) / Grid);
        for (var step = 0; step < 40; step++)
        {
            var (one, other) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
            (low, high) = Probability(one) > Probability(other) ? (low, other) : (one, high);
        }

        return Math.Max(best, Probability((low + high) / 2));
    }

    private double FisherAtMost(long one, long other) => new Hypergeometric(_first, _second, one + other).AtMost(one);

    private double Probability(double share)
    {
        for (var other = _second; other >= 0; other--)
        {
            _tails[other] = _tails[other + 1] + BinomialDistribution.Probability(other, _second, share);
        }

        var sum = 0.0;
        for (var one = 0; one <= _first; one++)
        {
            sum += BinomialDistribution.Probability(one, _first, share) * _tails[_from[one]];
        }

        return sum;
    }
}
