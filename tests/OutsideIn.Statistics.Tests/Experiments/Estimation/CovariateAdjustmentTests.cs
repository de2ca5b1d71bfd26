using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>Oracle: shared/oracles/statistics/cuped_raw.json: the formulas of Deng et al. (2013) and least squares by statsmodels; tolerance 1e-9.</summary>
public sealed class CovariateAdjustmentTests
{
    private static readonly ErrorKind[] Kinds = [ErrorKind.Classical, ErrorKind.Hc0, ErrorKind.Hc1, ErrorKind.Hc2, ErrorKind.Hc3];
    private static readonly string[] Fields = ["se_ols", "hc0", "hc1", "hc2", "hc3"];

    [Fact]
    public void Adjustment_by_sums_and_by_regression_is_the_oracles()
    {
        var numbers = 0;
        foreach (var one in Oracle.Cases("cuped_raw.json"))
        {
            var rows = (Y: one.GetProperty("y").Numbers(), Treat: one.GetProperty("treat").Numbers(), Pre: one.GetProperty("pre").Numbers());
            numbers += Sums(one, Arm(rows, 0), Arm(rows, 1));
            numbers += Regression(one.GetProperty("ancova"), AdjustedRegression.Fit(rows.Y, rows.Treat, [rows.Pre], AdjustmentSlopes.OfBothArms).Value());
            numbers += Regression(one.GetProperty("lin_interacted"), AdjustedRegression.Fit(rows.Y, rows.Treat, [rows.Pre], AdjustmentSlopes.OfEachArm).Value());
        }

        Assert.Equal(4 * (7 + ((3 * 6) + 2) + ((4 * 6) + 2)), numbers);
    }

    [Fact]
    public void One_covariate_among_several_sums_is_the_same_as_by_itself()
    {
        var (control, treatment) = (Random(3, 40), Random(4, 60));

        var several = CovariateAdjustment.Of(Two(control), Two(treatment), AdjustmentSlopes.OfBothArms, ComparisonOptions.Default);
        var single = WelchComparison.Of(new AdjustedSums(Two(control)), new AdjustedSums(Two(treatment)), ComparisonOptions.Default);

        Assert.Equal(single.Value!.Value, several.Value!.Value, 12);
        Assert.Equal(single.StandardError!.Value, several.StandardError!.Value, 12);

        static JointMoments Two(JointMoments arm) => JointMoments.OfKnown(
            arm.Count, [arm.Mean(0), arm.Mean(1)], [arm.CrossDeviations(0, 0), arm.CrossDeviations(1, 0), arm.CrossDeviations(1, 1)]);
    }

    [Fact]
    public void Slopes_of_each_arm_from_sums_are_those_of_the_regression_with_interactions()
    {
        var (y, treat, covariates) = Rows();
        var regression = AdjustedRegression.Of(y, treat, covariates, AdjustmentSlopes.OfEachArm);

        var sums = CovariateAdjustment.Of(
            Of(y, treat, covariates, 0), Of(y, treat, covariates, 1), AdjustmentSlopes.OfEachArm, ComparisonOptions.Default);

        Assert.Equal(regression.Value!.Value, sums.Value!.Value, 10);
        Assert.InRange(sums.StandardError!.Value / regression.StandardError!.Value, 0.9, 1.1);
        Assert.Equal(2, sums.Checks.Count);
    }

    [Fact]
    public void A_covariate_that_repeats_another_is_refused()
    {
        double[] values = [1, 2, 4, 7, 3, 9];
        var arm = JointMoments.Of([2, 1, 5, 3, 8, 4], values, [.. values.Select(static value => 2 * value)]);

        var found = CovariateAdjustment.Of(arm, arm, AdjustmentSlopes.OfBothArms, ComparisonOptions.Default);

        Assert.Equal("EX041", found.Refusal!.Code);
        Assert.Null(CovariateAdjustment.VarianceReduction(arm, arm));
    }

    [Fact]
    public void More_covariates_than_units_allow_is_refused() => Assert.Equal(
        "EX030", CovariateAdjustment.Of(JointMoments.Of([1, 2, 3], [3, 1, 2]), Random(3, 40), AdjustmentSlopes.OfEachArm, ComparisonOptions.Default).Refusal!.Code);

    private static int Sums(JsonElement one, JointMoments control, JointMoments treatment)
    {
        var plain = WelchComparison.Of(new MeanSums(control.Column(0)), new MeanSums(treatment.Column(0)), ComparisonOptions.Default);
        var adjusted = CovariateAdjustment.Of(control, treatment, AdjustmentSlopes.OfBothArms, ComparisonOptions.Default);
        var both = control + treatment;
        Oracle.AssertNear(one.GetProperty("theta_pooled").Number(), AdjustedSums.Slope(new(control), new(treatment)), 1e-9);
        Oracle.AssertNear(one.GetProperty("diff_raw").Number(), plain.Value!.Value, 1e-9);
        Oracle.AssertNear(one.GetProperty("se_raw").Number(), plain.StandardError!.Value, 1e-9);
        Oracle.AssertNear(one.GetProperty("diff_cuped").Number(), adjusted.Value!.Value, 1e-9);
        Oracle.AssertNear(one.GetProperty("se_cuped").Number(), adjusted.StandardError!.Value, 1e-9);
        Oracle.AssertNear(one.GetProperty("variance_reduction").Number(), CovariateAdjustment.VarianceReduction(control, treatment)!.Value, 1e-9);
        Oracle.AssertNear(one.GetProperty("corr").Number(), both.Covariance(0, 1) / Math.Sqrt(both.Covariance(0, 0) * both.Covariance(1, 1)), 1e-9);
        return 7;
    }

    private static int Regression(JsonElement expected, LinearFit fit)
    {
        var coefficients = expected.GetProperty("coef").Numbers();
        for (var index = 0; index < coefficients.Length; index++)
        {
            Oracle.AssertNear(coefficients[index], fit.Coefficients[index], 1e-9);
            for (var kind = 0; kind < Kinds.Length; kind++)
            {
                Oracle.AssertNear(expected.GetProperty(Fields[kind])[index].Number(), fit.With(Kinds[kind]).Of(fit.Names[index]).StandardError, 1e-9);
            }
        }

        Oracle.AssertNear(expected.GetProperty("r2").Number(), fit.RSquared, 1e-9);
        Oracle.AssertNear(expected.GetProperty("sigma2").Number(), fit.ResidualVariance, 1e-9);
        return (coefficients.Length * 6) + 2;
    }

    private static JointMoments Arm((double[] Y, double[] Treat, double[] Pre) rows, double arm)
    {
        var units = Enumerable.Range(0, rows.Y.Length).Where(unit => rows.Treat[unit] == arm).ToArray();
        return JointMoments.Of([.. units.Select(unit => rows.Y[unit])], [.. units.Select(unit => rows.Pre[unit])]);
    }

    private static JointMoments Of(double[] y, double[] treat, double[][] covariates, double arm)
    {
        var units = Enumerable.Range(0, y.Length).Where(unit => treat[unit] == arm).ToArray();
        return JointMoments.Of([[.. units.Select(unit => y[unit])], .. covariates.Select(column => units.Select(unit => column[unit]).ToArray())]);
    }

    private static (double[] Y, double[] Treat, double[][] Covariates) Rows()
    {
        var draws = new SimulatedDraws(9);
        var (y, treat, first, second) = (new double[300], new double[300], new double[300], new double[300]);
        for (var unit = 0; unit < y.Length; unit++)
        {
            (treat[unit], first[unit], second[unit]) = (unit % 3 == 0 ? 1 : 0, draws.Normal(), draws.Normal());
            y[unit] = (0.3 * treat[unit]) + ((1 + treat[unit]) * first[unit]) - second[unit] + draws.Normal();
        }

        return (y, treat, [first, second]);
    }

    private static JointMoments Random(ulong seed, int count)
    {
        var draws = new SimulatedDraws(seed);
        double[][] columns = [new double[count], new double[count]];
        for (var unit = 0; unit < count; unit++)
        {
            columns[1][unit] = draws.Normal();
            columns[0][unit] = columns[1][unit] + draws.Normal();
        }

        return JointMoments.Of(columns);
    }
}
