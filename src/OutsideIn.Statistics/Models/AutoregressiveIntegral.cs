namespace OutsideIn.Statistics;

/// <summary>
/// The coefficients of a series with AR(1) errors, every correlation of neighbours counted by how likely the series leaves it: what a short
/// series does not know of its correlation is in the intervals. Immutable; safe to share.
/// </summary>
/// <remarks>
/// Source: Zellner and Tiao (1964), JASA 59; Berger, Liseo and Wolpert (1999), Statistical Science 14. Given ρ a coefficient is held against t
/// on n − k degrees of freedom; ρ is weighed by its restricted likelihood × (1 − ρ²)^−½.
/// </remarks>
public sealed class AutoregressiveIntegral
{
    private const int Halvings = 200;

    private readonly AutoregressiveSolver _solver;

    internal AutoregressiveIntegral(AutoregressiveSolver solver, AutoregressiveFit mode) => (_solver, Mode) = (solver, mode);

    /// <summary>The fit at the likeliest correlation, by restricted likelihood.</summary>
    public AutoregressiveFit Mode { get; }

    /// <summary>The coefficient of a column.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>Value: the mean over the correlations; interval: between the quantiles that leave half of 1 − level on either side.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    public ModelCoefficient Of(string name, double level = 0.95)
    {
        var weights = new double[Mode.Names.Count];
        for (var index = 0; index < weights.Length; index++)
        {
            if (Mode.Names[index] == name)
            {
                weights[index] = 1;
                return Combine(name, weights, level);
            }
        }

        throw new ArgumentException($"There is no column {name}.", nameof(name));
    }

    /// <summary>A weighted sum of coefficients.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="weights">[coefficients] The weight of each.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>As <see cref="Of"/>; its degrees of freedom are those of each correlation, n − k.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of weights differs, or the level is outside (0, 1).</exception>
    public ModelCoefficient Combine(string name, IReadOnlyList<double> weights, double level = 0.95)
    {
        Levels.ThrowUnlessInside(level);
        var (direction, work) = Prepare(weights);
        var (value, error) = _solver.Mean(direction, work);
        var (above, below) = _solver.Tails(direction, 0, work);
        var tail = (1 - level) / 2;
        var interval = new Interval(Quantile(direction, work, below: tail), -Quantile([.. direction.Select(static part => -part)], work, below: tail));
        return new ModelCoefficient(name, value, error, Mode.Count - Mode.Names.Count, Math.Min(1, 2 * Math.Min(above, below)), interval, level);
    }

    /// <summary>Probability that a weighted sum of coefficients lies above a threshold, and below it, each as a tail.</summary>
    /// <param name="weights">[coefficients] The weight of each.</param>
    /// <param name="threshold">In the sum's unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of weights differs.</exception>
    public (double Above, double Below) Tails(IReadOnlyList<double> weights, double threshold)
    {
        var (direction, work) = Prepare(weights);
        return _solver.Tails(direction, threshold, work);
    }

    private (double[] Direction, double[] Work) Prepare(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Count, Mode.Names.Count, nameof(weights));
        return (_solver.Direction([.. weights]), new double[weights.Count]);
    }

    private double Quantile(double[] direction, double[] work, double below)
    {
        var (value, error) = _solver.Mean(direction, work);
        var reach = error;
        while (_solver.Tails(direction, value - reach, work).Below > below)
        {
            reach *= 2;
        }

        var (low, high) = (value - reach, value + error);
        for (var step = 0; step < Halvings && high - low > 1e-13 * (Math.Abs(low) + Math.Abs(high)); step++)
        {
            var middle = (low + high) / 2;
            (low, high) = _solver.Tails(direction, middle, work).Below > below ? (low, middle) : (middle, high);
        }

        return (low + high) / 2;
    }
}
