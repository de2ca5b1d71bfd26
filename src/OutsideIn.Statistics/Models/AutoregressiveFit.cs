namespace OutsideIn.Statistics;

/// <summary>A fitted series with AR(1) errors. Immutable; safe to share.</summary>
public sealed class AutoregressiveFit
{
    private readonly double[] _coefficients;
    private readonly Matrix _covariance;
    private readonly double[] _innovations;

    internal AutoregressiveFit(IReadOnlyList<string> names, double[] coefficients, Matrix covariance, double[] innovations) =>
        (Names, _coefficients, _covariance, _innovations) = (names, coefficients, covariance, innovations);

    /// <summary>[columns] What each coefficient is called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>[columns] The estimates.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>ρ: the share of an error that the next one carries, −1 &lt; ρ &lt; 1.</summary>
    public required double Correlation { get; init; }

    /// <summary>Variance of what is new in each period, in the outcome's unit squared.</summary>
    public required double InnovationVariance { get; init; }

    /// <summary>Variance of the errors: innovation variance ÷ (1 − ρ²).</summary>
    public double MarginalVariance => InnovationVariance / (1 - (Correlation * Correlation));

    /// <summary>ln of the likelihood that was maximised.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many periods.</summary>
    public int Count => _innovations.Length;

    /// <summary>[rows] What is new in each period, all of the same variance if the model is right.</summary>
    public ReadOnlySpan<double> Innovations => _innovations;

    /// <summary>How many independent periods the series is worth, less its coefficients: max(3, n (1 − ρ) ÷ (1 + ρ) − k), at most n − k.</summary>
    /// <remarks>
    /// n (1 − ρ) ÷ (1 + ρ): Bartlett's equivalent number of independent observations for a mean. That t on so many degrees of freedom keeps
    /// false alarms near their level in short series is measured, not proved: see the calibration in docs/methods.md.
    /// </remarks>
    public double EffectiveDegrees => Degrees(Count, Names.Count, Correlation);

    /// <summary>The coefficients with t on <see cref="EffectiveDegrees"/>.</summary>
    public CoefficientTable Table() => new(Names, _coefficients, _covariance, _ => EffectiveDegrees, "AR(1), effective degrees of freedom");

    internal static double Degrees(int count, int columns, double correlation) =>
        Math.Max(3, (count * Math.Min(1, (1 - correlation) / (1 + correlation))) - columns);
}
