namespace OutsideIn.Statistics;

/// <summary>What means, covariances and regressions need of many rows of several numbers: count, means, and sums of cross-deviations. Adds up exactly as its parts do; immutable.</summary>
/// <remarks>
/// Source: Chan, Golub and LeVeque (1983), Algorithms for computing the sample variance, The American Statistician 37(3), the pairwise
/// update; for cross-deviations Pébay (2008), Formulas for robust, one-pass parallel computation of covariances, Sandia report 2008-6212, eq. 3.12.
/// </remarks>
public sealed class JointMoments
{
    private readonly double[] _means;

    // The lower triangle row by row: (row, column ≤ row) at row (row + 1) / 2 + column.
    private readonly double[] _deviations;

    private JointMoments(double count, double[] means, double[] deviations) => (Count, _means, _deviations) = (count, means, deviations);

    /// <summary>How many rows, ≥ 0.</summary>
    public double Count { get; }

    /// <summary>How many numbers a row has, ≥ 1.</summary>
    public int Width => _means.Length;

    /// <summary>Moments that are known already.</summary>
    /// <param name="count">How many rows, ≥ 0.</param>
    /// <param name="means">[width] Mean of each column.</param>
    /// <param name="deviations">[width (width + 1) / 2] Σ(x − x̄)(y − ȳ), the lower triangle row by row: 00, 10, 11, 20 …</param>
    /// <exception cref="ArgumentException">The lengths do not belong together, or there is no column.</exception>
    public static JointMoments OfKnown(double count, ReadOnlySpan<double> means, ReadOnlySpan<double> deviations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (means.IsEmpty || deviations.Length != Triangle(means.Length))
        {
            throw new ArgumentException($"{means.Length} means have {Triangle(means.Length)} cross-deviations, not {deviations.Length}.", nameof(deviations));
        }

        return new JointMoments(count, means.ToArray(), deviations.ToArray());
    }

    /// <summary>Of columns of numbers, in two passes: O(rows × width²).</summary>
    /// <param name="columns">At least one, all of one length; no NaN.</param>
    /// <exception cref="ArgumentException">There is no column, or lengths differ.</exception>
    public static JointMoments Of(params double[][] columns)
    {
        if (columns.Length == 0 || columns.Any(column => column.Length != columns[0].Length))
        {
            throw new ArgumentException("Columns of one length are needed, one at least.", nameof(columns));
        }

        var means = columns.Select(static column => Moments.Of(column).Mean).ToArray();
        var deviations = new double[Triangle(columns.Length)];
        for (var row = 0; row < columns.Length; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                deviations[At(row, column)] = CrossDeviations(columns[row], means[row], columns[column], means[column]);
            }
        }

        return new JointMoments(columns[0].Length, means, deviations);
    }

    /// <summary>Mean of a column.</summary>
    public double Mean(int column) => _means[column];

    /// <summary>Σ(x − x̄)(y − ȳ) of two columns; of a column with itself its squared deviations.</summary>
    public double CrossDeviations(int one, int other) => _deviations[one >= other ? At(one, other) : At(other, one)];

    /// <summary>Covariance of two columns, ÷ (n − 1); NaN below two rows.</summary>
    public double Covariance(int one, int other) => Count > 1 ? CrossDeviations(one, other) / (Count - 1) : double.NaN;

    /// <summary>A column by itself.</summary>
    public Moments Column(int column) => new(Count, _means[column], CrossDeviations(column, column));

    /// <summary>The slopes of the regression of column 0 on all others, with a constant: least squares from the sums alone.</summary>
    /// <returns>[width − 1] One slope a column, in order; null where a column does not vary or is a combination of others.</returns>
    public double[]? Slopes()
    {
        var (factor, slopes) = (new Matrix(Width - 1, Width - 1), new double[Width - 1]);
        for (var row = 1; row < Width; row++)
        {
            slopes[row - 1] = CrossDeviations(row, 0);
            for (var column = 1; column <= row; column++)
            {
                factor[row - 1, column - 1] = CrossDeviations(row, column);
            }
        }

        if (!CholeskyFactor.TryFactor(factor))
        {
            return null;
        }

        CholeskyFactor.Solve(factor, slopes);
        return slopes;
    }

    /// <summary>Σ (column 0 − slopes × the other columns, each about its mean)²: what slopes, of whatever origin, leave unexplained.</summary>
    /// <param name="slopes">[width − 1] One slope a column.</param>
    public double ResidualSquares(ReadOnlySpan<double> slopes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(slopes.Length, Width - 1, nameof(slopes));
        var sum = CrossDeviations(0, 0);
        for (var row = 0; row < slopes.Length; row++)
        {
            sum -= 2 * slopes[row] * CrossDeviations(row + 1, 0);
            for (var column = 0; column < slopes.Length; column++)
            {
                sum += slopes[row] * slopes[column] * CrossDeviations(row + 1, column + 1);
            }
        }

        return Math.Max(0, sum);
    }

    /// <summary>Both together.</summary>
    /// <exception cref="ArgumentException">Their rows have different widths.</exception>
    public static JointMoments operator +(JointMoments left, JointMoments right)
    {
        if (left.Width != right.Width)
        {
            throw new ArgumentException($"Rows of {left.Width} and of {right.Width} numbers do not add up.", nameof(right));
        }

        var count = left.Count + right.Count;
        if (count == 0)
        {
            return left;
        }

        var (share, weight) = (right.Count / count, left.Count * (right.Count / count));
        var (means, deviations) = (new double[left.Width], new double[left._deviations.Length]);
        for (var row = 0; row < means.Length; row++)
        {
            var apart = right._means[row] - left._means[row];
            means[row] = left._means[row] + (apart * share);
            for (var column = 0; column <= row; column++)
            {
                var index = At(row, column);
                deviations[index] = left._deviations[index] + right._deviations[index]
                    + (apart * (right._means[column] - left._means[column]) * weight);
            }
        }

        return new JointMoments(count, means, deviations);
    }

    private static int Triangle(int width) => width * (width + 1) / 2;

    private static int At(int row, int column) => (row * (row + 1) / 2) + column;

    private static double CrossDeviations(ReadOnlySpan<double> one, double mean, ReadOnlySpan<double> other, double otherMean)
    {
        var sum = 0.0;
        for (var index = 0; index < one.Length; index++)
        {
            sum += (one[index] - mean) * (other[index] - otherMean);
        }

        return sum;
    }
}
