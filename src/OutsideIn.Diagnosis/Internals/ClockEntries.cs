using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Diagnosis;

/// <summary>Clocks as figures: medians and percentiles with their interval, the curve, counts that add up.</summary>
internal static class ClockEntries
{
    /// <summary>Points of a curve at most; what lies between two of them is no steeper than the picture shows.</summary>
    public const int CurvePointsMax = 200;

    private static readonly DurationEstimateEntry Nothing = new(null, null, null);

    public static ClockEntry Of(FigureList openCases, string definition, ClockReading[] clocks)
    {
        for (var caseIndex = 0; caseIndex < clocks.Length; caseIndex++)
        {
            if (clocks[caseIndex] is { IsStarted: true, End: CompetingEnd.Open })
            {
                openCases.Add(caseIndex);
            }
        }

        var started = clocks.Where(static clock => clock.IsStarted).ToArray();
        return Fit(started) is { } curve
            ? new ClockEntry(
                openCases.Id,
                definition,
                curve.Count,
                curve.Count - curve.OpenCount - curve.LostCount,
                curve.OpenCount,
                curve.LostCount,
                Duration(curve.Percentile(0.5)),
                Duration(curve.Percentile(0.9)),
                Curve(curve))
            : new ClockEntry(openCases.Id, definition, 0, 0, 0, 0, Nothing, Nothing, []);
    }

    /// <summary>The curve over clocks that started, in microseconds, or null where none did.</summary>
    public static CumulativeIncidenceCurve? Fit(IReadOnlyCollection<ClockReading> started) => CumulativeIncidence
        .Fit([.. started.Select(static clock => (double)clock.Micros)], [.. started.Select(static clock => clock.End)])
        .TryGet(out var curve, out _) ? curve : null;

    /// <summary>The median of some clocks, those not started left out; all null where none started.</summary>
    public static DurationEstimateEntry Median(IEnumerable<ClockReading> clocks) =>
        Fit([.. clocks.Where(static clock => clock.IsStarted)]) is { } curve ? Duration(curve.Percentile(0.5)) : Nothing;

    public static DurationEstimateEntry Duration(PercentileEstimate percentile) => new(
        percentile.Value / Measured.MicrosPerSecond,
        percentile.Interval?.Low / Measured.MicrosPerSecond,
        percentile.Interval is { } interval && double.IsFinite(interval.High) ? interval.High / Measured.MicrosPerSecond : null);

    private static CurvePointEntry[] Curve(CumulativeIncidenceCurve curve)
    {
        var steps = curve.Steps;
        var count = Math.Min(steps.Length, CurvePointsMax);
        var points = new CurvePointEntry[count];
        for (var point = 0; point < count; point++)
        {
            // Evenly over the steps, the first and the last always among them.
            var step = steps[count == 1 ? 0 : (int)((long)point * (steps.Length - 1) / (count - 1))];
            points[point] = new CurvePointEntry(
                step.Time / Measured.MicrosPerSecond, step.Reached, step.ReachedInterval.Low, step.ReachedInterval.High);
        }

        return points;
    }
}
