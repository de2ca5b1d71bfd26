using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Proof;

/// <summary>Figures of subjects that began in a stretch of time, each followed for as long as every other.</summary>
internal static class SeriesFigures
{
    // Without a limit of its own a wait is followed until nine of ten have ended, so that recent periods can be told at all.
    private const double EndedShare = 0.9;

    /// <summary>The time up to which each subject is followed, in the values' unit; infinite for what needs no following.</summary>
    public static double LimitOf(ComparedMeasure measure, double? asked)
    {
        if (measure.Compared.Limit is { } own)
        {
            return own;
        }

        if (!measure.Compared.IsFollowed)
        {
            return double.PositiveInfinity;
        }

        if (asked is { } limit)
        {
            return limit;
        }

        var waits = measure.Compared.Waits(measure.Compared.WithValue([.. Enumerable.Range(0, measure.Values.Count)]));
        List<double> ended = [];
        for (var index = 0; index < waits.Count; index++)
        {
            if (waits.Ends.Span[index] != CompetingEnd.Open)
            {
                ended.Add(waits.Durations.Span[index]);
            }
        }

        ended.Sort();
        return ended.Count == 0 ? double.PositiveInfinity : ended[(int)(EndedShare * (ended.Count - 1))];
    }

    /// <summary>For how long after its start a subject must be known, microseconds.</summary>
    public static double FollowedFor(ComparedMeasure measure, double? asked, double limit) =>
        measure.Compared.IsFollowed && double.IsFinite(limit) ? limit : asked ?? 0;

    /// <summary>The mean of the numbers of some subjects; NaN where there is none.</summary>
    public static double MeanOf(ComparedMeasure measure, int[] subjects, double limit)
    {
        if (!measure.Compared.Numbers(subjects, limit).TryGet(out var numbers, out _))
        {
            return double.NaN;
        }

        var known = Array.FindAll(numbers, static one => !double.IsNaN(one));
        return known.Length == 0 ? double.NaN : Moments.Of(known).Mean;
    }

    /// <summary>Series are told in days and points of a hundred, so that what is said of their trends can be read.</summary>
    public static double ScaleOf(ComparedMeasure measure) => measure.Compared.By == ComparedBy.Share ? 0.01
        : measure.Plan.Kind == MeasureKind.Duration ? ComparisonQuestion.DayMicros : 1;

    /// <summary>An effect of a series back in the values' unit.</summary>
    public static EffectEstimate Scaled(EffectEstimate effect, double scale) => effect with
    {
        Value = effect.Value * scale,
        StandardError = effect.StandardError * scale,
        Interval = effect.Interval is { } interval ? new Interval(interval.Low * scale, interval.High * scale) : null,
    };

    /// <summary>A figure in the unit it is sent in; null for what is not finite.</summary>
    public static double? InUnit(ComparedMeasure measure, double value) => !double.IsFinite(value) ? null
        : measure.Compared.By == ComparedBy.Share ? value : FigureEntries.InUnit(value, measure.Plan);
}
