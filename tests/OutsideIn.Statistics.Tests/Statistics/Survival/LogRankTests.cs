using OutsideIn.Simulation;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>
/// Oracle: shared/oracles/statistics/survival_km_logrank.json, tolerance 1e-9; aml and lung agree with the print-outs of R's survdiff. Of its
/// sixth case the oracle gives the curves and not the rows: when open cases left between two events of a group it does not say.
/// </summary>
public sealed class LogRankTests
{
    private static readonly (string Name, LogRankWeight Weight)[] Weights =
    [
        ("test_logrank", LogRankWeight.Equal),
        ("test_gehan", LogRankWeight.Gehan),
        ("test_tarone", LogRankWeight.TaroneWare),
        ("test_peto", LogRankWeight.Peto),
        ("test_fh01", LogRankWeight.FlemingHarrington(0, 1)),
        ("test_fh11", LogRankWeight.FlemingHarrington(1, 1)),
    ];

    [Theory]
    [InlineData("aml")]
    [InlineData("lung_sex")]
    [InlineData("veteran_trt")]
    [InlineData("veteran_celltype")]
    [InlineData("open_cases_cut_at_day90")]
    public void Every_test_of_the_family_is_the_oracles(string id)
    {
        var (one, compared) = (SurvivalOracle.Of(id), 0);
        Assert.Equal(one.Case.GetProperty("n").GetInt32(), one.Durations.Length);
        Assert.Equal(one.Case.GetProperty("events").GetInt32(), one.IsClosed.Count(static closed => closed));
        foreach (var (name, weight) in Weights)
        {
            var expected = one.Case.GetProperty(name);
            string[] names = [.. expected.GetProperty("groups").EnumerateArray().Select(static group => group.GetString()!)];

            var test = LogRank.Test(one.Durations, one.IsClosed, one.NumbersOf(names), weight).Value();

            foreach (var group in Enumerable.Range(0, names.Length))
            {
                Oracle.AssertNear(expected.GetProperty("observed_w")[group].Number(), test.Observed[group], 1e-9);
                Oracle.AssertNear(expected.GetProperty("expected_w")[group].Number(), test.Expected[group], 1e-9);
            }

            Oracle.AssertNear(expected.GetProperty("chi2").Number(), test.ChiSquare, 1e-9);
            Oracle.AssertNear(expected.GetProperty("p").Number(), test.PValue, 1e-9);
            Assert.Equal(expected.GetProperty("df").GetInt32(), test.Degrees);
            compared += (2 * names.Length) + 3;
        }

        Assert.Equal(6 * ((2 * one.Groups.Distinct().Count()) + 3), compared);
    }

    [Fact]
    public void The_stratified_test_is_the_oracles()
    {
        // The oracle's strata are the cell types of the same 137 rows in the same order.
        var (one, types) = (SurvivalOracle.Of("veteran_trt"), SurvivalOracle.Of("veteran_celltype"));
        Assert.Equal(one.Durations, types.Durations);
        var expected = one.Case.GetProperty("test_logrank_stratified");

        var test = LogRank.Test(
            one.Durations, one.IsClosed, one.NumbersOf(["1", "2"]), types.NumbersOf([.. types.Groups.Distinct()])).Value();

        foreach (var group in new[] { 0, 1 })
        {
            Oracle.AssertNear(expected.GetProperty("observed_w")[group].Number(), test.Observed[group], 1e-9);
            Oracle.AssertNear(expected.GetProperty("expected_w")[group].Number(), test.Expected[group], 1e-9);
        }

        Assert.Equal(expected.GetProperty("df").GetInt32(), test.Degrees);
        Oracle.AssertNear(expected.GetProperty("chi2").Number(), test.ChiSquare, 1e-9);
        Oracle.AssertNear(expected.GetProperty("p").Number(), test.PValue, 1e-9);
        Assert.Equal("log-rank, stratified", test.Method);
    }

    [Fact]
    public void Groups_that_never_wait_together_cannot_be_told_apart()
    {
        Assert.Equal("ME005", LogRank.Test([1, 2, 3], [true, true, true], [0, 0, 0]).Refusal().Code);
        Assert.Equal("ME005", LogRank.Test([1, 2], [false, false], [0, 1]).Refusal().Code);
        Assert.Equal("ME005", LogRank.Test([], [], []).Refusal().Code);
    }

    [Fact]
    public void Unpaired_or_empty_groups_break_the_promise()
    {
        Assert.Throws<ArgumentException>(static () => LogRank.Test([1], [true, false], [0]));
        Assert.Throws<ArgumentException>(static () => LogRank.Test([1, 2], [true, true], [0, 2]));
        Assert.Throws<ArgumentException>(static () => LogRank.Test([double.NaN], [true], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(static () => LogRankWeight.FlemingHarrington(-1, 0));
    }

    [Fact]
    public void It_raises_as_many_false_alarms_as_it_says()
    {
        const int Replications = 2_000;
        var stream = RandomSource.Open(3, "log-rank");
        var alarms = 0;
        for (var replication = 0; replication < Replications; replication++)
        {
            var (durations, isClosed, groups) = (new double[120], new bool[120], new int[120]);
            for (var row = 0; row < durations.Length; row++)
            {
                var (wait, horizon) = (stream.NextExponential(mean: 10), 30 * stream.NextUnit());
                (durations[row], isClosed[row], groups[row]) = (Math.Min(wait, horizon), wait <= horizon, row % 3);
            }

            alarms += LogRank.Test(durations, isClosed, groups).Value().PValue < 0.05 ? 1 : 0;
        }

        // 0.05 within five standard errors of this many replications (0.0049 each).
        Assert.InRange((double)alarms / Replications, 0.026, 0.074);
    }
}
