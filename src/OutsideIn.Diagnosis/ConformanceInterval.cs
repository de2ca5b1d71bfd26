using OutsideIn.Method;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>The interval of a conformance rating (F11): observations are a sample of what happens.</summary>
public static class ConformanceInterval
{
    /// <summary>The ratings with the intervals of their conformance filled in.</summary>
    public static MapRatings On(MapRatings ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        return ratings with
        {
            Conformance = [.. ratings.Conformance.Select(static one => Of(one).TryGet(out var estimate, out _)
                ? one with { Low = estimate.Interval.Low, High = estimate.Interval.High }
                : one)],
        };
    }

    /// <summary>The rating of an experience with a 95 % interval.</summary>
    /// <remarks>
    /// A weighted sum of independent shares, each with its Wilson interval, put together by the method of variance estimates
    /// recovery: lower = Σ wp − √Σ w²(p − l)². Source: Zou and Donner (2008), Construction of confidence limits about effect
    /// measures: a general approach, Statistics in Medicine 27, equation 3 for a difference, extended term by term to a sum.
    /// </remarks>
    /// <param name="rating">The rating.</param>
    /// <returns>The estimate, or <c>ME001</c> where nothing was observed.</returns>
    public static Result<Estimate> Of(ExperienceConformance rating)
    {
        ArgumentNullException.ThrowIfNull(rating);
        var (value, below, above) = (0.0, 0.0, 0.0);
        foreach (var (criterion, part) in rating.Parts)
        {
            if (!ProportionInterval.Wilson(Math.Clamp(criterion.Done, 0, criterion.Observed), criterion.Observed).TryGet(out var share, out var problem))
            {
                return problem;
            }

            value += part * share.Value;
            below += Math.Pow(part * (share.Value - share.Interval.Low), 2);
            above += Math.Pow(part * (share.Interval.High - share.Value), 2);
        }

        return rating.Parts.Count == 0
            ? ProportionInterval.Wilson(0, 0)
            : new Estimate(
                value, new Interval(Math.Max(0, value - Math.Sqrt(below)), Math.Min(1, value + Math.Sqrt(above))), ProportionInterval.DefaultLevel,
                "weighted mean of shares, interval by recovered variances", rating.Observed, 0);
    }
}
