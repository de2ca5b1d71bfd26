using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class RowAdjustmentTests
{
    [Fact]
    public void Rows_are_moved_to_the_mean_covariate_along_the_slope_within_the_arms()
    {
        // Within the control y rises by 2 a unit of x, within the treatment too; its own mean is 10 higher at the same x.
        double[][] control = [[1, 3, 5], [0, 1, 2]];
        double[][] treatment = [[13, 15, 17], [1, 2, 3]];

        var (one, other) = RowAdjustment.Of(control, treatment)!.Value;

        // The mean x is 1.5: every row of the control comes to 4, of the treatment to 14.
        Assert.Equal([4, 4, 4], one, Close);
        Assert.Equal([14, 14, 14], other, Close);
    }

    [Fact]
    public void What_is_not_known_of_a_row_moves_it_nowhere()
    {
        var (one, _) = RowAdjustment.Of([[1, 3, 5, 7], [0, 1, 2, double.NaN]], [[1, 3, 5], [0, 1, 2]])!.Value;

        Assert.Equal(7, one[3]);
    }

    [Fact]
    public void A_covariate_that_says_nothing_adjusts_nothing()
    {
        Assert.Null(RowAdjustment.Of([[1, 2, 3], [1, 1, 1]], [[1, 2, 3], [1, 1, 1]]));
        Assert.Null(RowAdjustment.Of([[1, 2, 3], [1, 2, 3], [2, 4, 6]], [[1, 2, 4], [1, 2, 3], [2, 4, 6]]));
        Assert.Null(RowAdjustment.Of([[1, 2, 3]], [[1, 2, 3]]));
        Assert.Throws<ArgumentException>(() => RowAdjustment.Of([[1, 2, 3]], [[1, 2, 3], [1, 2, 3]]));
    }

    [Fact]
    public void Slopes_and_with_them_differences_are_those_of_least_squares_with_the_arm_in_the_model()
    {
        var bits = new RandomBits(11);
        double[][] Arm(double effect)
        {
            var columns = new[] { new double[40], new double[40], new double[40] };
            for (var row = 0; row < 40; row++)
            {
                (columns[1][row], columns[2][row]) = (Normal(ref bits), Normal(ref bits));
                columns[0][row] = effect + columns[1][row] - (0.5 * columns[2][row]) + Normal(ref bits);
            }

            return columns;
        }

        var (control, treatment) = (Arm(0), Arm(1));
        var ones = Enumerable.Repeat(1.0, 80).ToArray();
        double[] arm = [.. Enumerable.Range(0, 80).Select(static row => row < 40 ? 0.0 : 1.0)];
        var design = DesignMatrix.Of(["constant", "arm", "x", "z"], [ones, arm, [.. control[1], .. treatment[1]], [.. control[2], .. treatment[2]]]);
        var fit = LinearModel.Fit(design, [.. control[0], .. treatment[0]]).Value();

        var (one, other) = RowAdjustment.Of(control, treatment)!.Value;

        Assert.Equal(fit.Coefficients[1], other.Average() - one.Average(), 10);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    [InlineData(20)]
    public void Teams_adjusted_by_a_covariate_of_rows_and_one_of_teams_raise_five_false_alarms_in_a_hundred_and_see_more(int teams)
    {
        const int Runs = 2_000;
        var bits = new RandomBits((ulong)teams);
        var (alarms, plain, seen) = (0, 0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var (arms, units) = Drawn(ref bits, teams);
            alarms += Test(arms, units, 0).PValue < 0.05 ? 1 : 0;
            seen += Test(arms, units, 0.5).PValue < 0.05 ? 1 : 0;
            plain += Plain(arms, units, 0.5).PValue < 0.05 ? 1 : 0;
        }

        // 5 % of 2,000 are 100, give or take 10.
        Assert.InRange(alarms, 70, 130);
        Assert.True(seen > plain, $"{seen} and {plain} of {Runs}");
    }

    private static EffectEstimate Test(double[][][] arms, int[] units, double effect)
    {
        var treatment = With(arms[1], effect);
        var (one, other) = RowAdjustment.Of(arms[0][..2], treatment[..2])!.Value;
        return ClustersWithHistory.Of(History(one, arms[0][2], units), History(other, treatment[2], units), ComparisonOptions.Default);
    }

    private static EffectEstimate Plain(double[][][] arms, int[] units, double effect) =>
        ClusterComparison.OfMeans(ByUnit(arms[0][0], units), ByUnit(With(arms[1], effect)[0], units), ComparisonOptions.Default);

    private static double[][] With(double[][] arm, double effect) => [Array.ConvertAll(arm[0], value => value + effect), arm[1], arm[2]];

    private static Moments[] ByUnit(double[] values, int[] units) =>
        [.. values.Zip(units).GroupBy(static row => row.Second).Select(static unit => Moments.Of([.. unit.Select(static row => row.First)]))];

    private static ClusterWithHistory[] History(double[] values, double[] before, int[] units) =>
        [.. ByUnit(values, units).Zip(ByUnit(before, units)).Select(static one => new ClusterWithHistory(one.First, one.Second.Mean))];

    // Teams of twenty rows; a team's own level shows in its figure before, a row's in its covariate.
    private static (double[][][] Arms, int[] Units) Drawn(ref RandomBits bits, int teams)
    {
        const int Rows = 20;
        var arms = new double[2][][];
        for (var arm = 0; arm < 2; arm++)
        {
            arms[arm] = [new double[teams / 2 * Rows], new double[teams / 2 * Rows], new double[teams / 2 * Rows]];
            for (var team = 0; team < teams / 2; team++)
            {
                var level = 0.4 * Normal(ref bits);
                var before = level + (0.2 * Normal(ref bits));
                for (var row = team * Rows; row < (team + 1) * Rows; row++)
                {
                    (arms[arm][1][row], arms[arm][2][row]) = (Normal(ref bits), before);
                    arms[arm][0][row] = level + arms[arm][1][row] + Normal(ref bits);
                }
            }
        }

        return (arms, [.. Enumerable.Range(0, teams / 2 * Rows).Select(static row => row / Rows)]);
    }

    private static double Normal(ref RandomBits bits) => NormalDistribution.Quantile(((bits.Next() >> 11) + 0.5) / (1UL << 53));

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-12;
}
