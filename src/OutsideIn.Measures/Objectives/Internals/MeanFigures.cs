using System.Buffers;
using OutsideIn.Statistics;

namespace OutsideIn.Measures.Internals;

/// <summary>The mean and the total of the values, those of open subjects as they stand so far.</summary>
internal static class MeanFigures
{
    public static MeasureFigure Mean(ValueSubset subset) => Of(subset, FigureKind.Mean);

    /// <summary>The number of subjects times the mean, with the mean's interval.</summary>
    public static MeasureFigure Total(ValueSubset subset) => Of(subset, FigureKind.Total);

    private static MeasureFigure Of(ValueSubset subset, FigureKind kind)
    {
        var buffer = ArrayPool<double>.Shared.Rent(Math.Max(1, subset.Count));
        var known = buffer.AsSpan(0, subset.Copy(ValueState.Known, buffer));
        RadixSort.Sort(known);
        var open = subset.Values.Plan.HasValueSoFar()
            ? buffer.AsSpan(known.Length, subset.Copy(ValueState.Open, buffer.AsSpan(known.Length)))
            : [];

        // One order for the same values, so that their sums come out the same to the last bit.
        RadixSort.Sort(open);
        var figure = known.IsEmpty
            ? subset.Refused(kind, "mean", "No case has a final value yet. Widen the filter or the period, or wait until some are closed.")
            : Figure(subset, kind, buffer.AsSpan(0, known.Length + open.Length), Growth(subset.Values.Plan, known, open));
        ArrayPool<double>.Shared.Return(buffer);
        return figure;
    }

    private static MeasureFigure Figure(ValueSubset subset, FigureKind kind, ReadOnlySpan<double> values, Interval growth)
    {
        var scale = kind == FigureKind.Total ? values.Length : 1;
        if (Bootstrap.Mean(values, subset.Seed, subset.Level).TryGet(out var mean, out var problem))
        {
            var method = (kind == FigureKind.Total ? "n × " : "") + mean.Method
                + (growth == default ? "" : ", open ones so far, widened to the outer tenths of the closed");
            var interval = new Interval(scale * (mean.Interval.Low + growth.Low), scale * (mean.Interval.High + growth.High));
            return subset.Figure(kind, scale * mean.Value, interval, method);
        }

        return subset.Values.Plan.Kind == MeasureKind.Count
            ? AllTheSame(subset, kind, values, growth)
            : subset.Refused(kind, "mean", $"{problem.Message} {problem.Hint}", scale * values[0]);
    }

    // By how much the mean would move if each open one came to the outer tenths of the closed ones: amounts only upwards, sums either way.
    private static Interval Growth(MeasurePlan plan, ReadOnlySpan<double> known, ReadOnlySpan<double> open)
    {
        if (open.IsEmpty)
        {
            return default;
        }

        var (low, high, down, up) = (Quantile.Interpolated(known, 0.1), Quantile.Interpolated(known, 0.9), 0.0, 0.0);
        foreach (var value in open)
        {
            down += plan.IsAmount() ? 0 : Math.Min(0, low - value);
            up += Math.Max(0, high - value);
        }

        return new Interval(down / (known.Length + open.Length), up / (known.Length + open.Length));
    }

    // A count has a natural step: at most so large a share of cases as the exact bound of none of n allows may differ, by one.
    private static MeasureFigure AllTheSame(ValueSubset subset, FigureKind kind, ReadOnlySpan<double> values, Interval growth)
    {
        var scale = kind == FigureKind.Total ? values.Length : 1;
        var half = ProportionInterval.UpperBound(0, values.Length, (1 - subset.Level) / 2);
        var interval = new Interval(scale * Math.Max(0, values[0] - half), scale * (values[0] + half + growth.High));
        return subset.Figure(kind, scale * values[0], interval, "mean of equal counts, exact bound on how many may differ by one");
    }
}
