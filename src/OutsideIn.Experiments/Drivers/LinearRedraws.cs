using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Shares of variance of rows that are drawn anew.</summary>
internal static class LinearRedraws
{
    private const int DrawsMax = 1_000;
    private const int DrawsMin = 200;

    // Some seconds at most: the number of draws is the work that is left for them.
    private const double WorkMax = 2e9;

    /// <summary>[draws][drivers] LMG shares as parts of 1; null where something no longer varies in a draw.</summary>
    public static double[]?[] Of(double[][] columns, ulong seed, CancellationToken stop, IProgress<double>? progress)
    {
        var (size, rows) = (columns.Length - 1, columns[0].Length);
        var work = ((double)rows * columns.Length * columns.Length) + (20 * Math.Pow(2, size));
        var found = new double[]?[(int)Math.Clamp(WorkMax / work, DrawsMin, DrawsMax)];
        var (bits, drawn) = (new RandomBits(seed), columns.Select(static column => new double[column.Length]).ToArray());
        for (var draw = 0; draw < found.Length; draw++)
        {
            stop.ThrowIfCancellationRequested();
            for (var row = 0; row < rows; row++)
            {
                var from = (int)Math.BigMul(bits.Next(), (ulong)rows, out _);
                for (var column = 0; column < columns.Length; column++)
                {
                    drawn[column][row] = columns[column][from];
                }
            }

            found[draw] = VarianceShares.Of(JointMoments.Of(drawn)).TryGet(out var again, out _)
                ? [.. again.Lmg.Select(share => share / again.RSquared)]
                : null;
            progress?.Report((draw + 1.0) / found.Length);
        }

        return found;
    }
}
