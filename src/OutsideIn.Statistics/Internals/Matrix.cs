namespace OutsideIn.Statistics;

/// <summary>A small dense matrix, row by row.</summary>
internal sealed class Matrix(int rowCount, int columnCount)
{
    private readonly double[] _values = new double[rowCount * columnCount];

    public int RowCount => rowCount;

    public int ColumnCount => columnCount;

    public ref double this[int row, int column] => ref _values[(row * columnCount) + column];

    public Span<double> Row(int row) => _values.AsSpan(row * columnCount, columnCount);

    public void CopyTo(Matrix other) => _values.CopyTo(other._values, 0);

    public static Matrix Identity(int size)
    {
        var identity = new Matrix(size, size);
        for (var index = 0; index < size; index++)
        {
            identity[index, index] = 1;
        }

        return identity;
    }

    /// <summary>this × other.</summary>
    public Matrix Times(Matrix other)
    {
        var product = new Matrix(rowCount, other.ColumnCount);
        for (var row = 0; row < rowCount; row++)
        {
            for (var inner = 0; inner < columnCount; inner++)
            {
                AddScaled(product.Row(row), this[row, inner], other.Row(inner));
            }
        }

        return product;
    }

    /// <summary>this × vector.</summary>
    public double[] Times(ReadOnlySpan<double> vector)
    {
        var product = new double[rowCount];
        for (var row = 0; row < rowCount; row++)
        {
            product[row] = Dot(Row(row), vector);
        }

        return product;
    }

    public Matrix Transposed()
    {
        var transposed = new Matrix(columnCount, rowCount);
        for (var row = 0; row < rowCount; row++)
        {
            for (var column = 0; column < columnCount; column++)
            {
                transposed[column, row] = this[row, column];
            }
        }

        return transposed;
    }

    /// <summary>Every entry times a factor, in place.</summary>
    public Matrix ScaleBy(double factor)
    {
        foreach (ref var value in _values.AsSpan())
        {
            value *= factor;
        }

        return this;
    }

    /// <summary>Adds weight × vector × vectorᵀ, in place.</summary>
    public void AddOuter(double weight, ReadOnlySpan<double> vector)
    {
        for (var row = 0; row < rowCount; row++)
        {
            AddScaled(Row(row), weight * vector[row], vector);
        }
    }

    /// <summary>weightsᵀ × this × weights.</summary>
    public double Quadratic(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var row = 0; row < rowCount; row++)
        {
            sum += weights[row] * Dot(Row(row), weights);
        }

        return sum;
    }

    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var index = 0; index < left.Length; index++)
        {
            sum += left[index] * right[index];
        }

        return sum;
    }

    public static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> vector)
    {
        for (var index = 0; index < target.Length; index++)
        {
            target[index] += factor * vector[index];
        }
    }
}
