namespace OutsideIn.Statistics;

/// <summary>Cases in the order of their times, their columns taken from the mean and in standard deviations, so that no exponent runs over.</summary>
internal sealed class CoxData
{
    private readonly double[] _values;
    private readonly double[] _scales;

    private CoxData(double[] times, bool[] isClosed, double[] values, double[] scales) =>
        (Times, IsClosed, _values, _scales) = (times, isClosed, values, scales);

    /// <summary>[cases] Ascending.</summary>
    public double[] Times { get; }

    /// <summary>[cases] Whether reached then.</summary>
    public bool[] IsClosed { get; }

    public int ColumnCount => _scales.Length;

    /// <summary>[columns] The standardised values of one case.</summary>
    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * ColumnCount, ColumnCount);

    /// <summary>Standard deviation of a column; 1 where it does not vary.</summary>
    public double Scale(int column) => _scales[column];

    /// <summary>The cases in the order of their times.</summary>
    /// <exception cref="ArgumentException">A duration is NaN.</exception>
    public static CoxData Of(DesignMatrix design, ReadOnlySpan<double> durations, ReadOnlySpan<bool> isClosed)
    {
        var (times, order) = (durations.ToArray(), new int[durations.Length]);
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = double.IsNaN(times[row]) ? throw new ArgumentException($"Duration {row} is not a number.", nameof(durations)) : row;
        }

        RadixSort.Sort(times, order);
        var (values, scales) = (new double[order.Length * design.ColumnCount], new double[design.ColumnCount]);
        for (var column = 0; column < scales.Length; column++)
        {
            var moments = Moments.Of(design.Column(column));
            scales[column] = moments.Variance > 0 ? Math.Sqrt(moments.Variance) : 1;
            for (var row = 0; row < order.Length; row++)
            {
                values[(row * scales.Length) + column] = (design.Column(column)[order[row]] - moments.Mean) / scales[column];
            }
        }

        var closed = new bool[order.Length];
        for (var row = 0; row < order.Length; row++)
        {
            closed[row] = isClosed[order[row]];
        }

        return new CoxData(times, closed, values, scales);
    }
}
