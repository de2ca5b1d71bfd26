using System.Text.Json;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/dataset_results.json, tolerance 1e-9, for the data sets whose rows are beside this checkout, or whose counts are in the oracle.</summary>
public sealed class DatasetOracleTests
{
    private static readonly string[] Mailings = ["Mens E-Mail", "No E-Mail", "Womens E-Mail"];

    [Fact]
    public void Every_number_of_the_mail_test_but_one_is_the_oracles()
    {
        var (one, table, compared) = (Of("hillstrom"), PublicTable.Of("hillstrom.csv"), 0);
        Assert.Equal(one.GetProperty("rows").GetInt32(), table.Count);
        foreach (var arm in one.GetProperty("arms").EnumerateObject())
        {
            var rows = table.Where("segment", text => text == arm.Name);
            var nobody = table.Where("segment", static text => text == "No E-Mail");
            Assert.Equal(arm.Value.GetProperty("n").GetInt32(), rows.Count);
            foreach (var outcome in new[] { "visit", "conversion", "spend" })
            {
                compared += CompareOutcome(arm.Value.GetProperty(outcome), rows.Numbers(outcome), nobody.Numbers(outcome));
            }
        }

        foreach (var covariate in one.GetProperty("balance_anova_p").EnumerateObject())
        {
            Moments[] arms = [.. Mailings.Select(arm => Moments.Of(table.Where("segment", text => text == arm).Numbers(covariate.Name)))];
            var (all, within) = (arms[0] + arms[1] + arms[2], arms.Sum(static arm => arm.SquaredDeviations));
            var statistic = (all.SquaredDeviations - within) / 2 / (within / (all.Count - 3));
            Oracle.AssertNear(covariate.Value.Number(), FDistribution.UpperTail(statistic, 2, all.Count - 3), 1e-9);
            compared++;
        }

        // Three arms of three outcomes of four figures, two of them with six more; five covariates. Not compared: the R² of visits on
        // covariates before, whose columns the oracle does not name.
        Assert.Equal((9 * 4) + (6 * 6) + 5, compared);
    }

    [Fact]
    public void The_games_gate_is_the_oracles_where_its_counts_are_given()
    {
        var one = Of("cookie_cats");
        var (first, second) = (one.GetProperty("arms").GetProperty("gate_30"), one.GetProperty("arms").GetProperty("gate_40"));
        foreach (var (count, name) in new[] { ("ret1", "retention_1"), ("ret7", "retention_7") })
        {
            var (control, treatment) = (Share(first, count), Share(second, count));
            var test = ShareTest.PooledZ(control, treatment).Value();

            Oracle.AssertNear(one.GetProperty(name).GetProperty("z").Number(), test.Statistic!.Value, 1e-9);
            Oracle.AssertNear(one.GetProperty(name).GetProperty("p").Number(), test.PValue, 1e-9);
            Oracle.AssertNear(one.GetProperty(name).GetProperty("diff").Number(), ShareEffect.Difference(control, treatment).Value!.Value, 1e-9);
        }
    }

    [Fact]
    public void The_job_training_and_the_letters_are_the_oracles()
    {
        var (lalonde, resume) = (Of("lalonde"), Of("resume"));
        var (trained, observed) = (PublicTable.Of("r_causaldata_nsw_mixtape.csv"), PublicTable.Of("r_MatchIt_lalonde.csv"));
        var welch = MeanComparison.Welch(Arm(trained, "0"), Arm(trained, "1"));

        Assert.Equal(lalonde.GetProperty("experimental_n").GetInt32(), trained.Count);
        Assert.Equal(lalonde.GetProperty("observational_n").GetInt32(), observed.Count);
        Oracle.AssertNear(lalonde.GetProperty("experimental_diff").Number(), welch.Value!.Value, 1e-9);
        Oracle.AssertNear(lalonde.GetProperty("experimental_t_p")[0].Number(), welch.Value.Value / welch.StandardError!.Value, 1e-9);
        Oracle.AssertNear(lalonde.GetProperty("experimental_t_p")[1].Number(), welch.PValue!.Value, 1e-9);
        Oracle.AssertNear(lalonde.GetProperty("observational_naive_diff").Number(), MeanComparison.Welch(Arm(observed, "0"), Arm(observed, "1")).Value!.Value, 1e-9);
        var letters = PublicTable.Of("r_openintro_resume.csv");
        foreach (var (row, race) in new[] { (0, "black"), (1, "white") })
        {
            var answers = letters.Where("race", text => text == race).Texts("received_callback");
            Assert.Equal(resume.GetProperty("table")[row][0].GetInt32(), answers.Count(static text => text == "0"));
            Assert.Equal(resume.GetProperty("table")[row][1].GetInt32(), answers.Count(static text => text == "1"));
        }
    }

    private static int CompareOutcome(JsonElement expected, double[] values, double[] control)
    {
        var (moments, none) = (Moments.Of(values), Moments.Of(control));
        Oracle.AssertNear(expected.GetProperty("sum").Number(), moments.Mean * moments.Count, 1e-9);
        Oracle.AssertNear(expected.GetProperty("sum_squares").Number(), moments.SquaredDeviations + (moments.Count * moments.Mean * moments.Mean), 1e-9);
        Oracle.AssertNear(expected.GetProperty("mean").Number(), moments.Mean, 1e-9);
        Oracle.AssertNear(expected.GetProperty("var").Number(), moments.Variance, 1e-9);
        if (!expected.TryGetProperty("diff", out var difference))
        {
            return 4;
        }

        var welch = MeanComparison.Welch(none, moments);
        var (value, error) = (welch.Value!.Value, welch.StandardError!.Value);
        var half = NormalDistribution.TwoSided(0.95) * error;
        Oracle.AssertNear(difference.Number(), value, 1e-9);
        Oracle.AssertNear(expected.GetProperty("se").Number(), error, 1e-9);
        Oracle.AssertNear(expected.GetProperty("t").Number(), value / error, 1e-9);
        Oracle.AssertNearRelatively(expected.GetProperty("p").Number(), welch.PValue!.Value, 1e-8);
        Oracle.AssertNear(expected.GetProperty("ci95_z")[0].Number(), value - half, 1e-9);
        Oracle.AssertNear(expected.GetProperty("ci95_z")[1].Number(), value + half, 1e-9);
        return 10;
    }

    private static Moments Arm(PublicTable table, string treat) => Moments.Of(table.Where("treat", text => text == treat).Numbers("re78"));

    private static CountedShare Share(JsonElement arm, string count) => new(arm.GetProperty(count).GetInt64(), arm.GetProperty("n").GetInt64());

    private static JsonElement Of(string id) => Oracle.Cases("dataset_results.json").Single(one => one.GetProperty("id").GetString() == id);
}
