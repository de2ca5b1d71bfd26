using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How much longer one group waits than another, on the mean up to a limit, open cases counted as open. Immutable.</summary>
/// <param name="Difference">The second group's mean less the first's, in the durations' unit, with its normal interval.</param>
/// <param name="StandardError">Its standard error, same unit.</param>
/// <param name="PValue">How often chance alone sets two equal groups at least that far apart, 0 to 1.</param>
public sealed record RestrictedMeanDifference(Estimate Difference, double StandardError, double PValue)
{
    /// <summary>The difference of two curves' restricted means.</summary>
    /// <param name="first">The group to compare with.</param>
    /// <param name="second">The group compared; its level is taken.</param>
    /// <param name="limit">Up to where each wait counts, in the durations' unit, &gt; 0.</param>
    /// <returns>The difference; <c>ME003</c> where one group was not observed for that long; <c>ME006</c> where neither varies.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above 0.</exception>
    /// <remarks>Source: Royston and Parmar (2013), Restricted mean survival time, BMC Medical Research Methodology 13, as two independent means.</remarks>
    public static Result<RestrictedMeanDifference> Of(KaplanMeierCurve first, KaplanMeierCurve second, double limit)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return first.RestrictedMean(limit).Then(one => second.RestrictedMean(limit).Then(other => Of(one, other)));
    }

    private static Result<RestrictedMeanDifference> Of(Estimate one, Estimate other)
    {
        var (difference, error) = (other.Value - one.Value, Math.Sqrt(Square(Error(one)) + Square(Error(other))));
        if (error == 0)
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "ME006",
                "Neither group varies, so that nothing says how far the difference reaches.",
                "Compare larger groups, or choose a longer limit.");
        }

        var half = error * NormalDistribution.TwoSided(other.Level);
        var estimate = new Estimate(
            difference,
            new Interval(difference - half, difference + half),
            other.Level,
            "difference of restricted means, Kaplan–Meier, normal interval",
            one.Count + other.Count,
            one.OpenCount + other.OpenCount);
        return new RestrictedMeanDifference(estimate, error, ChiSquareDistribution.BothTails(difference / error));
    }

    private static double Error(Estimate mean) => (mean.Interval.High - mean.Interval.Low) / (2 * NormalDistribution.TwoSided(mean.Level));

    private static double Square(double value) => value * value;
}
