using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>The share of cases that have reached something, by time, with open cases counted as open. Immutable; safe to share.</summary>
public sealed class KaplanMeierCurve
{
    // Products of exact fractions miss a round share by a few last bits; medians must not.
    private const double ShareTolerance = 1e-12;

    private readonly KaplanMeierStep[] _steps;
    private readonly double[] _closed;
    private readonly double[] _open;

    internal KaplanMeierCurve(KaplanMeierStep[] steps, double[] closed, double[] open, double level) =>
        (_steps, _closed, _open, Level) = (steps, closed, open, level);

    /// <summary>[steps] One step per distinct time at which something was reached, ascending; empty where nothing was.</summary>
    public ReadOnlySpan<KaplanMeierStep> Steps => _steps;

    /// <summary>Confidence level of every interval, 0 &lt; level &lt; 1.</summary>
    public double Level { get; }

    /// <summary>Number of observations, open ones included; ≥ 1.</summary>
    public int Count => _closed.Length + _open.Length;

    /// <summary>Number of observations that were still open.</summary>
    public int OpenCount => _open.Length;

    /// <summary>The longest duration observed, closed or open; the curve says nothing later unless nobody remains.</summary>
    public double LongestObserved => Math.Max(Last(_closed), Last(_open));

    /// <summary>Share that had reached it within the time observed, 0 to 1.</summary>
    public double ReachedAtEnd => _steps.Length == 0 ? 0 : _steps[^1].Reached;

    /// <summary>The share of cases that reach it by a given time.</summary>
    /// <param name="time">In the durations' unit; the time itself counts.</param>
    /// <returns>
    /// A share from 0 to 1, or <c>ME003</c> for a time longer than any observed while somebody remains. Before the first step
    /// the interval is the exact one of Clopper and Pearson for none of those still observed at that time.
    /// </returns>
    /// <exception cref="ArgumentException">The time is NaN.</exception>
    public Result<Estimate> ReachedBy(double time)
    {
        ThrowIfNaN(time);
        if (IsBeyond(time))
        {
            return Beyond(time, LongestObserved);
        }

        var step = StepAt(time);
        var (value, interval) = step < 0
            ? (0, new Interval(0, ProportionInterval.UpperBound(0, ObservedAt(time), (1 - Level) / 2)))
            : (_steps[step].Reached, _steps[step].ReachedInterval);
        return new Estimate(value, interval, Level, "Kaplan–Meier, Greenwood, log-log", Count, OpenCount);
    }

    /// <summary>The time by which half had reached it.</summary>
    /// <inheritdoc cref="Percentile(double)" path="/returns"/>
    public PercentileEstimate Median() => Percentile(0.5);

    /// <summary>The first time by which at least a given share had reached it.</summary>
    /// <param name="share">0 &lt; share &lt; 1.</param>
    /// <returns>The time, with the interval found by inverting the band; without value where too few reached it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside (0, 1).</exception>
    /// <remarks>
    /// Source: Brookmeyer and Crowley (1982), A confidence interval for the median survival time, Biometrics 38, with the log-log
    /// band. Where the curve stands level exactly at the share, the first time of that level is given, not the middle.
    /// </remarks>
    public PercentileEstimate Percentile(double share)
    {
        Levels.ThrowUnlessInside(share);
        var left = 1 - share + ShareTolerance;
        var value = First(step => step.Remaining <= left);
        var low = First(step => step.RemainingInterval.Low <= left);
        var high = First(step => step.RemainingInterval.High <= left);
        return new PercentileEstimate(
            share,
            value,
            low is null ? null : new Interval(low.Value, high ?? double.PositiveInfinity),
            value is null ? NotReached.Of(ReachedAtEnd, share) : null,
            Level,
            "Kaplan–Meier, inverted log-log band",
            Count,
            OpenCount);
    }

    /// <summary>The first time by which at least a given share had reached it, its interval from a band on another scale.</summary>
    /// <param name="share">0 &lt; share &lt; 1.</param>
    /// <param name="scale">The band's scale; it ends with the last time at which somebody remains.</param>
    /// <inheritdoc cref="Percentile(double)" path="/returns"/>
    /// <inheritdoc cref="Percentile(double)" path="/exception"/>
    public PercentileEstimate Percentile(double share, CurveScale scale)
    {
        var one = Percentile(share);
        var left = 1 - share + ShareTolerance;
        var low = First(step => step.RemainingAt(scale, Level) is not { } band || band.Low <= left);
        var high = First(step => step.RemainingAt(scale, Level) is { } band && band.High <= left);
        return one with
        {
            Interval = low is null ? null : new Interval(low.Value, high ?? double.PositiveInfinity),
            Method = $"Kaplan–Meier, inverted {(scale == CurveScale.LogLog ? "log-log" : scale == CurveScale.Log ? "log" : "plain")} band",
        };
    }

    /// <summary>The mean time waited up to a limit: each case counts its wait, at most the limit.</summary>
    /// <param name="limit">In the durations' unit, &gt; 0. Durations are taken from 0.</param>
    /// <returns>
    /// The mean with a normal interval, in the durations' unit, or <c>ME003</c> for a limit longer than any observed while somebody
    /// remains.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above 0.</exception>
    /// <remarks>Source: Klein and Moeschberger (2003), Survival analysis, §4.5: area under the curve, with their variance.</remarks>
    public Result<Estimate> RestrictedMean(double limit)
    {
        ThrowIfNaN(limit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        if (IsBeyond(limit))
        {
            return Beyond(limit, LongestObserved);
        }

        var (area, variance, end) = (0.0, 0.0, limit);
        for (var step = StepAt(limit); step >= 0; step--)
        {
            var one = _steps[step];
            area += one.Remaining * (end - Math.Max(one.Time, 0));
            end = Math.Max(one.Time, 0);
            variance += one.Remaining == 0 ? 0 : area * area * one.Events / ((double)one.AtRisk * (one.AtRisk - one.Events));
        }

        area += end;
        var half = NormalDistribution.TwoSided(Level) * Math.Sqrt(variance);
        return new Estimate(
            area, new Interval(area - half, area + half), Level, "restricted mean, Kaplan–Meier, normal interval", Count, OpenCount);
    }

    internal static Problem Beyond(double time, double longest) => new(
        ProblemKind.NotEstimable,
        "ME003",
        string.Create(CultureInfo.InvariantCulture, $"Nothing is known about {time:R}: the longest case observed took {longest:R}."),
        "Ask about a shorter time, or wait until cases have been observed for that long.");

    private static double Last(double[] sorted) => sorted.Length == 0 ? double.NegativeInfinity : sorted[^1];

    private static int CountBelow(double[] sorted, double time)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = sorted[middle] < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static void ThrowIfNaN(double time)
    {
        if (double.IsNaN(time))
        {
            throw new ArgumentException("The time is not a number.", nameof(time));
        }
    }

    // A curve that has come down to nobody says the same for ever after.
    private bool IsBeyond(double time) => time > LongestObserved && !(_steps.Length > 0 && _steps[^1].Remaining == 0);

    private int ObservedAt(double time) => Count - CountBelow(_closed, time) - CountBelow(_open, time);

    private int StepAt(double time)
    {
        var (low, high) = (0, _steps.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = _steps[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private double? First(Predicate<KaplanMeierStep> isLowEnough)
    {
        var index = Array.FindIndex(_steps, isLowEnough);
        return index < 0 ? null : _steps[index].Time;
    }
}
