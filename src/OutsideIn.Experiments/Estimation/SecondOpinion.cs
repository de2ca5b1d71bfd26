using System.Text.Json.Serialization;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What was believed of the effect before anything was seen, relative to control. Immutable.</summary>
/// <param name="Mean">The effect expected: 0.05 is five per cent more.</param>
/// <param name="StandardDeviation">How far effects of changes like this one lie from it, &gt; 0; infinite says nothing is known.</param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record NormalPrior(double Mean, double StandardDeviation)
{
    /// <summary>Nothing is known beforehand.</summary>
    public static NormalPrior Flat { get; } = new(0, double.PositiveInfinity);
}

/// <summary>What is to be believed of an effect once the data are seen, given what was believed before. Immutable.</summary>
/// <remarks>A second opinion, never the verdict: with a flat prior and daily looks it calls a winner in nearly half of all experiments without an effect (docs/methods.md).</remarks>
/// <param name="Prior">What was believed before.</param>
/// <param name="Value">The middle of what is believed now, on the scale asked for.</param>
/// <param name="Interval">Where the effect lies with probability <paramref name="Level"/>.</param>
/// <param name="Level">Probability of the interval.</param>
/// <param name="StandardDeviation">Of the belief, on the scale it was computed on.</param>
/// <param name="ChanceAbove">The probability that treatment is above control.</param>
/// <param name="ControlRisk">What is lost on average by staying with control: the mean of the effect where it is above 0, else 0.</param>
/// <param name="TreatmentRisk">What is lost on average by changing over.</param>
public sealed record PosteriorView(
    NormalPrior Prior,
    double Value,
    Interval Interval,
    double Level,
    double StandardDeviation,
    double ChanceAbove,
    double ControlRisk,
    double TreatmentRisk);

/// <summary>The Bayesian view of a comparison with a stated prior: normal likelihood, normal prior.</summary>
/// <remarks>Source: Gelman et al. (2013), Bayesian Data Analysis, 3rd edition, §2.5 (posterior) and §9.1 (expected loss).</remarks>
public static class SecondOpinion
{
    /// <summary>The belief once both arms are seen.</summary>
    /// <param name="control">Sums of the control.</param>
    /// <param name="treatment">Sums of the treatment, of the same kind.</param>
    /// <param name="options">Scale and level.</param>
    /// <param name="prior">What was believed before, relative to control whatever the scale; <see cref="NormalPrior.Flat"/> for nothing.</param>
    /// <returns>The view, or why there is no effect to have one of, as <see cref="WelchComparison.Of"/> says it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1), or the prior's deviation is not above 0.</exception>
    public static Result<PosteriorView> Of(ArmSums control, ArmSums treatment, ComparisonOptions options, NormalPrior prior)
    {
        Levels.ThrowUnlessInside(options.Level);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(prior.StandardDeviation, nameof(prior));
        return control.With(treatment).Then(pair =>
            WelchComparison.Measured(control, treatment, options).Then<PosteriorView>(effect =>
                Of(effect, options.Scale == EffectScale.Difference ? Math.Abs(pair.Control.Baseline) : 1, options, prior)));
    }

    /// <summary>The belief once an effect is estimated, whatever the design it was estimated by.</summary>
    /// <param name="difference">The effect as a difference; where it has no standard error that of its interval is taken.</param>
    /// <param name="baseline">What the control came to, in the effect's unit: the prior is relative to it.</param>
    /// <param name="prior">What was believed before.</param>
    /// <returns>The view; the estimate's own refusal, or <c>EX065</c> where it has no error.</returns>
    /// <exception cref="ArgumentException">The effect is no difference.</exception>
    public static Result<PosteriorView> Of(EffectEstimate difference, double baseline, NormalPrior prior)
    {
        ArgumentNullException.ThrowIfNull(difference);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(prior.StandardDeviation, nameof(prior));
        if (difference.Scale != EffectScale.Difference)
        {
            throw new ArgumentException("The effect must be a difference.", nameof(difference));
        }

        var error = difference.StandardError ?? (difference.Interval is { } interval ? (interval.High - interval.Low) / 2 / NormalDistribution.TwoSided(difference.Level) : null);
        return difference.Value is { } value && error is { } known and > 0 && double.IsFinite(known)
            ? Of(new MeasuredEffect(value, known, difference.Degrees ?? double.PositiveInfinity), Math.Abs(baseline), ComparisonOptions.Default with { Level = difference.Level }, prior)
            : difference.Refusal ?? new Problem(ProblemKind.NotEstimable, "EX065", "The effect has no error to weigh it by.", "Estimate it by a method that has one.");
    }

    /// <summary>The mean of a normal variable where it is above 0, counted 0 elsewhere.</summary>
    internal static double MeanAbove(double mean, double deviation)
    {
        var z = mean / deviation;
        return Math.Max(0, (mean * NormalDistribution.Cumulative(z)) + (deviation * NormalDistribution.Density(z)));
    }

    private static PosteriorView Of(in MeasuredEffect effect, double unit, ComparisonOptions options, NormalPrior prior)
    {
        var (seen, believed) = (1 / (effect.StandardError * effect.StandardError), 1 / (prior.StandardDeviation * prior.StandardDeviation * unit * unit));
        var deviation = Math.Sqrt(1 / (seen + believed));
        var mean = ((effect.Value * seen) + (believed > 0 ? prior.Mean * unit * believed : 0)) / (seen + believed);
        var shown = (effect with { Value = mean, StandardError = deviation })
            .Shown(string.Empty, options with { Alternative = Alternative.TwoSided }, NormalDistribution.TwoSided(options.Level) * deviation, null);
        return new PosteriorView(
            prior, shown.Value!.Value, shown.Interval!.Value, options.Level, deviation,
            NormalDistribution.Cumulative(mean / deviation), MeanAbove(mean, deviation), MeanAbove(-mean, deviation));
    }
}
