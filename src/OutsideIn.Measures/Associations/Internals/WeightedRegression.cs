namespace OutsideIn.Measures;

/// <summary>Weighted least squares over the cells of a design, with errors that hold whatever the spread within a cell.</summary>
/// <remarks>
/// Observations that share a row of the design enter as sums, so the fit costs O(cells × columns²) however many there are.
/// Errors: the sandwich of White (1980), A heteroskedasticity-consistent covariance matrix estimator, Econometrica 48, times
/// n / (n − columns) (HC1 of MacKinnon and White 1985). Columns that follow from others are left out.
/// </remarks>
internal static class WeightedRegression
{
    // A column whose part not explained by those before it is smaller than this follows from them.
    private const double DependentBelow = 1e-9;

    /// <summary>The coefficient of each column and its robust standard error; NaN for a column that follows from those before it.</summary>
    /// <param name="design">[cells × columns, row by row] The design.</param>
    /// <param name="cells">[cells] The observations.</param>
    /// <param name="columns">Number of columns.</param>
    public static (double[] Coefficients, double[] Errors) Fit(ReadOnlySpan<double> design, ReadOnlySpan<CellSums> cells, int columns)
    {
        var (cross, right) = (new double[columns * columns], new double[columns]);
        var count = 0;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var row = design.Slice(cell * columns, columns);
            AddSquare(cross, row, cells[cell].Weight);
            for (var column = 0; column < columns; column++)
            {
                right[column] += row[column] * cells[cell].Sum;
            }

            count += cells[cell].Count;
        }

        var isKept = Invert(cross, columns);
        var coefficients = Times(cross, right, columns);
        var kept = isKept.Count(static one => one);
        var errors = Errors(design, cells, cross, coefficients);
        var small = count > kept ? (double)count / (count - kept) : double.NaN;
        for (var column = 0; column < columns; column++)
        {
            errors[column] = isKept[column] ? Math.Sqrt(errors[column] * small) : double.NaN;
            coefficients[column] = isKept[column] ? coefficients[column] : double.NaN;
        }

        return (coefficients, errors);
    }

    // The diagonal of A M A, where A is the inverse and M the sum of squared errors over the design.
    private static double[] Errors(ReadOnlySpan<double> design, ReadOnlySpan<CellSums> cells, double[] inverse, double[] coefficients)
    {
        var columns = coefficients.Length;
        var variances = new double[columns];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell].Count == 0)
            {
                continue;
            }

            var row = design.Slice(cell * columns, columns);
            var fitted = 0.0;
            for (var column = 0; column < columns; column++)
            {
                fitted += row[column] * coefficients[column];
            }

            var squares = cells[cell].SquaredErrors(fitted);
            for (var column = 0; column < columns; column++)
            {
                var influence = 0.0;
                for (var other = 0; other < columns; other++)
                {
                    influence += inverse[(column * columns) + other] * row[other];
                }

                variances[column] += influence * influence * squares;
            }
        }

        return variances;
    }

    private static void AddSquare(double[] cross, ReadOnlySpan<double> row, double weight)
    {
        for (var column = 0; column < row.Length; column++)
        {
            if (row[column] != 0)
            {
                var part = row[column] * weight;
                for (var other = 0; other < row.Length; other++)
                {
                    cross[(column * row.Length) + other] += part * row[other];
                }
            }
        }
    }

    // The sweep operator (Goodnight 1979, A tutorial on the SWEEP operator, The American Statistician 33): in place, a dependent
    // column is left out and its row and column become zero.
    private static bool[] Invert(double[] matrix, int columns)
    {
        var first = new double[columns];
        for (var column = 0; column < columns; column++)
        {
            first[column] = matrix[(column * columns) + column];
        }

        var isKept = new bool[columns];
        for (var pivot = 0; pivot < columns; pivot++)
        {
            var size = matrix[(pivot * columns) + pivot];
            isKept[pivot] = size > DependentBelow * first[pivot];
            for (var other = 0; !isKept[pivot] && other < columns; other++)
            {
                (matrix[(pivot * columns) + other], matrix[(other * columns) + pivot]) = (0, 0);
            }

            if (isKept[pivot])
            {
                Sweep(matrix, columns, pivot, size);
            }
        }

        return isKept;
    }

    private static void Sweep(double[] matrix, int columns, int pivot, double size)
    {
        for (var row = 0; row < columns; row++)
        {
            if (row == pivot)
            {
                continue;
            }

            var factor = matrix[(row * columns) + pivot] / size;
            for (var column = 0; column < columns; column++)
            {
                matrix[(row * columns) + column] -= column == pivot ? 0 : factor * matrix[(pivot * columns) + column];
            }

            matrix[(row * columns) + pivot] = -factor;
        }

        for (var column = 0; column < columns; column++)
        {
            matrix[(pivot * columns) + column] = column == pivot ? 1 / size : matrix[(pivot * columns) + column] / size;
        }
    }

    private static double[] Times(double[] matrix, double[] vector, int columns)
    {
        var product = new double[columns];
        for (var row = 0; row < columns; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                product[row] += matrix[(row * columns) + column] * vector[column];
            }
        }

        return product;
    }
}
