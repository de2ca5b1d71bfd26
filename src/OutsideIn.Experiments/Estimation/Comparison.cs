using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>The one door to comparing two arms from their sums: each kind of outcome by the method that holds for it.</summary>
/// <remarks>
/// Shares: score interval for a difference, log scale and exact at zero events for a relative effect. Rates: exact given the number of
/// events. Counts of units: log scale with the spread the units really have. Clusters: t test on their means. Everything else that is a
/// mean: <see cref="WelchComparison"/>. Each method, what it assumes and how often it errs: docs/methods.md.
/// </remarks>
public static class Comparison
{
    /// <summary>Treatment against control.</summary>
    /// <param name="control">Sums of the control.</param>
    /// <param name="treatment">Sums of the treatment, of the same kind.</param>
    /// <param name="options">Scale, level, alternative. <see cref="RelativeInterval.Delta"/> asks for <see cref="WelchComparison"/> whatever the outcome.</param>
    /// <returns>The effect, or its refusal: as <see cref="WelchComparison.Of"/> and <see cref="ClusterComparison.OfMeans"/> give it; of shares and rates <c>ST010</c> without units, <c>ST011</c> where control has no events, <c>ST012</c> where both arms are all alike.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1), or for one side of shares and rates not above one half.</exception>
    public static EffectEstimate Of(ArmSums control, ArmSums treatment, ComparisonOptions options)
    {
        Levels.ThrowUnlessInside(options.Level);
        return (control, treatment) switch
        {
            (ClusterSums one, ClusterSums other) => ClusterComparison.OfMeans(one.Clusters, other.Clusters, options),
            (ShareSums one, ShareSums other) when AreWhole(one, other) && !IsByDelta(options) => Shares(Counted(one), Counted(other), options),
            (RateSums one, RateSums other) when options.Scale != EffectScale.Difference && !IsByDelta(options) => Sided(
                options, level => Relative(RateRatio.Of(new CountedRate(one.Events, one.Exposure), new CountedRate(other.Events, other.Exposure), level), options.Scale)) with
            {
                ControlCount = (long)one.Units,
                TreatmentCount = (long)other.Units,
            },
            (CountSums { Counts.Mean: >= 0 } one, CountSums { Counts.Mean: >= 0 } other) when options.Scale != EffectScale.Difference && !IsByDelta(options) =>
                Sided(options, level => Relative(RateRatio.OfUnits(one.Counts, other.Counts, level), options.Scale)),
            _ => WelchComparison.Of(control, treatment, options),
        };
    }

    private static EffectEstimate Shares(CountedShare control, CountedShare treatment, ComparisonOptions options) => options.Scale switch
    {
        EffectScale.Difference => Sided(options, level => ShareEffect.Difference(control, treatment, level)),
        EffectScale.Ratio => Sided(options, level => ShareEffect.Ratio(control, treatment, level)),
        _ => Sided(options, level => ShareEffect.Relative(control, treatment, level)),
    };

    // One side at 1 − α is the nearer end of both sides at 1 − 2 α. An exact two-sided p-value has no half that is exact.
    private static EffectEstimate Sided(ComparisonOptions options, Func<double, EffectEstimate> twoSided)
    {
        if (options.Alternative == Alternative.TwoSided)
        {
            return twoSided(options.Level);
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Level, 0.5, nameof(options));
        var both = twoSided((2 * options.Level) - 1);
        var isGreater = options.Alternative == Alternative.Greater;
        var isToward = both.Value > (both.Scale == EffectScale.Ratio ? 1 : 0) == isGreater;
        return both with
        {
            Level = options.Level,
            Interval = both.Interval is { } interval
                ? isGreater ? interval with { High = double.PositiveInfinity } : interval with { Low = double.NegativeInfinity }
                : null,
            PValue = both.StandardError is null ? null : isToward ? both.PValue / 2 : 1 - (both.PValue / 2),
        };
    }

    private static EffectEstimate Relative(EffectEstimate ratio, EffectScale scale) => scale == EffectScale.Ratio
        ? ratio
        : ratio with
        {
            Scale = EffectScale.Relative,
            Value = ratio.Value - 1,
            Interval = ratio.Interval is { } interval ? new Interval(interval.Low - 1, interval.High - 1) : null,
        };

    private static bool IsByDelta(ComparisonOptions options) => options is { Scale: EffectScale.Relative, Relative: RelativeInterval.Delta };

    // Weighted shares are no counts, and have no exact answer.
    private static bool AreWhole(ShareSums one, ShareSums other) =>
        double.IsInteger(one.Successes) && double.IsInteger(one.Units) && double.IsInteger(other.Successes) && double.IsInteger(other.Units);

    private static CountedShare Counted(ShareSums arm) => new((long)arm.Successes, (long)arm.Units);
}
