using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Ordinary least squares.</summary>
public static class LinearModel
{
    /// <summary>The coefficients with the least sum of squared residuals.</summary>
    /// <param name="design">[rows × columns] What explains, the constant included where there is to be one.</param>
    /// <param name="outcome">[rows] What is explained, finite, any unit.</param>
    /// <returns>
    /// The fit; <c>ST020</c> where there are no more rows than columns; <c>ST021</c> where a column is a combination of those before it.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The outcome has another number of rows than the design.</exception>
    /// <remarks>By orthogonal columns, so that badly scaled ones keep their digits. O(rows × columns²).</remarks>
    public static Result<LinearFit> Fit(DesignMatrix design, ReadOnlySpan<double> outcome)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentOutOfRangeException.ThrowIfNotEqual(outcome.Length, design.RowCount, nameof(outcome));
        return Factor(design).TryGet(out var factor, out var problem) ? new LinearFit(design.Names, factor, outcome) : problem;
    }

    internal static Result<OrthogonalFactor> Factor(DesignMatrix design)
    {
        if (design.RowCount <= design.ColumnCount)
        {
            return TooFewRows(design.ColumnCount, design.RowCount);
        }

        var (factor, dependent) = OrthogonalFactor.Of(design);
        return factor is null ? Dependent(design.Names[dependent]) : factor;
    }

    internal static Problem TooFewRows(int columns, int rows) => new(
        ProblemKind.NotEstimable,
        "ST020",
        $"{columns} coefficients cannot be estimated from {rows} observations.",
        "Leave columns out, or wait for more observations.");

    internal static Problem Dependent(string column) => new(
        ProblemKind.NotEstimable,
        "ST021",
        $"The column {column} says nothing that the columns before it do not say.",
        "Leave it out, or one of those it repeats.");
}
