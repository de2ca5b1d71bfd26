namespace OutsideIn.Statistics;

/// <summary>The partial likelihood of a Cox model with its slope and curvature, in standardised columns.</summary>
internal sealed class CoxSums(CoxData data, TiedTimes ties)
{
    private readonly int _columns = data.ColumnCount;
    private readonly double[] _gradient = new double[data.ColumnCount];
    private readonly Matrix _information = new(data.ColumnCount, data.ColumnCount);
    private readonly RiskSums _atRisk = new(data.ColumnCount);
    private readonly RiskSums _tied = new(data.ColumnCount);
    private readonly double[] _mean = new double[data.ColumnCount];
    private Matrix? _factor;

    public double LogLikelihood { get; private set; }

    /// <summary>[columns] Slope at the last coefficients.</summary>
    public ReadOnlySpan<double> Gradient => _gradient;

    /// <summary>Whether a column varies among those who wait together.</summary>
    public bool IsInformed(int column) => _information[column, column] > 1e-12;

    /// <summary>Computes everything at these coefficients. O(cases × columns²).</summary>
    public void At(ReadOnlySpan<double> coefficients) => Walk(coefficients, null);

    /// <summary>
    /// The same with Schoenfeld's residuals summed by a time scale: their weighted sum, and the information weighted once and twice.
    /// </summary>
    public TrendSums TrendAt(ReadOnlySpan<double> coefficients, double[] scale)
    {
        var trend = new TrendSums(scale, _columns);
        Walk(coefficients, trend);
        return trend;
    }

    /// <summary>[columns] Information⁻¹ × slope; null where the information is singular.</summary>
    public double[]? NewtonStep()
    {
        _factor = new Matrix(_columns, _columns);
        _information.CopyTo(_factor);
        if (!CholeskyFactor.TryFactor(_factor))
        {
            return null;
        }

        var step = (double[])_gradient.Clone();
        CholeskyFactor.Solve(_factor, step);
        return step;
    }

    /// <summary>The inverse of the information the last step was made with.</summary>
    public Matrix Covariance() => CholeskyFactor.Inverse(_factor!);

    /// <summary>Curvature at the last coefficients.</summary>
    public Matrix Information => _information;

    // From the latest time to the first, so that who is at risk only grows.
    private void Walk(ReadOnlySpan<double> coefficients, TrendSums? trend)
    {
        LogLikelihood = 0;
        _atRisk.Clear();
        Array.Clear(_gradient);
        Empty(_information);
        for (var last = data.Times.Length - 1; last >= 0;)
        {
            _tied.Clear();
            var (first, events) = (last, 0);
            for (; first >= 0 && data.Times[first] == data.Times[last]; first--)
            {
                var row = data.Row(first);
                var log = Matrix.Dot(row, coefficients);
                var weight = Math.Exp(log);
                _atRisk.Add(weight, row);
                if (data.IsClosed[first])
                {
                    events++;
                    LogLikelihood += log;
                    Matrix.AddScaled(_gradient, 1, row);
                    trend?.AddResidual(first, row, 1);
                    _tied.Add(weight, row);
                }
            }

            for (var one = 0; one < events; one++)
            {
                AddTerm(ties == TiedTimes.Efron ? (double)one / events : 0, trend, first + 1);
            }

            last = first;
        }
    }

    // One who reaches it, with that share of the tied ones already gone.
    private void AddTerm(double gone, TrendSums? trend, int row)
    {
        var all = _atRisk.Weight - (gone * _tied.Weight);
        LogLikelihood -= Math.Log(all);
        for (var column = 0; column < _columns; column++)
        {
            _mean[column] = (_atRisk.First[column] - (gone * _tied.First[column])) / all;
        }

        Matrix.AddScaled(_gradient, -1, _mean);
        trend?.AddResidual(row, _mean, -1);
        for (var column = 0; column < _columns; column++)
        {
            for (var other = 0; other < _columns; other++)
            {
                var one = ((_atRisk.Second[column, other] - (gone * _tied.Second[column, other])) / all) - (_mean[column] * _mean[other]);
                _information[column, other] += one;
                trend?.AddInformation(row, column, other, one);
            }
        }
    }

    private static void Empty(Matrix matrix)
    {
        for (var row = 0; row < matrix.RowCount; row++)
        {
            matrix.Row(row).Clear();
        }
    }

    private sealed class RiskSums(int columns)
    {
        public double Weight { get; private set; }

        public double[] First { get; } = new double[columns];

        public Matrix Second { get; } = new(columns, columns);

        public void Clear()
        {
            Weight = 0;
            Array.Clear(First);
            Empty(Second);
        }

        public void Add(double weight, ReadOnlySpan<double> row)
        {
            Weight += weight;
            Matrix.AddScaled(First, weight, row);
            Second.AddOuter(weight, row);
        }
    }
}

/// <summary>Schoenfeld's residuals summed by a time scale.</summary>
internal sealed class TrendSums(double[] scale, int columns)
{
    /// <summary>[columns] Σ scale × residual.</summary>
    public double[] Residual { get; } = new double[columns];

    /// <summary>Σ scale × information.</summary>
    public Matrix Once { get; } = new(columns, columns);

    /// <summary>Σ scale² × information.</summary>
    public Matrix Twice { get; } = new(columns, columns);

    public void AddResidual(int row, ReadOnlySpan<double> value, double sign) => Matrix.AddScaled(Residual, sign * scale[row], value);

    public void AddInformation(int row, int column, int other, double value)
    {
        Once[column, other] += scale[row] * value;
        Twice[column, other] += scale[row] * scale[row] * value;
    }
}
