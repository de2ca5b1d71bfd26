using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>
/// Oracle: shared/oracles/statistics/drivers.json (exhaustive Shapley over statsmodels OLS), tolerance 1e-9; its LMG of swiss is printed in the
/// documentation of relaimpo (Grömping 2006). The two airline cases name a file that is not in shared/data/experiments: they cannot be checked.
/// </summary>
public sealed class VarianceSharesTests
{
    [Theory]
    [InlineData("swiss", 62)]
    [InlineData("attitude", 74)]
    public void Every_number_is_the_oracles(string id, int numbers)
    {
        var one = Oracle.Cases("drivers.json").Single(item => item.GetProperty("id").GetString() == id);
        var (names, columns) = Read(one);
        var shares = VarianceShares.Of(JointMoments.Of(columns)).Value();
        var fit = LinearModel.Fit(DesignMatrix.WithConstant(names, columns[..^1]), columns[^1]).Value();
        var table = names.Select(name => fit.With(ErrorKind.Classical).Of(name)).ToArray();
        var count = new OracleCount(one, 1e-9);

        count.Same("n", [columns[0].Length]);
        count.Same("r2", [shares.RSquared]);
        count.Same("lmg", shares.Lmg);
        count.Same("lmg_share", shares.Lmg.Select(share => share / shares.RSquared));
        count.Same("first", shares.First);
        count.Same("last", shares.Last);
        count.Same("johnson_relative_weights", shares.Johnson);
        count.Same("coef", table.Select(static item => item.Value));
        count.Same("se", table.Select(static item => item.StandardError));
        count.SameRelatively("p", table.Select(static item => item.PValue));
        count.Same("std_beta", shares.StandardBeta);
        count.Same("pratt", shares.Pratt);
        count.Same("correlation", shares.Correlation);
        count.Same("vif", shares.Inflation);
        Assert.Equal(numbers, count.Count);
    }

    /// <summary>Grömping (2006), documentation of relaimpo, dataset swiss: lmg 0.05709 0.17117 0.26013 0.10557 0.11276, R² 70.67 %.</summary>
    [Fact]
    public void The_published_shares_of_swiss_are_reproduced_to_their_digits()
    {
        var shares = VarianceShares.Of(JointMoments.Of(Read(Oracle.Cases("drivers.json")[0]).Columns)).Value();

        Assert.Equal([0.05709, 0.17117, 0.26013, 0.10557, 0.11276], shares.Lmg.Select(static share => Math.Truncate(1e5 * share) / 1e5));
        Assert.Equal(0.7067, Math.Round(shares.RSquared, 4));
    }

    [Fact]
    public void Shares_add_up_to_what_is_explained_and_none_is_below_zero() =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), static seed =>
        {
            var columns = Drawn((ulong)seed, 6, 60);
            var shares = VarianceShares.Of(JointMoments.Of(columns)).Value();
            return Math.Abs(shares.Lmg.Sum() - shares.RSquared) < 1e-10
                && Math.Abs(shares.Johnson.Sum() - shares.RSquared) < 1e-10
                && shares.Lmg.All(static share => share > -1e-12);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void At_right_angles_every_kind_of_share_is_the_squared_correlation()
    {
        // A full 2 × 2 × 2 plan, four times: columns at right angles.
        double[][] plan = [.. Enumerable.Range(0, 3).Select(static bit => Enumerable.Range(0, 32).Select(row => (double)((row >> bit) & 1)).ToArray())];
        double[] outcome = [.. Enumerable.Range(0, 32).Select(row => (3 * plan[0][row]) + (2 * plan[1][row]) + (row % 5))];

        var shares = VarianceShares.Of(JointMoments.Of([.. plan, outcome])).Value();

        for (var column = 0; column < 3; column++)
        {
            Assert.Equal(shares.First[column], shares.Lmg[column], 12);
            Assert.Equal(shares.First[column], shares.Last[column], 12);
            Assert.Equal(1, shares.Inflation[column], 12);
        }
    }

    [Fact]
    public void A_column_that_repeats_another_is_refused()
    {
        var columns = Drawn(5, 3, 40);

        Assert.Equal("ST021", VarianceShares.Of(JointMoments.Of(columns[0], columns[1], columns[0], columns[3])).Refusal().Code);
        Assert.Equal("ST026", VarianceShares.Of(JointMoments.Of(columns[0], new double[40], columns[3])).Refusal().Code);
    }

    internal static (string[] Names, double[][] Columns) Read(JsonElement one)
    {
        var data = ModelData.Read(one.GetProperty("data").GetString()!);
        string[] names = [.. one.GetProperty("drivers").EnumerateArray().Select(static name => name.GetString()!)];
        return (names, [.. names.Select(data.Numbers), data.Numbers(one.GetProperty("outcome").GetString()!)]);
    }

    // Correlated columns and, last, an outcome of all of them.
    private static double[][] Drawn(ulong seed, int size, int rows)
    {
        var draws = new RandomBits(seed);
        var columns = Enumerable.Range(0, size + 1).Select(_ => new double[rows]).ToArray();
        for (var row = 0; row < rows; row++)
        {
            var common = (draws.Next() >> 11) * (1.0 / (1UL << 53));
            for (var column = 0; column <= size; column++)
            {
                columns[column][row] = common + ((draws.Next() >> 11) * (1.0 / (1UL << 53)));
            }
        }

        return columns;
    }
}
