using System.Globalization;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Whether the firm's clock improves over time while the customer's worsens (MET-08).</summary>
/// <remarks>
/// The cases that began in the first third (in order of their start) are held against those of the last third. A clock has changed
/// where the medians differ by more than 1.96 standard errors, each standard error taken from the width of the median's 95 % interval:
/// level 5 % for each clock, two-sided, so that two clocks without a trend are called diverging once in 1,600 times. Where an interval
/// has no upper end, only intervals that do not overlap count.
/// Source: Price and Bonett (2002), Distribution-free confidence intervals for difference and ratio of medians, Journal of
/// Statistical Computation and Simulation 72; there with order-statistic intervals, here with those of the curves.
/// </remarks>
internal static class ClockTrend
{
    private const int ThirdMin = 30;
    private const double Z = 1.959963984540054;

    private enum Direction
    {
        Unclear,
        Improves,
        Worsens,
    }

    public static (bool Diverges, string Reason) Of(EventLog log, ReadOnlyMemory<ClockReading> firmClock, ReadOnlyMemory<ClockReading> customerClock)
    {
        var order = Enumerable.Range(0, log.CaseCount).OrderBy(one => log.BeginMicros[log.CaseStarts[one]]).ToArray();
        var size = order.Length / 3;
        var (early, late) = (Started(order[..size]), Started(order[(order.Length - size)..]));
        if (early.Firm.Length < ThirdMin || late.Firm.Length < ThirdMin || early.Customer.Length < ThirdMin || late.Customer.Length < ThirdMin)
        {
            return (false, $"Too few cases to tell a trend: it takes {ThirdMin} in the first and in the last third.");
        }

        var firm = Change(early.Firm, late.Firm, "The firm's clock");
        var customer = Change(early.Customer, late.Customer, "The customer's clock");
        var (from, to) = (order[size - 1], order[order.Length - size]);
        return (
            firm.Direction == Direction.Improves && customer.Direction == Direction.Worsens,
            $"{firm.Text} {customer.Text} The first third began up to {Day(log, from)}, the last from {Day(log, to)}; "
                + "each clock is tested at 5 %, two-sided.");

        (ClockReading[] Firm, ClockReading[] Customer) Started(int[] cases) => (
            [.. cases.Select(one => firmClock.Span[one]).Where(static clock => clock.IsStarted)],
            [.. cases.Select(one => customerClock.Span[one]).Where(static clock => clock.IsStarted)]);
    }

    private static (Direction Direction, string Text) Change(ClockReading[] early, ClockReading[] late, string name)
    {
        var (before, after) = (MedianOf(early), MedianOf(late));
        var direction = Compare(before, after);
        var verb = direction switch
        {
            Direction.Improves => "improves",
            Direction.Worsens => "worsens",
            _ => "shows no clear trend",
        };
        return (direction, $"{name} {verb}: median {Text(before)} among the first third of the cases, {Text(after)} among the last.");
    }

    private static Direction Compare(Bounds before, Bounds after)
    {
        if (before is { Value: { } first, IsBounded: true } && after is { Value: { } last, IsBounded: true })
        {
            var error = Math.Sqrt(Math.Pow(before.High - before.Low, 2) + Math.Pow(after.High - after.Low, 2)) / (2 * Z);
            return (error == 0 ? last.CompareTo(first) * Z * 2 : (last - first) / error) switch
            {
                < -Z => Direction.Improves,
                > Z => Direction.Worsens,
                _ => Direction.Unclear,
            };
        }

        return after.High < before.Low ? Direction.Improves
            : after.Low > before.High ? Direction.Worsens
            : Direction.Unclear;
    }

    private static Bounds MedianOf(ClockReading[] started)
    {
        var curve = ClockEntries.Fit(started)!;
        var median = curve.Percentile(0.5);

        // Where even the hopeful edge of the band never comes to half, the median lies beyond the last step seen.
        var beyond = curve.Steps.IsEmpty ? 0 : curve.Steps[^1].Time;
        return new Bounds(median.Value, median.Interval?.Low ?? beyond, median.Interval?.High ?? double.PositiveInfinity);
    }

    private static string Text(Bounds median)
    {
        var low = DurationText.OfSeconds(median.Low / Measured.MicrosPerSecond);
        return (median.Value, median.IsBounded) switch
        {
            ({ } value, true) =>
                $"{DurationText.OfSeconds(value / Measured.MicrosPerSecond)} ({low} to {DurationText.OfSeconds(median.High / Measured.MicrosPerSecond)})",
            ({ } value, false) => $"{DurationText.OfSeconds(value / Measured.MicrosPerSecond)} (at least {low})",
            _ => $"not reached by half (at least {low})",
        };
    }

    private static string Day(EventLog log, int caseIndex) =>
        Measured.Instant(log.BeginMicros[log.CaseStarts[caseIndex]]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly record struct Bounds(double? Value, double Low, double High)
    {
        public bool IsBounded => double.IsFinite(High);
    }
}
