using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>
/// Oracle: shared/oracles/statistics/did.json (statsmodels OLS), tolerance 1e-9. The seventh case, billboard_deposits, names a file that is
/// not in shared/data/experiments; only its cell means can be checked against its coefficients.
/// </summary>
public sealed class DifferenceOracleTests
{
    [Theory]
    [InlineData("card_krueger_fte", 20)]
    [InlineData("kielmc_rprice", 20)]
    [InlineData("kielmc_lrprice_controls", 48)]
    [InlineData("injury_ky_ldurat", 20)]
    [InlineData("daycare_fines_late_pickups", 24)]
    [InlineData("organ_donation_california", 24)]
    public void Every_number_is_the_oracles(string id, int numbers)
    {
        var (one, data) = (DidOracle.Case(id), DidOracle.Read(id));
        double[] both = [.. data.Treated.Zip(data.After, static (treated, after) => treated * after)];
        string[] names = [.. one.GetProperty("names").EnumerateArray().Skip(1).Select(static name => name.GetString()!)];
        var fit = LinearModel.Fit(DesignMatrix.WithConstant(names, [data.Treated, data.After, both, .. data.Controls]), data.Outcome).Value();
        int[] clusters = [.. (data.Clusters ?? []).Select(name => Array.IndexOf(data.Clusters!, name))];
        var count = 0;

        Assert.Equal(one.GetProperty("n").GetInt32(), fit.Count);
        Same("coef", fit.Coefficients);
        Same("se_ols", Errors(fit.With(ErrorKind.Classical)));
        Same("se_hc1", Errors(fit.With(ErrorKind.Hc1)));
        Same("se_hc3", Errors(fit.With(ErrorKind.Hc3)));
        if (one.TryGetProperty("se_cluster_CR1", out _))
        {
            Assert.Equal(one.GetProperty("n_clusters").GetInt32(), clusters.Distinct().Count());
            Same("se_cluster_CR1", Errors(fit.WithClusters(clusters, ClusterErrorKind.Cr1)));
        }

        foreach (var cell in one.GetProperty("means").EnumerateObject())
        {
            double[] inCell = [.. data.Outcome.Where((_, row) => cell.Name == $"T{data.Treated[row]}P{data.After[row]}")];
            Oracle.AssertNear(cell.Value.Number(), inCell.Average(), 1e-9);
            count++;
        }

        Assert.Equal(numbers, count);

        void Same(string field, IEnumerable<double> actual)
        {
            foreach (var (expected, found) in one.GetProperty(field).Numbers().Zip(actual))
            {
                Oracle.AssertNear(expected, found, 1e-9);
                count++;
            }
        }
    }

    [Fact]
    public void The_effect_of_the_case_without_data_is_that_of_its_cell_means()
    {
        var one = DidOracle.Case("billboard_deposits");
        var means = one.GetProperty("means");
        double Of(string cell) => means.GetProperty(cell).Number();

        Oracle.AssertNear(one.GetProperty("coef")[3].Number(), Of("T1P1") - Of("T1P0") - Of("T0P1") + Of("T0P0"), 1e-9);
    }

    private static IEnumerable<double> Errors(CoefficientTable table) => table.All().Select(static item => item.StandardError);
}
