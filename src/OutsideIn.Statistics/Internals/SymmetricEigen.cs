namespace OutsideIn.Statistics;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix.</summary>
/// <remarks>Source: Golub and Van Loan (2013), Matrix Computations, §8.5 (cyclic Jacobi).</remarks>
internal sealed class SymmetricEigen
{
    private const int SweepsMax = 60;

    private SymmetricEigen(double[] values, Matrix vectors) => (Values, Vectors) = (values, vectors);

    public double[] Values { get; }

    /// <summary>Column j is the eigenvector of value j.</summary>
    public Matrix Vectors { get; }

    public static SymmetricEigen Of(Matrix symmetric)
    {
        var size = symmetric.RowCount;
        var work = symmetric.Transposed();
        var vectors = Matrix.Identity(size);
        for (var sweep = 0; sweep < SweepsMax && OffDiagonal(work) > 0; sweep++)
        {
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Rotate(work, vectors, p, q);
                }
            }
        }

        var values = new double[size];
        for (var index = 0; index < size; index++)
        {
            values[index] = work[index, index];
        }

        return new SymmetricEigen(values, vectors);
    }

    /// <summary>The matrix with a function applied to its eigenvalues.</summary>
    public Matrix Apply(Func<double, double> function)
    {
        var result = new Matrix(Values.Length, Values.Length);
        var vector = new double[Values.Length];
        for (var index = 0; index < Values.Length; index++)
        {
            for (var row = 0; row < vector.Length; row++)
            {
                vector[row] = Vectors[row, index];
            }

            result.AddOuter(function(Values[index]), vector);
        }

        return result;
    }

    private static double OffDiagonal(Matrix work)
    {
        var sum = 0.0;
        for (var row = 0; row < work.RowCount; row++)
        {
            for (var column = row + 1; column < work.RowCount; column++)
            {
                sum += work[row, column] * work[row, column];
            }
        }

        return sum;
    }

    private static void Rotate(Matrix work, Matrix vectors, int p, int q)
    {
        var off = work[p, q];
        if (Math.Abs(off) < 1e-300 || Math.Abs(off) < 1e-17 * Math.Sqrt(Math.Abs(work[p, p] * work[q, q])))
        {
            (work[p, q], work[q, p]) = (0, 0);
            return;
        }

        var theta = (work[q, q] - work[p, p]) / (2 * off);
        var tangent = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var index = 0; index < work.RowCount; index++)
        {
            var (one, other) = (work[index, p], work[index, q]);
            (work[index, p], work[index, q]) = ((cosine * one) - (sine * other), (sine * one) + (cosine * other));
            (one, other) = (vectors[index, p], vectors[index, q]);
            (vectors[index, p], vectors[index, q]) = ((cosine * one) - (sine * other), (sine * one) + (cosine * other));
        }

        for (var index = 0; index < work.RowCount; index++)
        {
            var (one, other) = (work[p, index], work[q, index]);
            (work[p, index], work[q, index]) = ((cosine * one) - (sine * other), (sine * one) + (cosine * other));
        }

        (work[p, q], work[q, p]) = (0, 0);
    }
}
