using System.Buffers;
using OutsideIn.Statistics;

namespace OutsideIn.Measures.Internals;

/// <summary>A percentile of the values.</summary>
internal static class PercentileFigures
{
    private const string OrderStatistic = "quantile type 7, order-statistic interval";

    public static MeasureFigure Of(ValueSubset subset, double share)
    {
        if (subset.Count == 0)
        {
            return subset.Refused(
                FigureKind.Percentile, OrderStatistic, "No case has a value. Widen the filter or the period until there are cases in it.");
        }

        return subset.Values.Plan.IsWait() ? OfWaits(subset, share) : OfValues(subset, share);
    }

    private static MeasureFigure OfWaits(ValueSubset subset, double share)
    {
        var method = subset.Lost == 0 ? "Kaplan–Meier, inverted log-log band" : "Aalen–Johansen, inverted log-log band";
        using var sample = Waits.OfDurations(subset);
        var (value, low, high) = CensoredPercentile.Of(sample, share, subset.Level);
        Interval? interval = low is null ? null : new Interval(low.Value, high ?? double.PositiveInfinity);
        return value is null
            ? subset.Refused(FigureKind.Percentile, method, NotReached.Of(CensoredShare.AtEnd(sample).Value, share), interval: interval)
            : subset.Figure(FigureKind.Percentile, value.Value, interval, method);
    }

    // An open amount is at least what it is so far; of an open number nothing is known. The interval holds whatever they become.
    private static MeasureFigure OfValues(ValueSubset subset, double share)
    {
        var isAmount = subset.Values.Plan.IsAmount();
        var buffer = ArrayPool<double>.Shared.Rent(subset.Count);
        var known = buffer.AsSpan(0, subset.Copy(ValueState.Known, buffer));
        RadixSort.Sort(known);
        var (lower, upper) = Quantile.Ranks(subset.Count, share, subset.Level);
        var high = upper > known.Length ? double.PositiveInfinity : known[upper - 1];
        var below = isAmount ? 0 : subset.Count - known.Length;
        var all = known;
        if (isAmount && subset.Open > 0)
        {
            all = buffer.AsSpan(0, known.Length + subset.Copy(ValueState.Open, buffer.AsSpan(known.Length)));
            RadixSort.Sort(all);
        }

        var low = lower - below < 1 ? double.NegativeInfinity : all[lower - below - 1];
        double? value = all.IsEmpty ? null : Quantile.Interpolated(all, share);
        ArrayPool<double>.Shared.Return(buffer);
        var method = subset.Open == 0 ? OrderStatistic : OrderStatistic + ", open up to whatever the open ones become";
        return value is null
            ? subset.Refused(FigureKind.Percentile, method, "Every case is still open and none has a value yet. Wait until some have.")
            : subset.Figure(FigureKind.Percentile, value.Value, new Interval(Math.Min(low, value.Value), Math.Max(high, value.Value)), method);
    }
}
