using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Where a series was going before the change.</summary>
/// <param name="Slope">Its trend, per period.</param>
/// <param name="Spread">Standard deviation of the errors around it.</param>
/// <param name="Reach">How far the trend moved the series before the change, in <paramref name="Spread"/>s; ≥ 0.</param>
/// <param name="BendPValue">How often a straight trend would look at least so bent.</param>
internal sealed record TrendBefore(ModelCoefficient Slope, double Spread, double Reach, double BendPValue)
{
    // A trend that moved the series five times as far as its errors do: a small bend in it looks like an effect.
    private const double ReachMax = 5;
    private const double BendLevel = 0.01;

    public bool IsBent => BendPValue < BendLevel;

    public bool IsDominant => (Reach > ReachMax && Slope.PValue < BendLevel) || IsBent;

    public static Result<TrendBefore> Of(InterruptedSeries series, ReadOnlySpan<double> values)
    {
        var before = series.ChangeIndex;
        double[] time = [.. Enumerable.Range(0, before).Select(static period => (double)period)];
        double[] bend = [.. time.Select(period => (period - ((before - 1) / 2.0)) * (period - ((before - 1) / 2.0)))];
        var straight = DesignMatrix.WithConstant(["time"], [time]);
        if (!AutoregressiveModel.Fit(straight, values[..before]).TryGet(out var fit, out var problem)
            || !AutoregressiveModel.Fit(straight.With("bend", bend), values[..before]).TryGet(out var bent, out problem))
        {
            return problem;
        }

        var slope = fit.Table().Of("time", series.Level);
        var spread = Math.Sqrt(fit.MarginalVariance);
        return new TrendBefore(slope, spread, Math.Abs(slope.Value) * (before - 1) / spread, bent.Table().Of("bend").PValue);
    }
}
