namespace OutsideIn.Statistics;

/// <summary>X = Q R: columns of Q at right angles and of length one, R upper triangular.</summary>
/// <remarks>Source: Golub and Van Loan (2013), Matrix Computations, §5.2.8 (modified Gram–Schmidt), each column passed through twice, which makes Q orthogonal to the last digits (Giraud, Langou and Rozložník 2005).</remarks>
internal sealed class OrthogonalFactor
{
    // A column of which no more than this share is its own is a combination of those before it.
    private const double Negligible = 1e-10;

    private readonly double[] _orthogonal;

    private OrthogonalFactor(double[] orthogonal, int rowCount, Matrix triangle) =>
        (_orthogonal, RowCount, Triangle) = (orthogonal, rowCount, triangle);

    public int RowCount { get; }

    public int ColumnCount => Triangle.RowCount;

    /// <summary>[columns × columns] R.</summary>
    public Matrix Triangle { get; }

    /// <summary>[rows] A column of Q.</summary>
    public ReadOnlySpan<double> Column(int column) => _orthogonal.AsSpan(column * RowCount, RowCount);

    /// <summary>Factors a matrix given column by column; the index of the first column that depends on those before it, or −1.</summary>
    public static (OrthogonalFactor? Factor, int Dependent) Of(DesignMatrix design)
    {
        var (rows, columns) = (design.RowCount, design.ColumnCount);
        var orthogonal = new double[rows * columns];
        var triangle = new Matrix(columns, columns);
        for (var column = 0; column < columns; column++)
        {
            var own = orthogonal.AsSpan(column * rows, rows);
            design.Column(column).CopyTo(own);
            var whole = Math.Sqrt(Matrix.Dot(own, own));
            for (var pass = 0; pass < 2; pass++)
            {
                for (var before = 0; before < column; before++)
                {
                    var other = orthogonal.AsSpan(before * rows, rows);
                    var along = Matrix.Dot(other, own);
                    triangle[before, column] += along;
                    Matrix.AddScaled(own, -along, other);
                }
            }

            var length = Math.Sqrt(Matrix.Dot(own, own));
            if (!(length > Negligible * whole))
            {
                return (null, column);
            }

            triangle[column, column] = length;
            foreach (ref var value in own)
            {
                value /= length;
            }
        }

        return (new OrthogonalFactor(orthogonal, rows, triangle), -1);
    }

    /// <summary>[columns] Qᵀ y.</summary>
    public double[] Along(ReadOnlySpan<double> y)
    {
        var along = new double[ColumnCount];
        for (var column = 0; column < ColumnCount; column++)
        {
            along[column] = Matrix.Dot(Column(column), y);
        }

        return along;
    }

    /// <summary>[columns] One row of Q.</summary>
    public void CopyRow(int row, Span<double> target)
    {
        for (var column = 0; column < target.Length; column++)
        {
            target[column] = _orthogonal[(column * RowCount) + row];
        }
    }

    /// <summary>Overwrites b with R⁻¹ b.</summary>
    public void SolveTriangle(Span<double> b)
    {
        for (var row = b.Length - 1; row >= 0; row--)
        {
            b[row] = (b[row] - Matrix.Dot(Triangle.Row(row)[(row + 1)..], b[(row + 1)..])) / Triangle[row, row];
        }
    }

    /// <summary>Overwrites b with R⁻ᵀ b.</summary>
    public void SolveTransposed(Span<double> b)
    {
        for (var row = 0; row < b.Length; row++)
        {
            for (var above = 0; above < row; above++)
            {
                b[row] -= Triangle[above, row] * b[above];
            }

            b[row] /= Triangle[row, row];
        }
    }

    /// <summary>R⁻¹ M R⁻ᵀ for a symmetric M: a covariance of Qᵀ-coordinates as one of coefficients.</summary>
    public Matrix ToCoefficients(Matrix inner)
    {
        var half = new Matrix(ColumnCount, ColumnCount);
        for (var row = 0; row < ColumnCount; row++)
        {
            inner.Row(row).CopyTo(half.Row(row));
            SolveTriangle(half.Row(row));
        }

        var outer = half.Transposed();
        for (var row = 0; row < ColumnCount; row++)
        {
            SolveTriangle(outer.Row(row));
        }

        return outer;
    }
}
