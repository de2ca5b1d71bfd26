namespace OutsideIn.Statistics;

/// <summary>A fitted Poisson regression; coefficients are log rates. Immutable; safe to share.</summary>
public sealed class PoissonFit
{
    private readonly OrthogonalFactor _factor;
    private readonly double[] _coefficients;
    private readonly double[] _rates;
    private readonly double[] _outcome;
    private readonly Matrix _inverse;

    internal PoissonFit(IReadOnlyList<string> names, OrthogonalFactor factor, LikelihoodAscent ascent, double[] outcome)
    {
        (Names, _factor, _outcome) = (names, factor, outcome);
        _coefficients = ascent.Coordinates.AsSpan().ToArray();
        factor.SolveTriangle(_coefficients);
        _rates = [.. ascent.Predictors.Select(static predictor => Math.Exp(predictor))];
        var information = LikelihoodAscent.Copy(ascent.Information);
        CholeskyFactor.TryFactor(information);
        _inverse = CholeskyFactor.Inverse(information);
        LogLikelihood = ascent.LogLikelihood - outcome.Sum(static count => GammaFunction.Log(count + 1));
    }

    /// <summary>[columns] What each coefficient is called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>[columns] The log rate a unit of each column adds.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>ln of the likelihood.</summary>
    public double LogLikelihood { get; }

    /// <summary>Σ (count − rate)² ÷ rate ÷ (n − k): 1 for Poisson counts, more where they vary more.</summary>
    public double Dispersion => _outcome.Zip(_rates, static (count, rate) => (count - rate) * (count - rate) / rate).Sum() / ResidualDegrees;

    /// <summary>Twice the likelihood lost against rates equal to the counts.</summary>
    public double Deviance => 2 * _outcome.Zip(_rates, static (count, rate) => (count > 0 ? count * Math.Log(count / rate) : 0) - (count - rate)).Sum();

    private int ResidualDegrees => _outcome.Length - Names.Count;

    /// <summary>The coefficients with Poisson's errors, held against the normal distribution: too sure where counts vary more.</summary>
    public CoefficientTable Table() => With(_inverse, 1, double.PositiveInfinity, "Poisson");

    /// <summary>The coefficients with errors widened by the <see cref="Dispersion"/>, and t on n − k degrees of freedom.</summary>
    /// <remarks>Source: McCullagh and Nelder (1989), Generalized Linear Models, §6.2.</remarks>
    public CoefficientTable QuasiTable() => With(_inverse, Dispersion, ResidualDegrees, "quasi-Poisson");

    /// <summary>The coefficients with errors that hold for any spread (HC0), allowing for correlation between so many neighbouring rows.</summary>
    /// <param name="lags">Over how many rows (Newey and West 1987); 0 for independent rows.</param>
    public CoefficientTable RobustTable(int lags = 0)
    {
        var scores = new Matrix(_outcome.Length, Names.Count);
        for (var index = 0; index < _outcome.Length; index++)
        {
            _factor.CopyRow(index, scores.Row(index));
            foreach (ref var value in scores.Row(index))
            {
                value *= _outcome[index] - _rates[index];
            }
        }

        return With(
            _inverse.Times(LaggedScores.Sum(scores, lags)).Times(_inverse), 1, double.PositiveInfinity, lags == 0 ? "HC0" : $"Newey–West, {lags} lags");
    }

    private CoefficientTable With(Matrix inner, double factor, double degrees, string errors) =>
        new(Names, _coefficients, _factor.ToCoefficients(inner).ScaleBy(factor), _ => degrees, errors);
}
