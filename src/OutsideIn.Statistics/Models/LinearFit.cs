namespace OutsideIn.Statistics;

/// <summary>What the standard errors of a linear model allow for.</summary>
public enum ErrorKind
{
    /// <summary>The same spread everywhere: the textbook errors.</summary>
    Classical,

    /// <summary>Any spread in each row (White 1980).</summary>
    Hc0,

    /// <summary>HC0 × n ÷ (n − k).</summary>
    Hc1,

    /// <summary>Squared residuals ÷ (1 − leverage): unbiased where the spread is the same everywhere.</summary>
    Hc2,

    /// <summary>Squared residuals ÷ (1 − leverage)²: close to the jackknife.</summary>
    Hc3,
}

/// <summary>A fitted linear model. Immutable; safe to share.</summary>
/// <remarks>Source: White (1980); MacKinnon and White (1985), Some heteroskedasticity-consistent covariance matrix estimators, J. Econometrics 29.</remarks>
public sealed partial class LinearFit
{
    private readonly OrthogonalFactor _factor;
    private readonly double[] _coefficients;
    private readonly double[] _residuals;

    internal LinearFit(IReadOnlyList<string> names, OrthogonalFactor factor, ReadOnlySpan<double> outcome)
    {
        (Names, _factor) = (names, factor);
        _residuals = outcome.ToArray();
        _coefficients = factor.Along(outcome);
        for (var column = 0; column < _coefficients.Length; column++)
        {
            Matrix.AddScaled(_residuals, -_coefficients[column], factor.Column(column));
        }

        factor.SolveTriangle(_coefficients);
        ResidualSquares = Matrix.Dot(_residuals, _residuals);
        TotalSquares = Moments.Of(outcome).SquaredDeviations;
    }

    /// <summary>[columns] What each coefficient is called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>[columns] The estimates.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>[rows] Outcome − fitted, in the outcome's unit.</summary>
    public ReadOnlySpan<double> Residuals => _residuals;

    /// <summary>How many observations.</summary>
    public int Count => _residuals.Length;

    /// <summary>Observations − coefficients.</summary>
    public int ResidualDegrees => Count - Names.Count;

    /// <summary>Σ residual².</summary>
    public double ResidualSquares { get; }

    /// <summary>Σ (outcome − its mean)².</summary>
    public double TotalSquares { get; }

    /// <summary>Σ residual² ÷ (n − k), in the outcome's unit squared.</summary>
    public double ResidualVariance => ResidualSquares / ResidualDegrees;

    /// <summary>Share of the outcome's variance that the columns account for; of a model with a constant.</summary>
    public double RSquared => 1 - (ResidualSquares / TotalSquares);

    /// <summary><see cref="RSquared"/> less what columns of chance would give.</summary>
    public double AdjustedRSquared => 1 - ((1 - RSquared) * (Count - 1) / ResidualDegrees);

    /// <summary>ln of the likelihood under normal errors.</summary>
    public double LogLikelihood => -0.5 * Count * (Math.Log(2 * Math.PI * ResidualSquares / Count) + 1);

    /// <summary>Akaike's criterion, counting the coefficients and not the variance.</summary>
    public double Aic => (2 * Names.Count) - (2 * LogLikelihood);

    /// <summary>Schwarz's criterion, counting the coefficients and not the variance.</summary>
    public double Bic => (Math.Log(Count) * Names.Count) - (2 * LogLikelihood);

    /// <summary>F of all columns but the constant being of no use.</summary>
    public double FStatistic => (TotalSquares - ResidualSquares) / (Names.Count - 1) / ResidualVariance;

    /// <summary>How often at least so great an <see cref="FStatistic"/> would be seen if they were.</summary>
    public double FPValue => FDistribution.UpperTail(FStatistic, Names.Count - 1, ResidualDegrees);

    /// <summary>The coefficients with one kind of error and t on n − k degrees of freedom.</summary>
    /// <param name="kind">What the errors allow for.</param>
    public CoefficientTable With(ErrorKind kind)
    {
        var covariance = kind == ErrorKind.Classical
            ? _factor.ToCoefficients(Matrix.Identity(Names.Count)).ScaleBy(ResidualVariance)
            : _factor.ToCoefficients(Meat(kind));
        return new CoefficientTable(Names, _coefficients, covariance, _ => ResidualDegrees, Named(kind));
    }

    /// <summary>The coefficients with errors that allow for correlation between so many neighbouring rows, and t on n − k degrees of freedom.</summary>
    /// <param name="lags">Over how many rows, ≥ 0, weighted down to nothing (Bartlett).</param>
    /// <param name="isCorrected">Whether to multiply by n ÷ (n − k).</param>
    /// <remarks>
    /// Source: Newey and West (1987), Econometrica 55. Too narrow for short series: see docs/methods.md, which is why
    /// <see cref="AutoregressiveModel"/> stands beside it.
    /// </remarks>
    public CoefficientTable WithNeweyWest(int lags, bool isCorrected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lags);
        var covariance = _factor.ToCoefficients(LaggedScores.Sum(Scores(), lags));
        if (isCorrected)
        {
            covariance.ScaleBy((double)Count / ResidualDegrees);
        }

        return new CoefficientTable(Names, _coefficients, covariance, _ => ResidualDegrees, $"Newey–West, {lags} lags");
    }

    private static string Named(ErrorKind kind) => kind switch
    {
        ErrorKind.Classical => "ordinary least squares",
        _ => kind.ToString().ToUpperInvariant(),
    };

    private Matrix Meat(ErrorKind kind)
    {
        var meat = new Matrix(Names.Count, Names.Count);
        var row = new double[Names.Count];
        var correction = kind == ErrorKind.Hc1 ? (double)Count / ResidualDegrees : 1;
        for (var index = 0; index < Count; index++)
        {
            _factor.CopyRow(index, row);
            var open = 1 - Matrix.Dot(row, row);
            var weight = kind switch
            {
                ErrorKind.Hc2 => 1 / open,
                ErrorKind.Hc3 => 1 / (open * open),
                _ => correction,
            };
            meat.AddOuter(weight * _residuals[index] * _residuals[index], row);
        }

        return meat;
    }

    // [rows × columns] Each row of Q times its residual.
    private Matrix Scores()
    {
        var scores = new Matrix(Count, Names.Count);
        for (var index = 0; index < Count; index++)
        {
            _factor.CopyRow(index, scores.Row(index));
            foreach (ref var value in scores.Row(index))
            {
                value *= _residuals[index];
            }
        }

        return scores;
    }
}
