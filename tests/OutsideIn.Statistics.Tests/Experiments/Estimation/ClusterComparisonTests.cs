using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>Oracle: shared/oracles/statistics/ratio_cluster.json: delta method and statsmodels' cluster-robust least squares; tolerance 1e-9.</summary>
public sealed class ClusterComparisonTests
{
    [Fact]
    public void Ratios_of_sessions_and_cluster_robust_errors_are_the_oracles()
    {
        var numbers = 0;
        foreach (var one in Oracle.Cases("ratio_cluster.json"))
        {
            var users = Users(one);
            numbers += Ratios(one, users) + Clusters(one, users);
        }

        Assert.Equal(2 * 12, numbers);
    }

    [Fact]
    public void Clusters_of_one_row_are_rows()
    {
        Moments[] control = [One(1), One(2), One(6)], treatment = [One(4), One(5), One(9), One(11)];

        // Pooled t by hand: means 3 and 7.25, squared deviations 14 and 32.75, five degrees of freedom.
        var error = Math.Sqrt((14 + 32.75) / 5 * ((1.0 / 3) + (1.0 / 4)));
        var found = ClusterComparison.OfMeans(control, treatment, ComparisonOptions.Default);

        Assert.Equal((4.25, 5.0), (found.Value, found.Degrees));
        Assert.Equal(error, found.StandardError!.Value, 12);
        Assert.Equal(StudentTDistribution.BothTails(4.25 / error, 5), found.PValue!.Value, 12);
        Assert.Equal((3L, 4L), (found.ControlCount, found.TreatmentCount));
    }

    [Fact]
    public void Rows_do_not_help_where_an_arm_has_one_cluster()
    {
        var found = ClusterComparison.OfMeans([new Moments(1_000, 3, 40)], [new Moments(1_000, 3, 40), new Moments(900, 4, 30)], ComparisonOptions.Default);

        Assert.Null(found.Value);
        Assert.Equal(("EX040", 1L, 2L), (found.Refusal!.Code, found.ControlCount, found.TreatmentCount));
    }

    private static Moments One(double value) => new(1, value, 0);

    private static int Ratios(JsonElement one, ILookup<bool, double[]> users)
    {
        var (control, treatment) = (Sums(users[false]), Sums(users[true]));
        Oracle.AssertNear(one.GetProperty("ratio_control").Number(), control.Ratio, 1e-9);
        Oracle.AssertNear(one.GetProperty("ratio_treat").Number(), treatment.Ratio, 1e-9);
        var difference = WelchComparison.Of(control, treatment, ComparisonOptions.Default);
        Oracle.AssertNear(one.GetProperty("diff").Number(), difference.Value!.Value, 1e-9);
        Oracle.AssertNear(one.GetProperty("se_delta").Number(), difference.StandardError!.Value, 1e-9);
        Oracle.AssertNear(Square(one.GetProperty("se_delta").Number()), one.GetProperty("var_control").Number() + one.GetProperty("var_treat").Number(), 1e-9);
        var relative = WelchComparison.Of(
            control, treatment, new ComparisonOptions { Scale = EffectScale.Relative, Relative = RelativeInterval.Delta });
        Oracle.AssertNear(one.GetProperty("rel_lift").Number(), relative.Value!.Value, 1e-9);
        Oracle.AssertNear(one.GetProperty("se_rel_delta").Number(), relative.StandardError!.Value, 1e-9);
        return 8;
    }

    private static int Clusters(JsonElement one, ILookup<bool, double[]> users)
    {
        var (control, treatment) = (users[false].Select(static rows => Moments.Of(rows)).ToArray(), users[true].Select(static rows => Moments.Of(rows)).ToArray());
        double clusters = control.Length + treatment.Length, rows = users.Sum(static arm => arm.Sum(static user => user.Length));
        var found = ClusterComparison.OfRows(control, treatment, ComparisonOptions.Default);
        Oracle.AssertNear(one.GetProperty("diff").Number(), found.Value!.Value, 1e-9);
        Oracle.AssertNear(one.GetProperty("ols_cluster_CR1_se").Number(), found.StandardError!.Value, 1e-9);

        // CR0 leaves the small-sample factor out.
        var small = clusters / (clusters - 1) * ((rows - 1) / (rows - 2));
        Oracle.AssertNear(one.GetProperty("ols_cluster_CR0_se").Number(), found.StandardError.Value / Math.Sqrt(small), 1e-9);
        var effect = ClusterComparison.DesignEffect(control, treatment);
        Oracle.AssertNear(one.GetProperty("ols_naive_se").Number(), found.StandardError.Value / Math.Sqrt(small * effect), 1e-9);
        Oracle.AssertNear(one.GetProperty("naive_too_small_factor").Number(), found.StandardError.Value / one.GetProperty("ols_naive_se").Number(), 1e-9);
        return 5 - 1;
    }

    private static RatioSums Sums(IEnumerable<double[]> users)
    {
        var arm = users.ToArray();
        return new RatioSums(JointMoments.Of([.. arm.Select(static rows => rows.Sum())], [.. arm.Select(static rows => (double)rows.Length)]));
    }

    private static ILookup<bool, double[]> Users(JsonElement one)
    {
        var (user, treat, y) = (one.GetProperty("user").Numbers(), one.GetProperty("treat").Numbers(), one.GetProperty("y").Numbers());
        return Enumerable.Range(0, y.Length).GroupBy(row => user[row])
            .ToLookup(rows => treat[rows.First()] == 1, rows => rows.Select(row => y[row]).ToArray());
    }

    private static double Square(double value) => value * value;
}
