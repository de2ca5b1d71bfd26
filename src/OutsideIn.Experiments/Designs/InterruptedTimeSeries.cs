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

    private const string Plain = "interrupted time series, REML AR(1)";
    private const string Controlled = "interrupted time series of the difference from the control, REML AR(1)";

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
            || !AutoregressiveModel.Fit(design, values).TryGet(out var fit, out problem))
        {
            return problem;
        }

        if (SeriesRefusals.OfTrend(series, trend) is { } dominated)
        {
            return dominated;
        }

        return Answer(series, design, fit, SeriesChecks.Of(series, fit, trend, season));
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
        InterruptedSeries series, DesignMatrix design, AutoregressiveFit fit, IReadOnlyList<AssumptionCheck> checks)
    {
        var table = fit.Table();
        var after = series.Values.Count - series.ChangeIndex;
        var weights = new double[design.ColumnCount];
        (weights[2], weights[3]) = (1, (after - 1) / 2.0);
        var empty = new EffectEstimate
        {
            Method = series.Control is null ? Plain : Controlled,
            Level = series.Level,
            ControlCount = series.ChangeIndex,
            TreatmentCount = after,
            Checks = checks,
        };
        var average = table.Combine("average effect", weights, series.Level);
        var expected = Expected(series, design, fit);
        return new InterruptedSeriesAnswer
        {
            Step = With(empty, table.Of("step", series.Level)),
            SlopeChange = With(empty, table.Of("slope change", series.Level)),
            Average = With(empty, average),
            RelativeAverage = Relative(empty, design, table, weights, expected.Skip(series.ChangeIndex).Average()),
            Expected = expected,
            Correlation = fit.Correlation,
        };
    }

    private static EffectEstimate With(EffectEstimate empty, ModelCoefficient found) => empty with
    {
        Value = found.Value,
        StandardError = found.StandardError,
        Interval = found.Interval,
        PValue = found.PValue,
        Degrees = found.Degrees,
    };

    private static double[] Expected(InterruptedSeries series, DesignMatrix design, AutoregressiveFit fit)
    {
        var expected = new double[series.Values.Count];
        for (var period = 0; period < expected.Length; period++)
        {
            expected[period] = series.Control?[period] ?? 0;
            for (var column = 0; column < design.ColumnCount; column++)
            {
                expected[period] += column is 2 or 3 ? 0 : fit.Coefficients[column] * design.Column(column)[period];
            }
        }

        return expected;
    }

    // Average ÷ expected; the control's own values count as known. Fieller (1954): the interval holds every share whose numerator fits.
    private static EffectEstimate Relative(EffectEstimate empty, DesignMatrix design, CoefficientTable table, double[] effect, double expected)
    {
        var first = (int)empty.ControlCount;
        var carried = new double[effect.Length];
        for (var column = 0; column < carried.Length; column++)
        {
            carried[column] = column is 2 or 3 ? 0 : Mean(design.Column(column)[first..]);
        }

        var (above, below) = (table.Combine("effect", effect, empty.Level), table.Combine("expected", carried, empty.Level));
        var both = table.Combine("both", [.. effect.Zip(carried, static (one, other) => one + other)], empty.Level);
        var (upper, lower) = (above.StandardError * above.StandardError, below.StandardError * below.StandardError);
        var joint = ((both.StandardError * both.StandardError) - upper - lower) / 2;
        var reach = above.StandardError > 0 ? (above.Interval.High - above.Value) / above.StandardError : 0;
        var (a, b, c) = (
            (expected * expected) - (reach * reach * lower),
            (above.Value * expected) - (reach * reach * joint),
            (above.Value * above.Value) - (reach * reach * upper));
        if (!(a > 0))
        {
            return empty with
            {
                Scale = EffectScale.Relative,
                Refusal = new Problem(
                    ProblemKind.NotEstimable,
                    "EX083",
                    "What was to be expected without the change is not clear of zero: no share of it can be given.",
                    "Read the effect in the outcome's own unit."),
            };
        }

        var (middle, half) = (b / a, Math.Sqrt(Math.Max(0, (b * b) - (a * c))) / a);
        var sign = Math.Sign(expected);
        var (low, high) = (sign * (middle - half), sign * (middle + half));
        return empty with
        {
            Scale = EffectScale.Relative,
            Value = above.Value / Math.Abs(expected),
            Interval = new Interval(Math.Min(low, high), Math.Max(low, high)),
            PValue = above.PValue,
            Degrees = above.Degrees,
        };
    }

    private static double Mean(ReadOnlySpan<double> values) => Moments.Of(values).Mean;
}
