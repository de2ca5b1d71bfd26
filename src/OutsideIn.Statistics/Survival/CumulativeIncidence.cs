using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How the wait of one observation ended, or that it has not.</summary>
public enum CompetingEnd
{
    /// <summary>It has not ended: the duration is how long it has been waited so far (right-censored).</summary>
    Open,

    /// <summary>What was waited for was reached.</summary>
    Reached,

    /// <summary>Something happened after which it can never be reached, such as giving up.</summary>
    Lost,
}

/// <summary>Fits the share that reaches something by time, where some lose it for good and some are still waiting.</summary>
/// <remarks>
/// Who lost it stays in the denominator for ever: treating them as open, as a plain Kaplan–Meier curve would, answers how soon
/// they would have got there had they not given up, which nobody can know and which overstates the share. Assumes that open
/// cases would have gone on like those observed longer. Without lost observations the curve, its standard errors and its
/// intervals are exactly those of <see cref="KaplanMeier"/>.
/// Source: Aalen and Johansen (1978), An empirical transition matrix for non-homogeneous Markov chains, Scandinavian Journal of
/// Statistics 5; in the form of Marubini and Valsecchi (1995), Analysing survival data from clinical trials, §10.4.
/// </remarks>
public static class CumulativeIncidence
{
    /// <summary>Fits the curve. O(observations log observations); allocates arrays, never per observation.</summary>
    /// <param name="durations">[observations] How long until it ended or, where open, how long it has been waited; any unit.</param>
    /// <param name="ends">[observations] How each ended.</param>
    /// <param name="level">Confidence level of every interval, 0 &lt; level &lt; 1.</param>
    /// <returns>The curve, or <c>ME002</c> where there is no observation.</returns>
    /// <exception cref="ArgumentException">The two spans differ in length, a duration is NaN, or the level is outside (0, 1).</exception>
    public static Result<CumulativeIncidenceCurve> Fit(
        ReadOnlySpan<double> durations, ReadOnlySpan<CompetingEnd> ends, double level = ProportionInterval.DefaultLevel)
    {
        if (durations.Length != ends.Length)
        {
            throw new ArgumentException($"There are {durations.Length} durations but {ends.Length} ends.", nameof(durations));
        }

        Levels.ThrowUnlessInside(level);
        foreach (var duration in durations)
        {
            if (double.IsNaN(duration))
            {
                throw new ArgumentException("A duration is not a number.", nameof(durations));
            }
        }

        if (durations.IsEmpty)
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "ME002",
                "There is no case to time.",
                "Widen the filter or the period until there are cases in it.");
        }

        var (times, sortedEnds) = (durations.ToArray(), ends.ToArray());
        Array.Sort(times, sortedEnds);
        return new CumulativeIncidenceCurve(
            IncidenceSteps.Of(times, sortedEnds, level), times, sortedEnds, level);
    }
}
