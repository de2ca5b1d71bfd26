using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>An effect, its standard error and the degrees of freedom of that error, before any test is made of it.</summary>
internal readonly record struct MeasuredEffect(double Value, double StandardError, double Degrees)
{
    /// <summary>Whether the value is ln(treatment ÷ control).</summary>
    public bool IsLogarithm { get; init; }

    /// <summary>Its t test and interval.</summary>
    public EffectEstimate Estimate(string method, ComparisonOptions options) => Shown(
        method, options, StandardError * Quantile(options), StudentTail(Value / StandardError, options.Alternative));

    /// <summary>The effect with a half-width and a p-value of whatever origin, on the scale asked for.</summary>
    public EffectEstimate Shown(string method, ComparisonOptions options, double halfWidth, double? pValue) => new()
    {
        Method = method,
        Scale = options.Scale,
        Value = Back(Value, options.Scale),
        StandardError = StandardError,
        Interval = new Interval(
            options.Alternative == Alternative.Less ? double.NegativeInfinity : Back(Value - halfWidth, options.Scale),
            options.Alternative == Alternative.Greater ? double.PositiveInfinity : Back(Value + halfWidth, options.Scale)),
        PValue = pValue,
        Degrees = Degrees,
        Level = options.Level,
    };

    private double Quantile(ComparisonOptions options) => options.Alternative == Alternative.TwoSided
        ? StudentTDistribution.TwoSided(options.Level, Degrees)
        : StudentTDistribution.UpperQuantile(1 - options.Level, Degrees);

    private double StudentTail(double t, Alternative alternative) => alternative switch
    {
        Alternative.Greater => StudentTDistribution.UpperTail(t, Degrees),
        Alternative.Less => StudentTDistribution.UpperTail(-t, Degrees),
        _ => StudentTDistribution.BothTails(t, Degrees),
    };

    // From the logarithm of a ratio to the ratio, or to how much it is above 1.
    private double Back(double value, EffectScale scale) =>
        !IsLogarithm ? value : scale == EffectScale.Ratio ? Math.Exp(value) : SmallNumbers.ExpLessOne(value);
}
