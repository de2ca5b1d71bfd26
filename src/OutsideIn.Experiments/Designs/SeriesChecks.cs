using System.Globalization;
using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What an interrupted series assumes, and what it says of that itself.</summary>
internal static class SeriesChecks
{
    // Below this a check's p-value speaks against what is assumed.
    private const double Doubt = 0.05;

    // The greatest and the smallest period may differ so much before the small ones' noise tells.
    private const double CountRatioMax = 4;

    public static IReadOnlyList<AssumptionCheck> Of(InterruptedSeries series, AutoregressiveFit fit, TrendBefore trend, SeasonTerms season)
    {
        var checks = new List<AssumptionCheck>
        {
            Straight(trend),
            Leftover(fit),
            NothingElse(series, trend),
        };
        if (series.Counts.Count > 0)
        {
            checks.Add(Counts(series));
        }

        if (series.SeasonLength is not null)
        {
            checks.Add(new AssumptionCheck("Seasons do not coincide with the change.", season.Columns.Count > 0, season.Finding));
        }

        return checks;
    }

    private static AssumptionCheck Straight(TrendBefore trend) => new(
        "Without the change the trend before it would have gone on in a straight line.",
        trend.BendPValue >= Doubt ? null : false,
        Text($"Trend before {trend.Slope.Value:0.####} a period ({trend.Slope.Interval.Low:0.####} to {trend.Slope.Interval.High:0.####}); a bend in it: p {trend.BendPValue:0.###}."));

    private static AssumptionCheck Leftover(AutoregressiveFit fit)
    {
        var lags = Math.Min(10, fit.Count / 5);
        var test = SerialCorrelation.LjungBox(fit.Innovations, lags, fitted: 1);
        return new AssumptionCheck(
            "An error is carried into the next period only, and fades.",
            test.PValue >= Doubt,
            Text($"Correlation of neighbours {fit.Correlation:0.00}, allowed for. Left over at {lags} lags: p {test.PValue:0.###}."));
    }

    private static AssumptionCheck NothingElse(InterruptedSeries series, TrendBefore trend)
    {
        if (series.Control is null)
        {
            return new AssumptionCheck(
                "Nothing else changed at the same time.", null, "The series alone cannot tell: a control series without the change would.");
        }

        return new AssumptionCheck(
            "Whatever else changed touched both series alike.",
            trend.Slope.PValue >= Doubt ? null : false,
            Text($"Before the change the difference between the two went {trend.Slope.Value:0.####} a period: p {trend.Slope.PValue:0.###}."));
    }

    private static AssumptionCheck Counts(InterruptedSeries series)
    {
        var (least, most) = (series.Counts.Min(), series.Counts.Max());
        return new AssumptionCheck(
            "Each period rests on about as many cases.", most <= CountRatioMax * least, $"From {least} to {most} cases a period; every period counts the same.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
