namespace OutsideIn.Statistics;

/// <summary>The lower triangle L with L Lᵀ = a symmetric positive definite matrix.</summary>
/// <remarks>Source: Golub and Van Loan (2013), Matrix Computations, algorithm 4.2.1.</remarks>
internal static class CholeskyFactor
{
    // What is left of a diagonal after the others have been taken out, as a share of it, below which it counts as nothing.
    private const double Negligible = 1e-13;

    /// <summary>Overwrites the lower triangle with L; the upper one is left as it was. False where the matrix is not positive definite.</summary>
    public static bool TryFactor(Matrix matrix)
    {
        for (var row = 0; row < matrix.RowCount; row++)
        {
            var whole = matrix[row, row];
            for (var column = 0; column <= row; column++)
            {
                var rest = matrix[row, column] - Matrix.Dot(matrix.Row(row)[..column], matrix.Row(column)[..column]);
                if (column < row)
                {
                    matrix[row, column] = rest / matrix[column, column];
                }
                else if (rest > Negligible * whole)
                {
                    matrix[row, row] = Math.Sqrt(rest);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>ln det of the factored matrix.</summary>
    public static double LogDeterminant(Matrix factor)
    {
        var sum = 0.0;
        for (var index = 0; index < factor.RowCount; index++)
        {
            sum += Math.Log(factor[index, index]);
        }

        return 2 * sum;
    }

    /// <summary>Overwrites b with the x of L Lᵀ x = b.</summary>
    public static void Solve(Matrix factor, Span<double> b)
    {
        for (var row = 0; row < b.Length; row++)
        {
            b[row] = (b[row] - Matrix.Dot(factor.Row(row)[..row], b[..row])) / factor[row, row];
        }

        for (var row = b.Length - 1; row >= 0; row--)
        {
            for (var below = row + 1; below < b.Length; below++)
            {
                b[row] -= factor[below, row] * b[below];
            }

            b[row] /= factor[row, row];
        }
    }

    /// <summary>The inverse of the factored matrix.</summary>
    public static Matrix Inverse(Matrix factor)
    {
        var inverse = Matrix.Identity(factor.RowCount);
        for (var row = 0; row < factor.RowCount; row++)
        {
            Solve(factor, inverse.Row(row));
        }

        return inverse;
    }
}
