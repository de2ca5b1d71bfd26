using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/survival_km_logrank.json, rmst_diff, tolerance 1e-9.</summary>
public sealed class RestrictedMeanDifferenceTests
{
    [Theory]
    [InlineData("aml")]
    [InlineData("lung_sex")]
    [InlineData("veteran_trt")]
    [InlineData("open_cases_cut_at_day90")]
    public void The_difference_and_its_test_are_the_oracles(string id)
    {
        var one = SurvivalOracle.Of(id);
        var expected = one.Case.GetProperty("rmst_diff");
        string[] order = [.. expected.GetProperty("order").EnumerateArray().Select(static group => group.GetString()!)];
        var limit = one.Case.GetProperty("groups").GetProperty(order[0]).GetProperty("rmst_tau").Number();

        var difference = RestrictedMeanDifference.Of(Curve(one, order[0]), Curve(one, order[1]), limit).Value();

        Oracle.AssertNear(expected.GetProperty("diff").Number(), difference.Difference.Value, 1e-9);
        Oracle.AssertNear(expected.GetProperty("se").Number(), difference.StandardError, 1e-9);
        Oracle.AssertNear(expected.GetProperty("z").Number(), difference.Difference.Value / difference.StandardError, 1e-9);
        Oracle.AssertNear(expected.GetProperty("p").Number(), difference.PValue, 1e-9);
        Assert.Equal(one.Durations.Length, difference.Difference.Count);
    }

    [Fact]
    public void It_is_refused_where_a_group_was_not_observed_so_long_or_nothing_varies()
    {
        var (short1, same) = (KaplanMeier.Fit([1.0, 2], [true, false]).Value(), KaplanMeier.Fit([3.0, 3], [true, true]).Value());

        Assert.Equal("ME003", RestrictedMeanDifference.Of(same, short1, 5).Refusal().Code);
        Assert.Equal("ME006", RestrictedMeanDifference.Of(same, same, 5).Refusal().Code);
    }

    private static KaplanMeierCurve Curve(SurvivalOracle one, string group)
    {
        var rows = Enumerable.Range(0, one.Durations.Length).Where(row => one.Groups[row] == group).ToArray();
        double[] durations = [.. rows.Select(row => one.Durations[row])];
        bool[] isClosed = [.. rows.Select(row => one.IsClosed[row])];
        return KaplanMeier.Fit(durations, isClosed).Value();
    }
}
