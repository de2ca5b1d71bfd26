using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>One step of a cumulative incidence curve.</summary>
/// <param name="Time">When, in the durations' unit; the curve holds this step's values from here to the next step.</param>
/// <param name="AtRisk">Observations still waiting just before this time, ≥ 1.</param>
/// <param name="Events">Observations that reached it at this time, ≥ 1.</param>
/// <param name="Reached">Share of all that has reached it by this time, 0 to 1.</param>
/// <param name="StandardError">Standard error of <paramref name="Reached"/>, a share.</param>
/// <param name="ReachedInterval">Interval of <paramref name="Reached"/>, on the scale ln(−ln(1 − share)).</param>
public readonly record struct CumulativeIncidenceStep(
    double Time, int AtRisk, int Events, double Reached, double StandardError, Interval ReachedInterval);

/// <summary>The share that has reached something, by time; those who lost it never do. Immutable; safe to share.</summary>
public sealed class CumulativeIncidenceCurve
{
    // Products of exact fractions miss a round share by a few last bits; medians must not.
    private const double ShareTolerance = 1e-12;

    private readonly CumulativeIncidenceStep[] _steps;
    private readonly double[] _times;
    private readonly CompetingEnd[] _ends;

    internal CumulativeIncidenceCurve(CumulativeIncidenceStep[] steps, double[] times, CompetingEnd[] ends, double level)
    {
        (_steps, _times, _ends, Level) = (steps, times, ends, level);
        (OpenCount, LostCount) = (ends.AsSpan().Count(CompetingEnd.Open), ends.AsSpan().Count(CompetingEnd.Lost));
    }

    /// <summary>[steps] One step per distinct time at which something was reached, ascending; empty where nothing was.</summary>
    public ReadOnlySpan<CumulativeIncidenceStep> Steps => _steps;

    /// <summary>Number of observations, open and lost ones included; ≥ 1.</summary>
    public int Count => _times.Length;

    /// <summary>Number of observations that were still open.</summary>
    public int OpenCount { get; }

    /// <summary>Number of observations that lost it.</summary>
    public int LostCount { get; }

    /// <summary>Confidence level of every interval, 0 &lt; level &lt; 1.</summary>
    public double Level { get; }

    /// <summary>Share that had reached it within the time observed, 0 to 1.</summary>
    public double ReachedAtEnd => _steps.Length == 0 ? 0 : _steps[^1].Reached;

    /// <summary>The longest duration observed, however it ended; the curve says nothing later while somebody still waits then.</summary>
    public double LongestObserved => _times[^1];

    /// <summary>The share that has reached it by a given time, those who lost it in the denominator.</summary>
    /// <param name="time">In the durations' unit; the time itself counts.</param>
    /// <returns>
    /// A share from 0 to 1, or <c>ME003</c> for a time longer than any observed while somebody still waits. Before the first step the
    /// interval is the exact one of Clopper and Pearson for none of those known not to have reached it: observed at that time, or lost
    /// before.
    /// </returns>
    /// <exception cref="ArgumentException">The time is NaN.</exception>
    public Result<Estimate> ReachedBy(double time)
    {
        if (double.IsNaN(time))
        {
            throw new ArgumentException("The time is not a number.", nameof(time));
        }

        if (IsBeyond(time))
        {
            return KaplanMeierCurve.Beyond(time, LongestObserved);
        }

        var step = Array.FindLastIndex(_steps, one => one.Time <= time);
        var (value, interval) = step < 0
            ? (0, new Interval(0, ProportionInterval.UpperBound(0, KnownAt(time), (1 - Level) / 2)))
            : (_steps[step].Reached, _steps[step].ReachedInterval);
        return new Estimate(value, interval, Level, MethodOf(LostCount), Count, OpenCount);
    }

    /// <summary>The first time by which at least a given share of all had reached it.</summary>
    /// <param name="share">0 &lt; share &lt; 1.</param>
    /// <returns>The time, with the interval found by inverting the band; without value where too few reached it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside (0, 1).</exception>
    public PercentileEstimate Percentile(double share)
    {
        Levels.ThrowUnlessInside(share);
        var enough = share - ShareTolerance;
        var value = First(step => step.Reached >= enough);
        var low = First(step => step.ReachedInterval.High >= enough);
        var high = First(step => step.ReachedInterval.Low >= enough);
        return new PercentileEstimate(
            share,
            value,
            low is null ? null : new Interval(low.Value, high ?? double.PositiveInfinity),
            value is null ? NotReached.Of(ReachedAtEnd, share) : null,
            Level,
            LostCount == 0 ? "Kaplan–Meier, inverted log-log band" : "Aalen–Johansen, inverted log-log band",
            Count,
            OpenCount);
    }

    /// <summary>The mean time waited up to a limit: each case counts its wait, at most the limit; who lost it counts the limit.</summary>
    /// <param name="limit">In the durations' unit, &gt; 0. Durations are taken from 0.</param>
    /// <returns>The mean with a normal interval, in the durations' unit, or <c>ME003</c> for a limit longer than any observed while somebody still waits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above 0, or not finite.</exception>
    /// <remarks>
    /// The limit less the area under the curve, with the variance of its increments' multinomial counts; without lost observations that of
    /// Klein and Moeschberger (2003), Survival analysis, §4.5. Source with losses: Andersen (2013), Decomposition of number of life years
    /// lost according to causes of death, Statistics in Medicine 32.
    /// </remarks>
    public Result<Estimate> RestrictedMean(double limit)
    {
        if (!(limit > 0 && double.IsFinite(limit)))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "Must be above 0 and finite.");
        }

        if (IsBeyond(limit))
        {
            return KaplanMeierCurve.Beyond(limit, LongestObserved);
        }

        var (saved, error) = ReachedArea.Of(_times, _ends, limit);
        var half = NormalDistribution.TwoSided(Level) * error;
        return new Estimate(
            limit - saved, new Interval(limit - saved - half, limit - saved + half), Level,
            $"restricted mean, {(LostCount == 0 ? "Kaplan–Meier" : "Aalen–Johansen")}, normal interval", Count, OpenCount);
    }

    /// <summary>What the estimator is called where so many were lost.</summary>
    public static string MethodOf(int lostCount) =>
        lostCount == 0 ? "Kaplan–Meier, Greenwood, log-log" : "Aalen–Johansen, Greenwood, log-log";

    // Who is the last to be observed and still waits could reach it at any later time.
    private bool IsBeyond(double time) =>
        time > LongestObserved && Array.LastIndexOf(_ends, CompetingEnd.Open) is var open && open >= 0 && _times[open] == LongestObserved;

    private int KnownAt(double time)
    {
        var known = 0;
        for (var row = 0; row < _times.Length; row++)
        {
            known += _times[row] >= time || _ends[row] == CompetingEnd.Lost ? 1 : 0;
        }

        return known;
    }

    private double? First(Predicate<CumulativeIncidenceStep> isEnough)
    {
        var index = Array.FindIndex(_steps, isEnough);
        return index < 0 ? null : _steps[index].Time;
    }
}
