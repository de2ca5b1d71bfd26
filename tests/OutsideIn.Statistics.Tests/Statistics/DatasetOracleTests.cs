using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/dataset_results.json, tolerance 1e-9, for the data sets whose rows are beside this checkout, or whose counts are in the oracle.</summary>
public sealed class DatasetOracleTests
{
    private static readonly string[] Mailings = ["Mens E-Mail", "No E-Mail", "Womens E-Mail"];

    [Fact]
    public void Every_number_of_the_mail_test_is_the_oracles()
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

        string[] before = ["recency", "mens", "womens", "newbie"];
        double[][] columns = [.. before.Select(table.Numbers), [.. table.Numbers("history").Select(static spent => Math.Log(spent))]];
        var fit = LinearModel.Fit(DesignMatrix.WithConstant([.. before, "log history"], columns), table.Numbers("visit")).Value();
        Oracle.AssertNear(one.GetProperty("visit_r2_of_pre_covariates").Number(), fit.RSquared, 1e-9);
        compared += 1 + CompareSampleRatio(one.GetProperty("srm_chi2_p"), [.. Mailings.Select(arm => (long)table.Where("segment", text => text == arm).Count)]);

        // Three arms of three outcomes of four figures, two of them with six more; five covariates, what they explain, the sample ratio.
        Assert.Equal((9 * 4) + (6 * 6) + 5 + 1 + 2, compared);
    }

    [Fact]
    public void The_games_gate_is_the_oracles_where_its_counts_are_given()
    {
        var one = Of("cookie_cats");
        var (first, second) = (one.GetProperty("arms").GetProperty("gate_30"), one.GetProperty("arms").GetProperty("gate_40"));
        Assert.Equal(one.GetProperty("rows").GetInt64(), first.GetProperty("n").GetInt64() + second.GetProperty("n").GetInt64());
        CompareSampleRatio(one.GetProperty("srm"), [first.GetProperty("n").GetInt64(), second.GetProperty("n").GetInt64()]);
        foreach (var (count, name) in new[] { ("ret1", "retention_1"), ("ret7", "retention_7") })
        {
            var (control, treatment) = (Share(first, count), Share(second, count));
            Oracle.AssertNear(first.GetProperty(count + "_rate").Number(), control.Value, 1e-9);
            Oracle.AssertNear(second.GetProperty(count + "_rate").Number(), treatment.Value, 1e-9);
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
        Assert.Equal(resume.GetProperty("rows").GetInt32(), letters.Count);
        foreach (var (row, race) in new[] { (0, "black"), (1, "white") })
        {
            var answers = letters.Where("race", text => text == race).Texts("received_callback");
            Assert.Equal(resume.GetProperty("table")[row][0].GetInt32(), answers.Count(static text => text == "0"));
            Assert.Equal(resume.GetProperty("table")[row][1].GetInt32(), answers.Count(static text => text == "1"));
        }
    }

    [Fact]
    public void The_small_classes_are_the_oracles()
    {
        var one = Of("star_kindergarten");
        string[] types = ["regular", "small", "regular+aide"];
        var table = PublicTable.Of("r_AER_STAR.csv");
        table = table.Where("stark", types.Contains).Where("readk", static text => text.Length > 0).Where("mathk", static text => text.Length > 0);
        double[] points = [.. table.Numbers("readk").Zip(table.Numbers("mathk"), static (read, maths) => read + maths)];
        double[] Is(string type) => [.. table.Texts("stark").Select(text => text == type ? 1.0 : 0)];
        foreach (var type in types)
        {
            var arm = Moments.Of([.. points.Where((_, row) => table.Texts("stark")[row] == type)]);
            Oracle.AssertNear(one.GetProperty("means").GetProperty("mean").GetProperty(type).Number(), arm.Mean, 1e-9);
            Assert.Equal(one.GetProperty("means").GetProperty("count").GetProperty(type).GetInt64(), arm.Count);
        }

        var fit = LinearModel.Fit(DesignMatrix.WithConstant(types[1..], [Is(types[1]), Is(types[2])]), points).Value();
        var errors = fit.With(ErrorKind.Hc1).All();
        foreach (var (index, expected) in one.GetProperty("ols").GetProperty("coef").Numbers().Index())
        {
            Oracle.AssertNear(expected, errors[index].Value, 1e-9);
            Oracle.AssertNear(one.GetProperty("ols").GetProperty("se_hc1")[index].Number(), errors[index].StandardError, 1e-9);
        }

        Assert.Equal(3, errors.Count);
    }

    [Fact]
    public void Berkeleys_admissions_are_the_oracles()
    {
        var (one, table) = (Of("ucb_simpson"), PublicTable.Of("r_datasets_UCBAdmissions.csv"));
        long Count(string gender, string admit, string? department = null) => (long)table.Where("Gender", text => text == gender).Where("Admit", text => text == admit)
            .Where("Dept", text => department is null || text == department).Numbers("Freq").Sum();
        CountedShare Admitted(string gender, string department) => new(Count(gender, "Admitted", department), Count(gender, "Admitted", department) + Count(gender, "Rejected", department));
        ShareStratum[] departments = [.. table.Texts("Dept").Distinct().Select(department => new ShareStratum(Admitted("Female", department), Admitted("Male", department)))];

        var (effect, test) = (StratifiedShares.OddsRatio(departments), StratifiedShares.Test(departments).Value());

        Assert.Equal((Count("Female", "Admitted"), Count("Female", "Rejected")), (one.GetProperty("totals")[0][0].GetInt64(), one.GetProperty("totals")[0][1].GetInt64()));
        Assert.Equal((Count("Male", "Admitted"), Count("Male", "Rejected")), (one.GetProperty("totals")[1][0].GetInt64(), one.GetProperty("totals")[1][1].GetInt64()));
        Oracle.AssertNear(one.GetProperty("cmh_or").Number(), effect.Value!.Value, 1e-9);
        Oracle.AssertNear(one.GetProperty("cmh_chi2").Number(), test.Statistic, 1e-9);
        Oracle.AssertNear(one.GetProperty("cmh_p").Number(), test.PValue, 1e-9);
        Oracle.AssertNear(one.GetProperty("cmh_p").Number(), effect.PValue!.Value, 1e-9);
        Oracle.AssertNear(one.GetProperty("breslow_day").Number(), StratifiedShares.Homogeneity(departments).Value().Statistic, 1e-9);
        Assert.Equal([false, false], effect.Checks.Select(static check => check.Holds));
    }

    private static int CompareSampleRatio(JsonElement expected, long[] counts)
    {
        var reading = SampleRatio.Of(counts, [.. counts.Select(_ => 1.0 / counts.Length)]);
        Oracle.AssertNear(expected[0].Number(), reading.ChiSquare!.Value, 1e-9);
        Oracle.AssertNear(expected[1].Number(), reading.PValue!.Value, 1e-9);
        return 2;
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
