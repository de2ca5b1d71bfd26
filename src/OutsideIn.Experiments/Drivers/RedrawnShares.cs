using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What shares come to when the rows are drawn anew: intervals, and how often each driver holds its place.</summary>
/// <remarks>Source: percentile intervals, Efron and Tibshirani (1993), An Introduction to the Bootstrap, ch. 13; for relative importance Grömping (2006), §4.3.</remarks>
internal sealed record RedrawnShares(IReadOnlyList<Interval?> Intervals, IReadOnlyList<int> Ranks, IReadOnlyList<double?> Stability)
{
    // Fewer draws than this say nothing of the ends of an interval.
    private const int KeptMin = 100;

    /// <param name="shares">[drivers] The shares of the rows as they are.</param>
    /// <param name="draws">[draws][drivers] The shares of each draw as parts of 1; null for a draw in which something no longer varies.</param>
    /// <param name="level">Confidence level.</param>
    public static RedrawnShares Of(IReadOnlyList<double> shares, IReadOnlyList<double[]?> draws, double level)
    {
        var (size, places) = (shares.Count, Places(shares));
        double[][] kept = [.. draws.OfType<double[]>()];
        if (kept.Length < KeptMin)
        {
            return new RedrawnShares(new Interval?[size], places, new double?[size]);
        }

        var held = new int[size];
        foreach (var draw in kept)
        {
            var now = Places(draw);
            for (var driver = 0; driver < size; driver++)
            {
                held[driver] += now[driver] == places[driver] ? 1 : 0;
            }
        }

        return new RedrawnShares(
            [.. Enumerable.Range(0, size).Select(driver => Between([.. kept.Select(draw => draw[driver])], level))],
            places,
            [.. held.Select(count => (double?)count / kept.Length)]);
    }

    /// <summary>[drivers] The place of each by its share, 1 for the largest.</summary>
    public static int[] Places(IReadOnlyList<double> shares) =>
        [.. shares.Select((one, index) => 1 + shares.Where((other, at) => other > one || (other == one && at < index)).Count())];

    private static Interval? Between(double[] values, double level)
    {
        Array.Sort(values);
        return new Interval(Quantile.Interpolated(values, (1 - level) / 2), Quantile.Interpolated(values, (1 + level) / 2));
    }
}
