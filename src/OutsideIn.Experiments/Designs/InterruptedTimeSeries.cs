using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Before and after, where a change came to everybody at once: a series against its own trend carried on, with or without a control series.</summary>
/// <remarks>
/// Source: segmented regression, Wagner et al. (2002), J. Clinical Pharmacy and Therapeutics 27; with a control, Lopez Bernal, Cummins and
/// Gasparrini (2018), Int. J. Epidemiology 47; errors of AR(1) by REML as Turner et al. (2021), BMC Medical Research Methodology 21, 181,
/// found best for short series. Plain t tests of before against after call 15 to 99 % of unchanged series changed.
/// </remarks>
public static class InterruptedTimeSeries
{
    /// <summary>So many periods are needed on either side of the change.</summary>
    public const int PeriodsMin = 12;

    private const int StepColumn = 2;
    private const int SlopeColumn = 3;
    private const string Plain = "interrupted time series, AR(1) integrated over its correlation";
    private const string Controlled = "interrupted time series of the difference from the control, AR(1) integrated over its correlation";

    /// <summary>Step, change of trend and average effect of a change.</summary>
    /// <param name="series">The outcome period by period.</param>
    /// <returns>
    /// The answer; or why the series cannot give one, with what would: <c>EX080</c> too few periods on a side, <c>EX081</c> the trend dominates
    /// and there is no control, <c>EX082</c> a period without a figure, <c>ST021</c> or <c>ST022</c> a series without variation.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The lists have different lengths, the index is outside them, or the level is outside (0, 1).</exception>
    public static Result<InterruptedSeriesAnswer> Of(InterruptedSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        Check(series);
        var control = series.Control ?? [];
        var values = control.Count == 0 ? [.. series.Values] : series.Values.Zip(control, static (own, other) => own - other).ToArray();
        if (SeriesRefusals.OfPeriods(series, values) is { } refusal)
        {
            return refusal;
        }

        var season = SeasonTerms.Of(series);
        var design = Design(values.Length, series.ChangeIndex, season);
        if (!TrendBefore.Of(series, values).TryGet(out var trend, out var problem)
            || !AutoregressiveModel.Integrate(design, values).TryGet(out var fit, out problem))
        {
            return problem;
        }

        if (SeriesRefusals.OfTrend(series, trend) is { } dominated)
        {
            return dominated;
        }

        return Answer(series, design, fit, SeriesChecks.Of(series, fit.Mode, trend, season));
    }

    internal static DesignMatrix Design(int count, int change, SeasonTerms season)
    {
        var (time, step, since) = (new double[count], new double[count], new double[count]);
        for (var period = 0; period < count; period++)
        {
            time[period] = period;
            step[period] = period >= change ? 1 : 0;
            since[period] = Math.Max(0, period - change);
        }

        return DesignMatrix.WithConstant(["time", "step", "slope change", .. season.Names], [time, step, since, .. season.Columns]);
    }

    private static void Check(InterruptedSeries series)
    {
        Levels.ThrowUnlessInside(series.Level);
        ArgumentOutOfRangeException.ThrowIfNegative(series.ChangeIndex, nameof(series));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(series.ChangeIndex, series.Values.Count, nameof(series));
        if (series.Control is { } control)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(control.Count, series.Values.Count, nameof(series));
        }

        if (series.Counts.Count > 0)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(series.Counts.Count, series.Values.Count, nameof(series));
        }
    }

    private static InterruptedSeriesAnswer Answer(
        InterruptedSeries series, DesignMatrix design, AutoregressiveIntegral fit, IReadOnlyList<AssumptionCheck> checks)
    {
        var after = series.Values.Count - series.ChangeIndex;
        var empty = new EffectEstimate
        {
            Method = series.Control is null ? Plain : Controlled,
            Level = series.Level,
            ControlCount = series.ChangeIndex,
            TreatmentCount = after,
            Checks = checks,
        };
        var effect = new double[design.ColumnCount];
        (effect[StepColumn], effect[SlopeColumn]) = (1, (after - 1) / 2.0);
        var average = fit.Combine("average effect", effect, series.Level);
        return new InterruptedSeriesAnswer
        {
            Step = With(empty, fit.Of("step", series.Level)),
            SlopeChange = With(empty, fit.Of("slope change", series.Level)),
            Average = With(empty, average),
            RelativeAverage = RelativeEffect.Of(With(empty, average), fit, effect, CarriedOn(series, design)),
            Expected = Expected(series, design, fit.Mode),
            Correlation = fit.Mode.Correlation,
        };
    }

    private static EffectEstimate With(EffectEstimate empty, ModelCoefficient found) => empty with
    {
        Value = found.Value,
        StandardError = found.StandardError,
        Interval = found.Interval,
        PValue = found.PValue,
    };

    // The mean over the periods after the change of what was to be expected without it.
    private static CarriedOn CarriedOn(InterruptedSeries series, DesignMatrix design)
    {
        var weights = new double[design.ColumnCount];
        for (var column = 0; column < weights.Length; column++)
        {
            weights[column] = column is StepColumn or SlopeColumn ? 0 : Moments.Of(design.Column(column)[series.ChangeIndex..]).Mean;
        }

        return new CarriedOn(weights, series.Control?.Skip(series.ChangeIndex).Average() ?? 0);
    }

    private static double[] Expected(InterruptedSeries series, DesignMatrix design, AutoregressiveFit fit)
    {
        var expected = new double[series.Values.Count];
        for (var period = 0; period < expected.Length; period++)
        {
            expected[period] = series.Control?[period] ?? 0;
            for (var column = 0; column < design.ColumnCount; column++)
            {
                expected[period] += column is StepColumn or SlopeColumn ? 0 : fit.Coefficients[column] * design.Column(column)[period];
            }
        }

        return expected;
    }
}
