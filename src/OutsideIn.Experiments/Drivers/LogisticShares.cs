using System.Numerics;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>McFadden's R² of a logistic regression, shared out among its columns, of the rows as they are and of rows drawn anew.</summary>
/// <param name="Total">R² of all columns.</param>
/// <param name="Shapley">[columns] What each adds, averaged over all orders; adds up to <paramref name="Total"/>.</param>
/// <param name="First">[columns] R² of each alone.</param>
/// <param name="Last">[columns] What R² loses without each.</param>
/// <param name="Redrawn">[draws][columns] The shares of each draw as parts of 1; null where a draw does not vary enough.</param>
internal sealed record LogisticShares(
    double Total, IReadOnlyList<double> Shapley, IReadOnlyList<double> First, IReadOnlyList<double> Last, IReadOnlyList<double[]?> Redrawn)
{
    private const int DrawsMax = 1_000;
    private const int DrawsMin = 200;

    // Rows × columns² × models of one pass, and of all draws together: some seconds each.
    private const double WorkMax = 4e8;
    private const double RedrawnWorkMax = 5e9;

    // So many bytes of counts are kept: how often each row stands in each draw.
    private const double KeptMax = 2e8;

    /// <summary>Whether every subset of so many columns can be fitted in some seconds.</summary>
    public static bool IsWithinReach(int size, int rowCount) => Work(size, rowCount) <= WorkMax;

    /// <summary>Fits every subset of the columns; the first column is the constant and always in.</summary>
    public static Result<LogisticShares> Of(DesignMatrix design, double[] outcome, ulong seed, CancellationToken stop, IProgress<double>? progress)
    {
        var size = design.ColumnCount - 1;
        if (!IsWithinReach(size, design.RowCount))
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "EX091",
                $"{size} drivers of a yes or no are 2 to the {size} regressions over {design.RowCount} rows: too much to compute.",
                "Ask about fewer drivers, or about fewer rows drawn by lot; or take the linear shares.");
        }

        var times = Times(size, design.RowCount, seed);
        var explained = Tables(1 + times.Length, size);
        for (var subset = 1; subset < 1 << size; subset++)
        {
            stop.ThrowIfCancellationRequested();
            if (!Subset(design, subset, outcome).TryGet(out var fit, out var problem))
            {
                return problem;
            }

            explained[0][subset] = fit.McFadden;
            var at = subset;
            Parallel.For(0, times.Length, new ParallelOptions { CancellationToken = stop }, draw =>
                explained[draw + 1][at] = fit.Redrawn(times[draw]) is { } again ? 1 - (again.LogLikelihood / again.NullLogLikelihood) : double.NaN);
            progress?.Report((subset + 1.0) / (1 << size));
        }

        var columns = Enumerable.Range(0, size).ToArray();
        var whole = explained[0];
        return new LogisticShares(
            whole[^1],
            Shared(whole, size),
            [.. columns.Select(column => whole[1 << column])],
            [.. columns.Select(column => whole[^1] - whole[whole.Length - 1 - (1 << column)])],
            [.. explained.Skip(1).Select(one => one.Any(double.IsNaN) || !(one[^1] > 0) ? null : Array.ConvertAll(Shared(one, size), share => share / one[^1]))]);
    }

    private static double Work(int size, int rowCount) => Math.Pow(2, size) * rowCount * (size + 1) * (size + 1);

    // [draws][rows] How often each row was drawn; 255 times at most, which no row of a draw of this size is.
    private static byte[][] Times(int size, int rowCount, ulong seed)
    {
        var bits = new RandomBits(seed);
        var count = Math.Min(Math.Clamp(RedrawnWorkMax / Work(size, rowCount), DrawsMin, DrawsMax), KeptMax / rowCount);
        var times = new byte[(int)count][];
        for (var draw = 0; draw < times.Length; draw++)
        {
            times[draw] = new byte[rowCount];
            for (var row = 0; row < rowCount; row++)
            {
                times[draw][(int)Math.BigMul(bits.Next(), (ulong)rowCount, out _)]++;
            }
        }

        return times;
    }

    private static double[][] Tables(int count, int size)
    {
        var tables = new double[count][];
        for (var table = 0; table < count; table++)
        {
            tables[table] = new double[1 << size];
        }

        return tables;
    }

    private static Result<LogisticFit> Subset(DesignMatrix design, int subset, double[] outcome)
    {
        int[] chosen = [.. Enumerable.Range(0, design.ColumnCount).Where(column => column == 0 || (subset & (1 << (column - 1))) != 0)];
        var part = DesignMatrix.Of([.. chosen.Select(column => design.Names[column])], [.. chosen.Select(column => design.Column(column).ToArray())]);
        return LogisticModel.Fit(part, outcome);
    }

    private static double[] Shared(double[] explained, int size) => [.. Enumerable.Range(0, size).Select(column => Averaged(explained, column, size))];

    private static double Averaged(double[] explained, int column, int size)
    {
        var sum = 0.0;
        for (var subset = 0; subset < explained.Length; subset++)
        {
            if ((subset & (1 << column)) == 0)
            {
                sum += Weight(BitOperations.PopCount((uint)subset), size) * (explained[subset | (1 << column)] - explained[subset]);
            }
        }

        return sum;
    }

    // count! (size − count − 1)! ÷ size!
    private static double Weight(int count, int size) =>
        Math.Exp(GammaFunction.Log(count + 1) + GammaFunction.Log(size - count) - GammaFunction.Log(size + 1));
}
