using System.Globalization;

namespace OutsideIn.Measures;

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

    internal CumulativeIncidenceCurve(CumulativeIncidenceStep[] steps, int count, int openCount, int lostCount, double level) =>
        (_steps, Count, OpenCount, LostCount, Level) = (steps, count, openCount, lostCount, level);

    /// <summary>[steps] One step per distinct time at which something was reached, ascending; empty where nothing was.</summary>
    public ReadOnlySpan<CumulativeIncidenceStep> Steps => _steps;

    /// <summary>Number of observations, open and lost ones included; ≥ 1.</summary>
    public int Count { get; }

    /// <summary>Number of observations that were still open.</summary>
    public int OpenCount { get; }

    /// <summary>Number of observations that lost it.</summary>
    public int LostCount { get; }

    /// <summary>Confidence level of every interval, 0 &lt; level &lt; 1.</summary>
    public double Level { get; }

    /// <summary>Share that had reached it within the time observed, 0 to 1.</summary>
    public double ReachedAtEnd => _steps.Length == 0 ? 0 : _steps[^1].Reached;

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
            value is null ? TooFew(share) : null,
            Level,
            LostCount == 0 ? "Kaplan–Meier, inverted log-log band" : "Aalen–Johansen, inverted log-log band",
            Count,
            OpenCount);
    }

    private double? First(Predicate<CumulativeIncidenceStep> isEnough)
    {
        var index = Array.FindIndex(_steps, isEnough);
        return index < 0 ? null : _steps[index].Time;
    }

    private string TooFew(double share) => string.Create(
        CultureInfo.InvariantCulture,
        $"Only {ReachedAtEnd:P1} had reached it within the time observed, fewer than {share:P0}.");
}
