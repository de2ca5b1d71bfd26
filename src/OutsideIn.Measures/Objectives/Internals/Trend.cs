using System.Globalization;
using OutsideIn.Statistics;

namespace OutsideIn.Measures.Internals;

/// <summary>Where the whole periods of a verdict lead.</summary>
/// <remarks>
/// A straight line through the figures, each weighted by the inverse of its variance as its interval's width tells it. Where the periods
/// scatter around the line more than their intervals allow for, the slope's error is widened by that ratio (Birge 1932, The calculation of
/// errors by the method of least squares, Physical Review 40) and held against Student's t with periods − 2 degrees of freedom: months that
/// differ for reasons of their own are no trend. It speaks only where the slope is beyond chance at the level of the intervals, and it
/// speaks of what was, never of why.
/// </remarks>
internal static class Trend
{
    private const int PeriodsMin = 3;

    public static string? Of(IReadOnlyList<PeriodFigure> periods, ObjectiveSyntax objective, MeasurePlan plan, VerdictOptions options)
    {
        // An open amount is not final: young periods would look low for being young.
        var isCensored = plan.IsWait() || plan.Kind == MeasureKind.YesNo;
        var (level, unit) = (options.Level, objective.Per ?? options.Period);
        PeriodFigure[] whole = [.. periods.Where(one =>
            one is { IsWhole: true, Figure: { Value: not null, Interval: { IsBounded: true } interval } }
            && (isCensored || one.Figure.Open == 0) && interval.Low < interval.High)];
        if (whole.Length < PeriodsMin)
        {
            return null;
        }

        var (slope, pValue) = Slope(whole, level);
        var span = string.Create(
            CultureInfo.InvariantCulture, $"over {whole.Length} whole {Word(unit)} ({whole[0].Name} to {whole[^1].Name})");
        return pValue >= 1 - level ? $"No change beyond chance {span}."
            : (slope > 0) == IsMoreBetter(objective) ? $"Getting better {span}."
            : $"Getting worse {span}.";
    }

    // Time is counted in days, so that a period without cases leaves its gap.
    private static (double Slope, double PValue) Slope(PeriodFigure[] periods, double level)
    {
        var width = 2 * NormalDistribution.TwoSided(level);
        var (weights, times, figures) = (0.0, 0.0, 0.0);
        foreach (var one in periods)
        {
            var weight = Weight(one, width);
            weights += weight;
            times += weight * one.FirstDay.DayNumber;
            figures += weight * one.Figure.Value!.Value;
        }

        var (square, cross, scatter) = (0.0, 0.0, 0.0);
        foreach (var one in periods)
        {
            var (distance, figure) = (one.FirstDay.DayNumber - (times / weights), one.Figure.Value!.Value - (figures / weights));
            square += Weight(one, width) * distance * distance;
            cross += Weight(one, width) * distance * figure;
            scatter += Weight(one, width) * figure * figure;
        }

        var (z, degrees) = (cross / Math.Sqrt(square), periods.Length - 2);
        var ratio = (scatter - (cross * cross / square)) / degrees;
        return (cross, ratio > 1 ? StudentTDistribution.BothTails(z / Math.Sqrt(ratio), degrees) : ChiSquareDistribution.BothTails(z));
    }

    private static double Weight(PeriodFigure one, double width)
    {
        var error = (one.Figure.Interval!.Value.High - one.Figure.Interval.Value.Low) / width;
        return 1 / (error * error);
    }

    private static bool IsMoreBetter(ObjectiveSyntax objective) => objective.Goal switch
    {
        ShareGoalSyntax share => !share.IsAtMost,
        PercentileGoalSyntax { Test.Comparison: Comparison.More or Comparison.AtLeast } => true,
        MeanGoalSyntax { Test.Comparison: Comparison.More or Comparison.AtLeast } => true,
        TotalGoalSyntax { Test.Comparison: Comparison.More or Comparison.AtLeast } => true,
        _ => false,
    };

    private static string Word(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Week => "weeks",
        PeriodUnit.Month => "months",
        _ => "quarters",
    };
}
