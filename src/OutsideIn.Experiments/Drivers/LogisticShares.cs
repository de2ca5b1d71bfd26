using System.Numerics;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>McFadden's R² of a logistic regression, shared out among its columns.</summary>
/// <param name="Total">R² of all columns.</param>
/// <param name="Shapley">[columns] What each adds, averaged over all orders; adds up to <paramref name="Total"/>.</param>
/// <param name="First">[columns] R² of each alone.</param>
/// <param name="Last">[columns] What R² loses without each.</param>
internal sealed record LogisticShares(double Total, IReadOnlyList<double> Shapley, IReadOnlyList<double> First, IReadOnlyList<double> Last)
{
    // Rows × columns² × models: some seconds.
    private const double WorkMax = 4e8;

    /// <summary>Fits every subset of the columns; the first column is the constant and always in.</summary>
    public static Result<LogisticShares> Of(DesignMatrix design, double[] outcome)
    {
        var size = design.ColumnCount - 1;
        if (Math.Pow(2, size) * design.RowCount * design.ColumnCount * design.ColumnCount > WorkMax)
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "EX091",
                $"{size} drivers of a yes or no are 2 to the {size} regressions over {design.RowCount} rows: too much to compute.",
                "Ask about fewer drivers, or about fewer rows drawn by lot; or take the linear shares.");
        }

        var explained = new double[1 << size];
        for (var subset = 1; subset < explained.Length; subset++)
        {
            if (!Subset(design, subset, outcome).TryGet(out var fit, out var problem))
            {
                return problem;
            }

            explained[subset] = fit.McFadden;
        }

        var columns = Enumerable.Range(0, size).ToArray();
        return new LogisticShares(
            explained[^1],
            [.. columns.Select(column => Averaged(explained, column, size))],
            [.. columns.Select(column => explained[1 << column])],
            [.. columns.Select(column => explained[^1] - explained[explained.Length - 1 - (1 << column)])]);
    }

    private static Result<LogisticFit> Subset(DesignMatrix design, int subset, double[] outcome)
    {
        int[] chosen = [.. Enumerable.Range(0, design.ColumnCount).Where(column => column == 0 || (subset & (1 << (column - 1))) != 0)];
        var part = DesignMatrix.Of([.. chosen.Select(column => design.Names[column])], [.. chosen.Select(column => design.Column(column).ToArray())]);
        return LogisticModel.Fit(part, outcome);
    }

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
