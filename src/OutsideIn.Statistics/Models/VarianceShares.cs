using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How much of an outcome's variance goes with each of several columns. Immutable.</summary>
/// <remarks>
/// All from means and cross-deviations, so that parts of a log add up. Source: Lindeman, Merenda and Gold (1980); Grömping (2006), Relative
/// importance for linear regression in R, J. Statistical Software 17; Johnson (2000), A heuristic method for estimating the relative weight of
/// predictor variables, Multivariate Behavioral Research 35; Pratt (1987).
/// </remarks>
public sealed record VarianceShares
{
    /// <summary>So many columns at most: 2²⁷ models take some seconds.</summary>
    public const int ColumnsMax = 27;

    /// <summary>R² of all columns together.</summary>
    public required double RSquared { get; init; }

    /// <summary>[columns] LMG: what a column adds to R², averaged over all orders in which columns may come (its Shapley value). Adds up to <see cref="RSquared"/>.</summary>
    public required IReadOnlyList<double> Lmg { get; init; }

    /// <summary>[columns] R² of the column alone.</summary>
    public required IReadOnlyList<double> First { get; init; }

    /// <summary>[columns] What R² loses without the column.</summary>
    public required IReadOnlyList<double> Last { get; init; }

    /// <summary>[columns] Johnson's relative weights. Add up to <see cref="RSquared"/>.</summary>
    public required IReadOnlyList<double> Johnson { get; init; }

    /// <summary>[columns] Pratt's product of coefficient and correlation; below zero where another column suppresses.</summary>
    public required IReadOnlyList<double> Pratt { get; init; }

    /// <summary>[columns] Coefficients in standard deviations of outcome and column.</summary>
    public required IReadOnlyList<double> StandardBeta { get; init; }

    /// <summary>[columns] Correlation with the outcome.</summary>
    public required IReadOnlyList<double> Correlation { get; init; }

    /// <summary>[columns] Variance inflation: by how much the other columns blur this one's coefficient, ≥ 1.</summary>
    public required IReadOnlyList<double> Inflation { get; init; }

    /// <summary>The shares of the columns before the last in the last one's variance.</summary>
    /// <param name="moments">Of rows whose last number is the outcome.</param>
    /// <returns>The shares; <c>ST020</c> too few rows; <c>ST021</c> a column that repeats others; <c>ST026</c> more than <see cref="ColumnsMax"/> columns, or one or the outcome that does not vary.</returns>
    public static Result<VarianceShares> Of(JointMoments moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var size = moments.Width - 1;
        if (size is < 1 or > ColumnsMax || Enumerable.Range(0, moments.Width).Any(column => !(moments.CrossDeviations(column, column) > 0)))
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "ST026",
                $"Shares of variance need 1 to {ColumnsMax} columns that vary and an outcome that does; there are {size} columns.",
                "Leave out what never varies, and choose the columns that matter.");
        }

        if (moments.Count <= moments.Width)
        {
            return LinearModel.TooFewRows(moments.Width, (int)moments.Count);
        }

        var correlations = Correlations(moments);
        var inverse = new Matrix(size, size);
        for (var row = 0; row < size; row++)
        {
            correlations.Row(row)[..size].CopyTo(inverse.Row(row));
        }

        var eigen = SymmetricEigen.Of(inverse);
        if (!CholeskyFactor.TryFactor(inverse) || eigen.Values.Min() < 1e-10)
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "ST021",
                "One of the columns says nothing that the others together do not say.",
                "Leave it out, or one of those it repeats.");
        }

        return Decomposed(correlations, CholeskyFactor.Inverse(inverse), eigen);
    }

    private static VarianceShares Decomposed(Matrix correlations, Matrix inverse, SymmetricEigen eigen)
    {
        var size = inverse.RowCount;
        var outcome = correlations.Row(size)[..size].ToArray();
        var betas = inverse.Times(outcome);
        var columns = Enumerable.Range(0, size).ToArray();
        return new VarianceShares
        {
            RSquared = Matrix.Dot(betas, outcome),
            Lmg = new ShapleyTree(correlations).Shares(),
            First = [.. outcome.Select(static correlation => correlation * correlation)],
            Last = [.. columns.Select(column => betas[column] * betas[column] / inverse[column, column])],
            Johnson = RelativeWeights(eigen, outcome),
            Pratt = [.. columns.Select(column => betas[column] * outcome[column])],
            StandardBeta = betas,
            Correlation = outcome,
            Inflation = [.. columns.Select(column => inverse[column, column])],
        };
    }

    internal static Matrix Correlations(JointMoments moments)
    {
        var correlations = Matrix.Identity(moments.Width);
        for (var row = 0; row < moments.Width; row++)
        {
            for (var column = 0; column < row; column++)
            {
                var value = moments.CrossDeviations(row, column)
                    / Math.Sqrt(moments.CrossDeviations(row, row) * moments.CrossDeviations(column, column));
                (correlations[row, column], correlations[column, row]) = (value, value);
            }
        }

        return correlations;
    }

    // The columns nearest to the drivers that are at right angles explain the outcome; each driver is given their shares by its own part in them.
    private static double[] RelativeWeights(SymmetricEigen eigen, double[] outcome)
    {
        var root = eigen.Apply(Math.Sqrt);
        var betas = eigen.Apply(static value => 1 / Math.Sqrt(value)).Times(outcome);
        var weights = new double[outcome.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            for (var column = 0; column < weights.Length; column++)
            {
                weights[row] += root[row, column] * root[row, column] * betas[column] * betas[column];
            }
        }

        return weights;
    }
}
