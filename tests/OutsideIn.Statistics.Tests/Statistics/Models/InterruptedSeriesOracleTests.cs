using System.Text.Json;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/its.json (statsmodels 0.13 OLS, GLSAR), tolerance 1e-8, GLSAR 1e-5.</summary>
public sealed class InterruptedSeriesOracleTests
{
    private const double Tolerance = 1e-8;

    [Fact]
    public void Every_number_of_every_ordinary_series_is_the_oracles()
    {
        var count = 0;
        foreach (var one in ItsOracle.Cases("ols"))
        {
            var (design, outcome) = ItsOracle.Of(one);
            var fit = LinearModel.Fit(design, outcome).Value();

            foreach (var field in one.EnumerateObject())
            {
                count += Check(field, one, design, outcome, fit);
            }
        }

        Assert.Equal(560, count);
    }

    private static int Check(JsonProperty field, JsonElement one, DesignMatrix design, double[] outcome, LinearFit fit)
    {
        var plain = fit.With(ErrorKind.Classical);
        return field.Name switch
        {
            "id" or "y" or "break_after" or "truth" or "model" or "names" or "data" or "note" => 0,
            "coef" => Same(field.Value.Numbers(), fit.Coefficients),
            "se_ols" => Same(field.Value.Numbers(), Errors(plain)),
            "t_ols" => Same(field.Value.Numbers(), plain.All().Select(static item => item.Statistic)),
            "p_ols" => SameRelatively(field.Value.Numbers(), plain.All().Select(static item => item.PValue)),
            "ci_ols" => Same(field.Value.EnumerateArray().SelectMany(static pair => pair.Numbers()), plain.All().SelectMany(static item => new[] { item.Interval.Low, item.Interval.High })),
            "r2" => Same([field.Value.Number()], [fit.RSquared]),
            "adj_r2" => Same([field.Value.Number()], [fit.AdjustedRSquared]),
            "sigma2" => Same([field.Value.Number()], [fit.ResidualVariance]),
            "aic" => Same([field.Value.Number()], [fit.Aic]),
            "bic" => Same([field.Value.Number()], [fit.Bic]),
            "durbin_watson" => Same([field.Value.Number()], [SerialCorrelation.DurbinWatson(fit.Residuals)]),
            "se_hc0" => Same(field.Value.Numbers(), Errors(fit.With(ErrorKind.Hc0))),
            "se_hc1" => Same(field.Value.Numbers(), Errors(fit.With(ErrorKind.Hc1))),
            "se_hc2" => Same(field.Value.Numbers(), Errors(fit.With(ErrorKind.Hc2))),
            "se_hc3" => Same(field.Value.Numbers(), Errors(fit.With(ErrorKind.Hc3))),
            "ljung_box" => field.Value.EnumerateObject().Sum(lags => SameTest(lags.Value, SerialCorrelation.LjungBox(fit.Residuals, int.Parse(lags.Name, System.Globalization.CultureInfo.InvariantCulture)))),
            "breusch_godfrey_lag1_LM" => SameTest(field.Value, SerialCorrelation.BreuschGodfrey(design, fit.Residuals, 1).Value()),
            "glsar_ar1_cochrane_orcutt" => CochraneOrcutt.Check(field.Value, design, outcome),
            "naive_before_after" => NaiveBeforeAfter(field.Value, one, outcome),
            "effect_at_end" => EffectAtEnd(field.Value, one, plain),
            "law_effect_pct" => Same([field.Value.Number()], [100 * (Math.Exp(plain.Of("law").Value) - 1)]),
            _ when field.Name.StartsWith("se_nw_L", StringComparison.Ordinal) => NeweyWest(field, fit),
            _ => throw new InvalidOperationException($"Nothing is known of {field.Name}."),
        };
    }

    private static int NeweyWest(JsonProperty field, LinearFit fit)
    {
        var parts = field.Name["se_nw_L".Length..].Split('_');
        var lags = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        return Same(field.Value.Numbers(), Errors(fit.WithNeweyWest(lags, isCorrected: parts.Length > 1)));
    }

    // Welch's test; its difference and error are those of a model with the step alone and HC2 errors.
    private static int NaiveBeforeAfter(JsonElement expected, JsonElement one, double[] outcome)
    {
        var before = one.GetProperty("break_after").GetInt32();
        var step = outcome.Select((_, row) => row >= before ? 1.0 : 0).ToArray();
        var difference = LinearModel.Fit(DesignMatrix.WithConstant(["step"], [step]), outcome).Value().With(ErrorKind.Hc2).Of("step");
        var (left, right) = (ErrorSquare(outcome.AsSpan(0, before)), ErrorSquare(outcome.AsSpan(before)));
        var degrees = (left + right) * (left + right) / ((left * left / (before - 1)) + (right * right / (outcome.Length - before - 1)));
        Same([expected.GetProperty("diff").Number(), expected.GetProperty("t").Number()], [difference.Value, difference.Statistic]);
        SameRelatively([expected.GetProperty("p").Number()], [StudentTDistribution.BothTails(difference.Statistic, degrees)]);
        return 3;

        static double ErrorSquare(ReadOnlySpan<double> values) => Moments.Of(values).Variance / values.Length;
    }

    private static int EffectAtEnd(JsonElement expected, JsonElement one, CoefficientTable table)
    {
        var after = one.GetProperty("y").GetArrayLength() - one.GetProperty("break_after").GetInt32();
        var end = table.Combine("end", [0, 0, 1, after]);
        return Same([expected.GetProperty("value").Number(), expected.GetProperty("se_ols").Number()], [end.Value, end.StandardError]);
    }

    private static IEnumerable<double> Errors(CoefficientTable table) => table.All().Select(static item => item.StandardError);

    private static int SameTest(JsonElement expected, ChiSquareTest test) => Same(expected.Numbers(), [test.Statistic, test.PValue]);

    private static int Same(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        var count = 0;
        foreach (var (one, other) in expected.Zip(actual))
        {
            Oracle.AssertNear(one, other, Tolerance);
            count++;
        }

        return count;
    }

    private static int SameRelatively(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        var count = 0;
        foreach (var (one, other) in expected.Zip(actual))
        {
            Oracle.AssertNearRelatively(one, other, 1e-6);
            count++;
        }

        return count;
    }
}
