using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What shares come to when the rows are drawn anew.</summary>
internal sealed record DriverBootstrap(IReadOnlyList<Interval?> Intervals, IReadOnlyList<int> Ranks, IReadOnlyList<double?> Stability)
{
    private const int DrawsMax = 1_000;
    private const int DrawsMin = 200;

    // Some seconds at most: the number of draws is the work that is left for them.
    private const double WorkMax = 2e9;

    /// <summary>Percentile intervals of the shares and how often each driver holds its place.</summary>
    /// <remarks>Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, ch. 13; for relative importance Grömping (2006), §4.3.</remarks>
    public static DriverBootstrap Draw(double[][] columns, IReadOnlyList<double> shares, DriverQuestion question)
    {
        var (size, rows, places) = (shares.Count, columns[0].Length, Places(shares));
        var work = ((double)rows * columns.Length * columns.Length) + (20 * Math.Pow(2, size));
        var draws = (int)Math.Clamp(WorkMax / work, DrawsMin, DrawsMax);
        var (bits, drawn) = (new RandomBits(question.Seed), columns.Select(static column => new double[column.Length]).ToArray());
        var (found, held, kept) = (Enumerable.Range(0, size).Select(_ => new List<double>(draws)).ToArray(), new int[size], 0);
        for (var draw = 0; draw < draws; draw++)
        {
            for (var row = 0; row < rows; row++)
            {
                var from = (int)Math.BigMul(bits.Next(), (ulong)rows, out _);
                for (var column = 0; column < columns.Length; column++)
                {
                    drawn[column][row] = columns[column][from];
                }
            }

            // A draw in which something no longer varies says nothing.
            if (!VarianceShares.Of(JointMoments.Of(drawn)).TryGet(out var again, out _))
            {
                continue;
            }

            kept++;
            var now = Places(again.Lmg);
            for (var driver = 0; driver < size; driver++)
            {
                found[driver].Add(again.Lmg[driver] / again.RSquared);
                held[driver] += now[driver] == places[driver] ? 1 : 0;
            }
        }

        return kept < DrawsMin / 2
            ? new DriverBootstrap(new Interval?[size], places, new double?[size])
            : new DriverBootstrap([.. found.Select(values => Between(values, question.Level))], places, [.. held.Select(count => (double?)count / kept)]);
    }

    /// <summary>[drivers] The place of each by its share, 1 for the largest.</summary>
    public static int[] Places(IReadOnlyList<double> shares) =>
        [.. shares.Select((one, index) => 1 + shares.Where((other, at) => other > one || (other == one && at < index)).Count())];

    private static Interval? Between(List<double> values, double level)
    {
        values.Sort();
        double[] sorted = [.. values];
        return new Interval(Quantile.Interpolated(sorted, (1 - level) / 2), Quantile.Interpolated(sorted, (1 + level) / 2));
    }
}
