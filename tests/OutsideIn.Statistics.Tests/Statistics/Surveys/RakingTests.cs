using OutsideIn.Statistics;
using OutsideIn.Tests.Support;
using static OutsideIn.Tests.Statistics.SurveyOracle;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/survey.json, tolerance 1e-9.</summary>
public sealed class RakingTests
{
    [Fact]
    public void Weights_mean_error_and_effective_size_are_the_oracles()
    {
        var compared = 0;
        foreach (var one in Of("raking"))
        {
            var (respondents, successes) = (one.GetProperty("respondents"), one.GetProperty("successes"));
            var (rows, columns, values) = (new List<int>(), new List<int>(), new List<double>());
            for (var row = 0; row < 3; row++)
            {
                for (var column = 0; column < 3; column++)
                {
                    var (count, yes) = (respondents[row][column].GetInt32(), successes[row][column].GetInt32());
                    rows.AddRange(Enumerable.Repeat(row, count));
                    columns.AddRange(Enumerable.Repeat(column, count));
                    values.AddRange(Enumerable.Range(0, count).Select(answer => answer < yes ? 1.0 : 0));
                }
            }

            var weights = Raking.Of([new("rows", rows, one.GetProperty("row_targets").Numbers()), new("columns", columns, one.GetProperty("col_targets").Numbers())]).Value();
            var mean = WeightedMean.Of([.. values], [.. weights.Weights]).Value();

            for (var row = 0; row < 3; row++)
            {
                for (var column = 0; column < 3; column++)
                {
                    var weight = weights.Weights[Enumerable.Range(0, rows.Count).First(answer => rows[answer] == row && columns[answer] == column)];
                    compared += Compare(one.GetProperty("cell_weight")[row][column], weight)
                        + Compare(one.GetProperty("raked_cell_totals")[row][column], weight * respondents[row][column].GetInt32());
                }
            }

            compared += Compare(one.GetProperty("unweighted_mean"), values.Average()) + Compare(one.GetProperty("weighted_mean"), mean.Value)
                + Compare(one.GetProperty("se_linearised_with_replacement"), (mean.Interval.High - mean.Value) / NormalDistribution.TwoSided(0.95))
                + Compare(one.GetProperty("kish_deff"), weights.DesignEffect) + Compare(one.GetProperty("effective_n"), weights.EffectiveCount);
        }

        Assert.Equal(18 + 5, compared);
    }

    [Fact]
    public void What_cannot_be_weighed_is_refused()
    {
        Assert.Equal("ST044", Raking.Of([new("channel", [0, 0, 1], [10, 10, 5])]).Refusal().Code);
        Assert.Contains("channel", Raking.Of([new("channel", [0, 0, 1], [10, 10, 5])]).Refusal().Message, StringComparison.Ordinal);

        // One margin says 20 in all, the other 30.
        Assert.Equal("ST045", Raking.Of([new("channel", [0, 1, 1], [10, 10]), new("segment", [0, 1, 0], [20, 10])]).Refusal().Code);
        Assert.Equal("ST046", WeightedMean.Of([1.0, 5], [3.0, 0]).Refusal().Code);
    }

    [Fact]
    public void A_margin_met_already_changes_nothing()
    {
        var weights = Raking.Of([new("channel", [0, 0, 1, 1], [10, 10])]).Value();

        Assert.Equal([5, 5, 5, 5], weights.Weights);
        Assert.Equal((1, 4), (weights.DesignEffect, weights.EffectiveCount));
    }

    /// <summary>A hundred thousand weights are summed with rounding errors; a change smaller than those must not be waited for.</summary>
    [Fact]
    public void Many_answers_settle_too()
    {
        int[] rows = [.. Enumerable.Range(0, 100_000).Select(static index => index % 3 == 0 ? 0 : 1)], columns = [.. Enumerable.Range(0, 100_000).Select(static index => index * 7 % 10 < 4 ? 0 : 1)];
        var weights = Raking.Of([new("rows", rows, [123_456.7, 200_000]), new("columns", columns, [111_111.1, 212_345.6])]).Value();

        Assert.InRange(weights.Rounds, 2, 50);
        Assert.Equal(123_456.7, rows.Zip(weights.Weights).Sum(static pair => pair.First == 0 ? pair.Second : 0), 1e-4);
    }
}
