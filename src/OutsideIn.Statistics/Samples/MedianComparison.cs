using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How far the medians of two arms of closed values are apart; with open cases ask <see cref="DurationComparison"/>.</summary>
public static class MedianComparison
{
    private const int UnitsMin = 5;

    /// <summary>The difference of medians, treatment − control.</summary>
    /// <param name="control">[units] The control's values, ascending.</param>
    /// <param name="treatment">[units] The treatment's, ascending.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The effect in the values' unit; refused with <c>ST052</c> where an arm has fewer than five values or its middle ones are all the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    /// <remarks>Source: Price and Bonett (2002), Distribution-free confidence intervals for difference and ratio of medians, Journal of Statistical Computation and Simulation 72. No shape is assumed.</remarks>
    public static EffectEstimate Difference(
        ReadOnlySpan<double> control, ReadOnlySpan<double> treatment, double level = ProportionInterval.DefaultLevel)
    {
        const string Method = "difference of medians, Price–Bonett";
        Levels.ThrowUnlessInside(level);
        if (Error(control) is not { } one || Error(treatment) is not { } other)
        {
            return EffectEstimate.Refused(Method, TooFew(control.Length, treatment.Length), control.Length, treatment.Length, level);
        }

        var (value, error) = (Quantile.Interpolated(treatment, 0.5) - Quantile.Interpolated(control, 0.5), double.Hypot(one, other));
        var half = NormalDistribution.TwoSided(level) * error;
        return new EffectEstimate
        {
            Method = Method,
            Value = value,
            StandardError = error,
            Interval = new Interval(value - half, value + half),
            PValue = ChiSquareDistribution.BothTails(value / error),
            Level = level,
            ControlCount = control.Length,
            TreatmentCount = treatment.Length,
        };
    }

    /// <summary>The median's standard error: the distance of two middle observations over what a normal one would have. Null where there is none.</summary>
    internal static double? Error(ReadOnlySpan<double> sorted)
    {
        if (sorted.Length < UnitsMin)
        {
            return null;
        }

        var rank = Math.Max(1, (int)Math.Round(((sorted.Length + 1) / 2.0) - Math.Sqrt(sorted.Length), MidpointRounding.ToEven));
        var z = -NormalDistribution.Quantile(BinomialDistribution.Cumulative(rank - 1, sorted.Length, 0.5));
        var distance = sorted[^rank] - sorted[rank - 1];
        return distance > 0 ? distance / (2 * z) : null;
    }

    private static Problem TooFew(int control, int treatment) => new(
        ProblemKind.NotEstimable,
        "ST052",
        string.Create(CultureInfo.InvariantCulture, $"The middle values of {control} of control and {treatment} of treatment do not say how sure their medians are."),
        "Wait for more units, or compare the shares within a time.");
}
