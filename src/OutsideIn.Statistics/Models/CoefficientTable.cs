namespace OutsideIn.Statistics;

/// <summary>One coefficient of a model, or one weighted sum of them. Immutable.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Value">The estimate, on the model's own scale (log odds, log rate, or the outcome's unit).</param>
/// <param name="StandardError">Its standard error on that scale.</param>
/// <param name="Degrees">Degrees of freedom of t; infinite where it is held against the normal distribution.</param>
/// <param name="PValue">How often a value at least so far from 0 would be seen where there is none.</param>
/// <param name="Interval">What the data leave possible at <paramref name="Level"/>.</param>
/// <param name="Level">Confidence level.</param>
public sealed record ModelCoefficient(string Name, double Value, double StandardError, double Degrees, double PValue, Interval Interval, double Level)
{
    /// <summary>Value ÷ standard error: t, or z where <see cref="Degrees"/> are infinite.</summary>
    public double Statistic => Value / StandardError;
}

/// <summary>A model's coefficients with one kind of standard error. Immutable; safe to share.</summary>
public sealed class CoefficientTable
{
    private readonly Matrix _covariance;
    private readonly Func<double[], double> _degreesOf;
    private readonly double[] _values;

    internal CoefficientTable(IReadOnlyList<string> names, double[] values, Matrix covariance, Func<double[], double> degreesOf, string errors)
    {
        (Names, _values, _covariance, _degreesOf, Errors) = (names, values, covariance, degreesOf, errors);
    }

    /// <summary>[coefficients] What each is called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What the standard errors rest on, for the reader.</summary>
    public string Errors { get; }

    /// <summary>[coefficients] All of them with their intervals.</summary>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    public IReadOnlyList<ModelCoefficient> All(double level = 0.95) => [.. Names.Select(name => Of(name, level))];

    /// <summary>The coefficient of a column.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    public ModelCoefficient Of(string name, double level = 0.95)
    {
        var weights = new double[_values.Length];
        for (var index = 0; index < weights.Length; index++)
        {
            if (Names[index] == name)
            {
                weights[index] = 1;
                return Combine(name, weights, level);
            }
        }

        throw new ArgumentException($"There is no column {name}.", nameof(name));
    }

    /// <summary>A weighted sum of coefficients, such as a step plus so many times a change of slope.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="weights">[coefficients] The weight of each.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of weights differs, or the level is outside (0, 1).</exception>
    public ModelCoefficient Combine(string name, IReadOnlyList<double> weights, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Count, _values.Length, nameof(weights));
        Levels.ThrowUnlessInside(level);
        double[] contrast = [.. weights];
        var value = Matrix.Dot(contrast, _values);
        var error = Math.Sqrt(Math.Max(0, _covariance.Quadratic(contrast)));
        var degrees = _degreesOf(contrast);
        var spread = StudentTDistribution.TwoSided(level, degrees) * error;
        return new ModelCoefficient(
            name, value, error, degrees, StudentTDistribution.BothTails(value / error, degrees), new Interval(value - spread, value + spread), level);
    }

    /// <summary>The covariance of two coefficients, by their place in <see cref="Names"/>.</summary>
    public double Covariance(int row, int column) => _covariance[row, column];
}
