using System.Globalization;
using OutsideIn.Diagnosis;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Drivers as they are sent and shown: shares of a hundred, and what a step more goes with.</summary>
internal static class DriverEntries
{
    private const double SecondsADay = 86_400;
    private const double SecondsAnHour = 3_600;

    public static IReadOnlyList<DriverEntry> Of(DriverReport report, DrivenRows rows, bool isYesNo) =>
        [.. report.Drivers.Select(finding => Of(finding, rows, rows.Drivers.Single(one => one.Name == finding.Name), isYesNo))];

    private static DriverEntry Of(DriverFinding finding, DrivenRows rows, DriverColumn driver, bool isYesNo)
    {
        var (step, size) = StepOf(driver, rows.ValuesOf(driver));
        var effect = Effect(finding, size, isYesNo);
        var isShare = rows.Measure.Compared.By == ComparedBy.Share;
        return new DriverEntry(
            finding.Name, driver.Kind, finding.Share, finding.ShareInterval?.Low, finding.ShareInterval?.High, ShareTextOf(finding), finding.Rank, finding.RankStability,
            step, size, EffectEntries.TextOf(effect, rows.Measure), InUnit(effect.Value), InUnit(effect.Interval?.Low), InUnit(effect.Interval?.High),
            isShare ? "share" : FigureEntries.UnitOf(rows.Measure.Plan),
            finding.Explained, finding.First, finding.Last, finding.Johnson, finding.Pratt, finding.Correlation, finding.RankCorrelation, finding.Inflation);

        double? InUnit(double? value) => value is not { } number ? null : isShare ? number : FigureEntries.InUnit(number, rows.Measure.Plan);
    }

    /// <summary>"54 % (48 to 60)", "6.1 % (4.0 to 8.9)".</summary>
    private static string ShareTextOf(DriverFinding finding)
    {
        var form = finding.Share < 0.1 ? "0.0" : "0";
        return finding.ShareInterval is { } interval
            ? $"{Percent(finding.Share)} % ({Percent(interval.Low)} to {Percent(interval.High)})"
            : $"{Percent(finding.Share)} %";

        string Percent(double share) => Math.Max(0, share * 100).ToString(form, CultureInfo.InvariantCulture);
    }

    // Of a yes or no the probability, averaged; its interval is that of the log odds on the same scale.
    private static EffectEstimate Effect(DriverFinding finding, double size, bool isYesNo)
    {
        var scale = size * (isYesNo && finding.Effect.Value != 0 ? finding.Slope!.Value / finding.Effect.Value : 1);
        var (low, high) = (finding.Effect.Interval.Low * scale, finding.Effect.Interval.High * scale);
        return new EffectEstimate
        {
            Method = "regression",
            Value = finding.Effect.Value * scale,
            Interval = new Interval(Math.Min(low, high), Math.Max(low, high)),
            Level = finding.Effect.Level,
        };
    }

    // A step is of the size of what the driver varies by: a thousand pounds rather than one, an hour rather than a day.
    private static (string Step, double Size) StepOf(DriverColumn driver, double[] values)
    {
        var spread = Math.Sqrt(Moments.Of(values).Variance);
        switch (driver.Unit)
        {
            case DriverUnit.YesNo:
                return ("yes", 1);
            case DriverUnit.BusinessDays:
                return ("a business day", 1);
            case DriverUnit.Seconds:
                return spread >= SecondsADay / 2 ? ("a day", SecondsADay) : spread >= SecondsAnHour / 2 ? ("an hour", SecondsAnHour) : ("a minute", 60);
            default:
                var size = spread is >= 10 or < 0.3 ? Math.Pow(10, Math.Floor(Math.Log10(spread))) : 1;
                return (size >= 1 ? CountText.Of((long)size) : size.ToString("0.########", CultureInfo.InvariantCulture), size);
        }
    }
}
