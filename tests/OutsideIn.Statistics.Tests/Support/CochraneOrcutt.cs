using System.Text.Json;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Support;

/// <summary>
/// What statsmodels' GLSAR.iterative_fit does, for its oracle: ρ by Yule–Walker from the residuals, the rows less ρ times the one
/// before, the first row lost. The product does not offer it, as it calls 11–17 % of short series changed that are not.
/// </summary>
internal static class CochraneOrcutt
{
    public static int Check(JsonElement expected, DesignMatrix design, double[] outcome)
    {
        var (correlation, fit) = (0.0, LinearModel.Fit(design, outcome).Value());
        for (var step = 0; step < 200; step++)
        {
            var residuals = outcome.Select((value, row) => value - Fitted(design, fit.Coefficients, row)).ToArray();
            correlation = YuleWalker(residuals);
            fit = LinearModel.Fit(Shifted(design, correlation), Shifted(outcome, correlation)).Value();
        }

        Oracle.AssertNear(expected.GetProperty("rho").Number(), correlation, 1e-5);
        var items = fit.With(ErrorKind.Classical).All();
        foreach (var (index, coefficient) in expected.GetProperty("coef").Numbers().Index())
        {
            Oracle.AssertNear(coefficient, items[index].Value, 1e-5);
            Oracle.AssertNear(expected.GetProperty("se")[index].Number(), items[index].StandardError, 1e-5);
        }

        return 1 + (2 * items.Count);
    }

    private static double Fitted(DesignMatrix design, IReadOnlyList<double> coefficients, int row) =>
        coefficients.Select((value, column) => value * design.Column(column)[row]).Sum();

    // Autocovariances over n − lag, as statsmodels takes them by default.
    private static double YuleWalker(double[] residuals)
    {
        var mean = residuals.Average();
        var count = residuals.Length;
        var own = residuals.Sum(value => (value - mean) * (value - mean)) / count;
        var beside = Enumerable.Range(1, count - 1).Sum(row => (residuals[row] - mean) * (residuals[row - 1] - mean)) / (count - 1);
        return beside / own;
    }

    private static double[] Shifted(double[] series, double correlation) =>
        [.. series.Skip(1).Zip(series, (now, before) => now - (correlation * before))];

    private static DesignMatrix Shifted(DesignMatrix design, double correlation) =>
        DesignMatrix.Of(design.Names, [.. Enumerable.Range(0, design.ColumnCount).Select(column => Shifted(design.Column(column).ToArray(), correlation))]);
}
