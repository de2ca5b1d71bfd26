using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>Sufficient statistics as gbstats has them (sums and sums of squares) as ours (means and deviations).</summary>
internal static class GbstatsSums
{
    public static ArmSums Sums(JsonElement arm) => arm.GetProperty("kind").GetString() switch
    {
        "ProportionStatistic" => new ShareSums(arm.GetProperty("sum").Number(), arm.GetProperty("n").Number()),
        "SampleMeanStatistic" => new MeanSums(Moments(arm)),
        "RatioStatistic" => new RatioSums(Joint(arm, ["m_statistic", "d_statistic"], static (_, _) => "m_d_sum_of_products")),
        "RegressionAdjustedStatistic" => new AdjustedSums(
            Joint(arm, ["post_statistic", "pre_statistic"], static (_, _) => "post_pre_sum_of_products"),
            arm.GetProperty("post_statistic").GetProperty("kind").GetString() == "ProportionStatistic"),
        "RegressionAdjustedRatioStatistic" => new AdjustedRatioSums(
            Joint(arm, ["m_statistic_post", "d_statistic_post", "m_statistic_pre", "d_statistic_pre"], Products)),
        "QuantileStatistic" => Quantile(arm),
        "QuantileClusteredStatistic" => Quantile(arm).InClusters(Clusters(arm)),
        var kind => throw new ArgumentException(kind, nameof(arm)),
    };

    public static Moments Moments(JsonElement arm)
    {
        var (n, sum) = (arm.GetProperty("n").Number(), arm.GetProperty("sum").Number());
        var squares = arm.TryGetProperty("sum_squares", out var given) ? given.Number() : sum;
        return new Moments(n, sum / n, squares - (sum * sum / n));
    }

    /// <summary>Holds the means and variances gbstats derives from its sums, of an arm and its parts, against ours; says how many.</summary>
    public static int CompareDerived(JsonElement arm)
    {
        var parts = arm.EnumerateObject().Where(static part => part.Value.ValueKind == JsonValueKind.Object).Sum(static part => CompareDerived(part.Value));
        var (count, own) = (arm.GetProperty("n").Number(), Unadjusted(arm));
        var mean = own.With(own).Value().Control;
        Oracle.AssertNear(arm.GetProperty("mean").Number(), mean.Mean, 1e-9);
        Oracle.AssertNear(arm.GetProperty("unadjusted_mean").Number(), mean.Baseline, 1e-9);
        if (count == 1)
        {
            // One unit has no variance; gbstats says 0.
            Assert.Equal((0, double.NaN), (arm.GetProperty("variance").Number(), mean.Variance));
            return parts + 2;
        }

        Oracle.AssertNear(arm.GetProperty("variance").Number(), mean.SquaredError * count, 1e-9);
        return parts + 3;
    }

    private static ArmSums Unadjusted(JsonElement arm) => arm.GetProperty("kind").GetString() switch
    {
        "RegressionAdjustedStatistic" => Sums(arm.GetProperty("post_statistic")),
        "RegressionAdjustedRatioStatistic" => new RatioSums(Joint(arm, ["m_statistic_post", "d_statistic_post"], Products)),
        _ => Sums(arm),
    };

    private static QuantileSums Quantile(JsonElement arm) => new(
        arm.GetProperty("n").Number(), arm.GetProperty("n_star").Number(), arm.GetProperty("nu").Number(), arm.GetProperty("quantile_hat").Number(),
        new Interval(arm.GetProperty("quantile_lower").Number(), arm.GetProperty("quantile_upper").Number()));

    private static JointMoments Clusters(JsonElement arm)
    {
        var n = arm.GetProperty("n_clusters").Number();
        double Sum(string name) => arm.GetProperty(name).Number();
        var (main, count) = (Sum("main_sum"), Sum("denominator_sum"));
        return JointMoments.OfKnown(n, [main / n, count / n],
        [
            Sum("main_sum_squares") - (main * main / n), Sum("main_denominator_sum_product") - (main * count / n),
            Sum("denominator_sum_squares") - (count * count / n),
        ]);
    }

    private static string Products(int row, int column) => (row, column) switch
    {
        (1, 0) => "m_post_d_post_sum_of_products",
        (2, 0) => "m_post_m_pre_sum_of_products",
        (2, 1) => "m_pre_d_post_sum_of_products",
        (3, 0) => "m_post_d_pre_sum_of_products",
        (3, 1) => "d_post_d_pre_sum_of_products",
        _ => "m_pre_d_pre_sum_of_products",
    };

    private static JointMoments Joint(JsonElement arm, string[] columns, Func<int, int, string> product)
    {
        var n = arm.GetProperty("n").Number();
        var parts = columns.Select(name => Moments(arm.GetProperty(name))).ToArray();
        var deviations = new List<double>();
        for (var row = 0; row < parts.Length; row++)
        {
            for (var column = 0; column < row; column++)
            {
                deviations.Add(arm.GetProperty(product(row, column)).Number() - (n * parts[row].Mean * parts[column].Mean));
            }

            deviations.Add(parts[row].SquaredDeviations);
        }

        return JointMoments.OfKnown(n, parts.Select(static part => part.Mean).ToArray(), [.. deviations]);
    }
}
