namespace OutsideIn.Statistics;

/// <summary>What an outcome is explained by: named columns of numbers, one row per observation. Immutable; safe to share.</summary>
public sealed class DesignMatrix
{
    private readonly double[] _values;

    private DesignMatrix(IReadOnlyList<string> names, double[] values, int rowCount) =>
        (Names, _values, RowCount) = (names, values, rowCount);

    /// <summary>[columns] What each column is called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many observations.</summary>
    public int RowCount { get; }

    /// <summary>How many columns, the constant included where there is one.</summary>
    public int ColumnCount => Names.Count;

    /// <summary>A matrix of these columns, as they are: no constant is added.</summary>
    /// <param name="names">[columns] What each is called.</param>
    /// <param name="columns">[columns][rows] Finite numbers.</param>
    /// <exception cref="ArgumentException">There is no column, their lengths differ, or a number is not finite.</exception>
    public static DesignMatrix Of(IReadOnlyList<string> names, IReadOnlyList<double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count, nameof(columns));
        ArgumentOutOfRangeException.ThrowIfNotEqual(names.Count, columns.Count, nameof(names));
        var rows = columns[0].Length;
        var values = new double[rows * columns.Count];
        for (var column = 0; column < columns.Count; column++)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(columns[column].Length, rows, nameof(columns));
            columns[column].CopyTo(values, column * rows);
        }

        return values.All(double.IsFinite)
            ? new DesignMatrix([.. names], values, rows)
            : throw new ArgumentException("Every number must be finite.", nameof(columns));
    }

    /// <summary>A matrix of these columns with a first column <c>const</c> of ones.</summary>
    /// <param name="names">[columns] What each is called.</param>
    /// <param name="columns">[columns][rows] Finite numbers; at least one column.</param>
    /// <exception cref="ArgumentException">There is no column, their lengths differ, or a number is not finite.</exception>
    public static DesignMatrix WithConstant(IReadOnlyList<string> names, IReadOnlyList<double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count, nameof(columns));
        return Of(["const", .. names], [Constant(columns[0].Length), .. columns]);
    }

    /// <summary>[rows] One column.</summary>
    public ReadOnlySpan<double> Column(int column) => _values.AsSpan(column * RowCount, RowCount);

    /// <summary>The matrix with one more column at its end.</summary>
    /// <exception cref="ArgumentException">Its length differs, or a number is not finite.</exception>
    public DesignMatrix With(string name, double[] column) =>
        Of([.. Names, name], [.. Enumerable.Range(0, ColumnCount).Select(index => Column(index).ToArray()), column]);

    /// <summary>[rows] Ones.</summary>
    internal static double[] Constant(int rowCount)
    {
        var ones = new double[rowCount];
        Array.Fill(ones, 1);
        return ones;
    }

    /// <summary>[columns] Writes one row.</summary>
    internal void CopyRow(int row, Span<double> target)
    {
        for (var column = 0; column < target.Length; column++)
        {
            target[column] = _values[(column * RowCount) + row];
        }
    }

    /// <summary>[rows] X × coefficients.</summary>
    internal double[] Times(ReadOnlySpan<double> coefficients)
    {
        var product = new double[RowCount];
        for (var column = 0; column < ColumnCount; column++)
        {
            Matrix.AddScaled(product, coefficients[column], Column(column));
        }

        return product;
    }

    /// <summary>Every row times its factor.</summary>
    internal DesignMatrix ScaledBy(ReadOnlySpan<double> factors)
    {
        var scaled = new double[_values.Length];
        for (var index = 0; index < scaled.Length; index++)
        {
            scaled[index] = _values[index] * factors[index % RowCount];
        }

        return new DesignMatrix(Names, scaled, RowCount);
    }

    /// <summary>The columns named by their index, in that order.</summary>
    internal DesignMatrix Choose(IReadOnlyList<int> columns) =>
        Of([.. columns.Select(column => Names[column])], [.. columns.Select(column => Column(column).ToArray())]);
}
