using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>When a series cannot answer, and what would.</summary>
internal static class SeriesRefusals
{
    public static Problem? OfPeriods(InterruptedSeries series, ReadOnlySpan<double> values)
    {
        for (var period = 0; period < values.Length; period++)
        {
            if (!double.IsFinite(values[period]) || (series.Counts.Count > 0 && series.Counts[period] == 0))
            {
                return new Problem(
                    ProblemKind.NotEstimable,
                    "EX082",
                    $"Number {period + 1} of the {values.Length} {series.PeriodName} has no figure.",
                    "Take longer periods, so that each holds cases, or leave out the time before the outcome was recorded.");
            }
        }

        var (before, after) = (series.ChangeIndex, values.Length - series.ChangeIndex);
        if (Math.Min(before, after) >= InterruptedTimeSeries.PeriodsMin)
        {
            return null;
        }

        var missing = before < InterruptedTimeSeries.PeriodsMin
            ? $"take shorter periods or a log that begins earlier ({InterruptedTimeSeries.PeriodsMin - before} more before the change)"
            : $"wait {InterruptedTimeSeries.PeriodsMin - after} more {series.PeriodName}, or take shorter periods";
        return new Problem(
            ProblemKind.NotEstimable,
            "EX080",
            $"There are {before} {series.PeriodName} before the change and {after} after it; trend and chance cannot be told apart with fewer than {InterruptedTimeSeries.PeriodsMin} on a side.",
            $"To answer, {missing}; or compare with teams that did not get the change (difference-in-differences); or give it to some teams by lot.");
    }

    public static Problem? OfTrend(InterruptedSeries series, TrendBefore trend)
    {
        if (series.Control is not null || !trend.IsDominant)
        {
            return null;
        }

        var finding = trend.IsBent
            ? string.Create(CultureInfo.InvariantCulture, $"Before the change the trend was bent (p {trend.BendPValue:0.###}): carried on as a straight line it would show an effect of its own.")
            : string.Create(CultureInfo.InvariantCulture, $"Before the change the trend alone moved the series by {trend.Reach:0.0} times its usual spread: the smallest bend in it would look like an effect.");
        return new Problem(
            ProblemKind.NotEstimable,
            "EX081",
            finding,
            "Add a control series without the change (another team, channel or product in the same periods); or give the change to some teams first, by lot (stepped roll-out).");
    }
}
