using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Fits series of one design one after another without allocating: the kernel of <see cref="AutoregressiveModel"/>. Not safe to share.</summary>
/// <remarks>
/// With errors of AR(1), V⁻¹ is 1 and 1 + ρ² on the diagonal and −ρ beside it, so ZᵀV⁻¹Z = A − ρB + ρ²C with A = ZᵀZ, B = Σ (zₜzₜ₋₁ᵀ + zₜ₋₁zₜᵀ)
/// and C = Σ zₜzₜᵀ over the inner rows. Once these are summed, a likelihood costs only a small Cholesky factor, whatever the length.
/// Z holds the orthonormal columns and the residual of ordinary least squares, so that nothing cancels.
/// </remarks>
public sealed partial class AutoregressiveSolver
{
    private const double CorrelationMax = 0.999;
    private const int GridSteps = 40;
    private const double GoldenRatio = 0.6180339887498949;

    private readonly OrthogonalFactor _factor;
    private readonly Matrix _all;
    private readonly Matrix _beside;
    private readonly Matrix _inner;
    private readonly Matrix _work;
    private readonly double[] _start;
    private readonly double[] _residuals;
    private readonly double[] _shift;
    private double _squares;

    private AutoregressiveSolver(OrthogonalFactor factor)
    {
        var (rows, columns) = (factor.RowCount, factor.ColumnCount);
        (_factor, _residuals, _start, _shift) = (factor, new double[rows], new double[columns], new double[columns]);
        (_all, _beside, _inner, _work) = (new(columns + 1, columns + 1), new(columns + 1, columns + 1), new(columns + 1, columns + 1), new(columns + 1, columns + 1));
        _factors = new Matrix[Points];
        for (var point = 0; point < Points; point++)
        {
            _factors[point] = new Matrix(columns + 1, columns + 1);
        }

        for (var row = 0; row < columns; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                Fill(row, column, factor.Column(row), factor.Column(column));
            }
        }
    }

    /// <summary>ρ of the last series.</summary>
    public double Correlation { get; private set; }

    /// <summary>Variance of its innovations.</summary>
    public double InnovationVariance { get; private set; }

    /// <summary>ln of its likelihood.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary><see cref="AutoregressiveFit.EffectiveDegrees"/> of the last series.</summary>
    public double EffectiveDegrees => AutoregressiveFit.Degrees(_residuals.Length, _factor.ColumnCount, Correlation);

    /// <summary>A solver for series of these columns.</summary>
    /// <param name="design">[rows × columns] One row per period in the order of time.</param>
    /// <returns>The solver; <c>ST020</c> or <c>ST021</c> as <see cref="AutoregressiveModel.Fit"/>.</returns>
    public static Result<AutoregressiveSolver> For(DesignMatrix design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return LinearModel.Factor(design).TryGet(out var factor, out var problem) ? new AutoregressiveSolver(factor) : problem;
    }

    /// <summary>Fits one series; false where the columns explain it without a rest.</summary>
    /// <param name="outcome">[rows] The series.</param>
    /// <param name="criterion">Which likelihood.</param>
    public bool Solve(ReadOnlySpan<double> outcome, AutoregressiveCriterion criterion)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(outcome.Length, _residuals.Length, nameof(outcome));
        if (!Prepare(outcome))
        {
            return false;
        }

        var (best, at) = (double.NegativeInfinity, 0.0);
        const double Step = 2 * CorrelationMax / GridSteps;
        for (var index = 0; index <= GridSteps; index++)
        {
            var correlation = (index * Step) - CorrelationMax;
            var likelihood = LikelihoodAt(correlation, criterion);
            (best, at) = likelihood > best ? (likelihood, correlation) : (best, at);
        }

        Correlation = Refine(Math.Max(at - Step, -CorrelationMax), Math.Min(at + Step, CorrelationMax), criterion);
        LogLikelihood = LikelihoodAt(Correlation, criterion);
        var size = _factor.ColumnCount;
        var degrees = criterion == AutoregressiveCriterion.Restricted ? _residuals.Length - size : _residuals.Length;
        InnovationVariance = _squares / degrees;
        return true;
    }

    /// <summary>A weighted sum of the coefficients of the last series at its ρ, and its standard error.</summary>
    /// <param name="direction">[columns] Of the weights: see <see cref="Direction"/>.</param>
    /// <param name="work">[columns] Overwritten.</param>
    public (double Value, double Error) Combine(ReadOnlySpan<double> direction, Span<double> work)
    {
        var (value, length) = AlongFactor(_work, direction, work);
        return (value, Math.Sqrt(InnovationVariance) * length);
    }

    /// <summary>[columns] What <see cref="Combine"/> wants for a weighted sum of coefficients.</summary>
    /// <param name="weights">[columns] The weight of each.</param>
    public double[] Direction(ReadOnlySpan<double> weights)
    {
        var direction = weights.ToArray();
        _factor.SolveTransposed(direction);
        return direction;
    }

    internal AutoregressiveFit ToFit(IReadOnlyList<string> names)
    {
        var size = names.Count;
        var factor = new Matrix(size, size);
        for (var row = 0; row < size; row++)
        {
            _work.Row(row)[..size].CopyTo(factor.Row(row));
            _shift[row] = WeightedEntry(size, row, Correlation);
        }

        CholeskyFactor.Solve(factor, _shift);
        var rest = _residuals.ToArray();
        for (var column = 0; column < size; column++)
        {
            Matrix.AddScaled(rest, -_shift[column], _factor.Column(column));
        }

        double[] coefficients = [.. _start.Zip(_shift, static (start, shift) => start + shift)];
        _factor.SolveTriangle(coefficients);
        var covariance = _factor.ToCoefficients(CholeskyFactor.Inverse(factor)).ScaleBy(InnovationVariance);
        return new AutoregressiveFit(names, coefficients, covariance, Whitened(rest, Correlation))
        {
            Correlation = Correlation,
            InnovationVariance = InnovationVariance,
            LogLikelihood = LogLikelihood,
        };
    }

    private (double Value, double Length) AlongFactor(Matrix factor, ReadOnlySpan<double> direction, Span<double> work)
    {
        direction.CopyTo(work);
        var size = direction.Length;
        var squares = 0.0;
        for (var row = 0; row < size; row++)
        {
            work[row] = (work[row] - Matrix.Dot(factor.Row(row)[..row], work[..row])) / factor[row, row];
            squares += work[row] * work[row];
        }

        // L⁻¹ of the residual's column stands in the last row of the factor.
        return (Matrix.Dot(direction, _start) + Matrix.Dot(work, factor.Row(size)[..size]), Math.Sqrt(squares));
    }

    private static double[] Whitened(ReadOnlySpan<double> rest, double correlation)
    {
        var whitened = new double[rest.Length];
        whitened[0] = Math.Sqrt(1 - (correlation * correlation)) * rest[0];
        for (var row = 1; row < whitened.Length; row++)
        {
            whitened[row] = rest[row] - (correlation * rest[row - 1]);
        }

        return whitened;
    }

    private bool Prepare(ReadOnlySpan<double> outcome)
    {
        var size = _factor.ColumnCount;
        outcome.CopyTo(_residuals);
        for (var column = 0; column < size; column++)
        {
            _start[column] = Matrix.Dot(_factor.Column(column), outcome);
        }

        for (var column = 0; column < size; column++)
        {
            Matrix.AddScaled(_residuals, -_start[column], _factor.Column(column));
        }

        for (var column = 0; column < size; column++)
        {
            Fill(size, column, _residuals, _factor.Column(column));
        }

        Fill(size, size, _residuals, _residuals);
        return _all[size, size] > 1e-20 * Matrix.Dot(outcome, outcome);
    }

    private void Fill(int row, int column, ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        _all[row, column] = Matrix.Dot(one, other);
        _beside[row, column] = Matrix.Dot(one[1..], other[..^1]) + Matrix.Dot(one[..^1], other[1..]);
        _inner[row, column] = Matrix.Dot(one[1..^1], other[1..^1]);
    }

    private double WeightedEntry(int row, int column, double correlation) =>
        _all[row, column] - (correlation * (_beside[row, column] - (correlation * _inner[row, column])));

    // Leaves the Cholesky factor of the columns, and below it L⁻¹ of the residual's column, in the work matrix.
    private double LikelihoodAt(double correlation, AutoregressiveCriterion criterion)
    {
        var size = _factor.ColumnCount;
        for (var row = 0; row <= size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                _work[row, column] = WeightedEntry(row, column, correlation);
            }
        }

        if (!CholeskyFactor.TryFactor(_work))
        {
            return double.NegativeInfinity;
        }

        _squares = _work[size, size] * _work[size, size];
        var determinant = 0.0;
        for (var index = 0; index < size; index++)
        {
            determinant += 2 * Math.Log(_work[index, index] * Math.Abs(_factor.Triangle[index, index]));
        }

        var isRestricted = criterion == AutoregressiveCriterion.Restricted;
        var degrees = isRestricted ? _residuals.Length - size : _residuals.Length;
        return -0.5 * ((degrees * (Math.Log(2 * Math.PI * _squares / degrees) + 1)) - Math.Log(1 - (correlation * correlation))
            + (isRestricted ? determinant : 0));
    }

    private double Refine(double low, double high, AutoregressiveCriterion criterion)
    {
        var (left, right) = (high - (GoldenRatio * (high - low)), low + (GoldenRatio * (high - low)));
        var (atLeft, atRight) = (LikelihoodAt(left, criterion), LikelihoodAt(right, criterion));
        while (high - low > 1e-9)
        {
            if (atLeft > atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (GoldenRatio * (high - low));
                atLeft = LikelihoodAt(left, criterion);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (GoldenRatio * (high - low));
                atRight = LikelihoodAt(right, criterion);
            }
        }

        return (low + high) / 2;
    }
}
