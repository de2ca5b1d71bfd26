using System.Text.Json;
using OutsideIn.Measures;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Measures;

/// <summary>Oracle: statsmodels OLS with HC1 errors, shared/oracles/statistics/regression.json, tolerance 1e-7.</summary>
public sealed class WeightedRegressionTests
{
    [Fact]
    public void Coefficients_and_robust_errors_are_those_of_statsmodels()
    {
        var one = Ols();
        var (design, y) = (Rows(one), one.GetProperty("y").Numbers());

        var (coefficients, errors) = WeightedRegression.Fit([.. design.SelectMany(static row => row)], [.. y.Select(static value => Cell(1, value))], 3);

        foreach (var (expected, actual) in one.GetProperty("coef").Numbers().Zip(coefficients))
        {
            Oracle.AssertNear(expected, actual, 1e-7);
        }

        foreach (var (expected, actual) in one.GetProperty("hc1").Numbers().Zip(errors))
        {
            Oracle.AssertNear(expected, actual, 1e-7);
        }
    }

    [Fact]
    public void Observations_that_share_a_row_may_be_put_together()
    {
        double[] rows = [1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
        double[] values = [0, 1, 1, 1, 0];
        var (apart, apartErrors) = WeightedRegression.Fit(rows, [.. values.Select(static value => Cell(1, value))], 2);
        var (first, second) = (Cell(1, 0), Cell(1, 1));
        first.Add(Cell(1, 1));
        second.Add(1, 1);
        second.Add(1, 0);

        var (together, togetherErrors) = WeightedRegression.Fit([1, 0, 1, 1], [first, second], 2);

        Oracle.AssertNear(apart[1], together[1], 1e-12);
        Oracle.AssertNear(apartErrors[1], togetherErrors[1], 1e-12);
    }

    [Fact]
    public void A_weight_of_two_is_the_same_fit_as_the_observation_twice()
    {
        var (once, _) = WeightedRegression.Fit([1, 0, 1, 1, 1, 2], [Cell(1, 3), Cell(2, 5), Cell(1, 4)], 2);

        var (twice, _) = WeightedRegression.Fit([1, 0, 1, 1, 1, 1, 1, 2], [Cell(1, 3), Cell(1, 5), Cell(1, 5), Cell(1, 4)], 2);

        Oracle.AssertNear(twice[0], once[0], 1e-12);
        Oracle.AssertNear(twice[1], once[1], 1e-12);
    }

    [Fact]
    public void A_column_that_follows_from_others_has_no_coefficient()
    {
        double[] design = [1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 0];

        var (coefficients, errors) = WeightedRegression.Fit(design, [Cell(1, 1), Cell(1, 2), Cell(1, 4), Cell(1, 3)], 3);

        Assert.True(double.IsNaN(coefficients[2]) && double.IsNaN(errors[2]));
        Assert.False(double.IsNaN(coefficients[1]));
    }

    private static CellSums Cell(double weight, double value)
    {
        var cell = default(CellSums);
        cell.Add(weight, value);
        return cell;
    }

    private static JsonElement Ols() => Oracle.Cases("regression.json").Single(static one => one.GetProperty("id").GetString() == "ols_small");

    private static double[][] Rows(JsonElement one) => [.. one.GetProperty("X").EnumerateArray().Select(static row => row.Numbers())];
}
