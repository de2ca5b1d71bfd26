using OutsideIn.Simulation;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/two_proportions.json, tolerance 1e-9; there as here the second less the first.</summary>
public sealed class ShareComparisonTests
{
    [Fact]
    public void Of_closed_cases_the_interval_is_Newcombes()
    {
        var cases = Oracle.Cases("two_proportions.json").Where(static one => one.TryGetProperty("diff_ci95_newcomb", out _)).ToList();
        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            var comparison = ShareComparison.OfCounts(
                (one.GetProperty("x1").GetInt64(), one.GetProperty("n1").GetInt64()),
                (one.GetProperty("x2").GetInt64(), one.GetProperty("n2").GetInt64())).Value();

            var interval = one.GetProperty("diff_ci95_newcomb").Numbers();
            Oracle.AssertNear(one.GetProperty("diff").Number(), comparison.Difference.Value, 1e-9);
            Oracle.AssertNear(interval[0], comparison.Difference.Interval.Low, 1e-9);
            Oracle.AssertNear(interval[1], comparison.Difference.Interval.High, 1e-9);
        }
    }

    [Fact]
    public void The_p_value_is_below_a_level_exactly_where_that_interval_leaves_zero_out()
    {
        foreach (var (part, level) in new[] { (70L, 0.9), (75, 0.95), (80, 0.95), (85, 0.99), (70, 0.99) })
        {
            var comparison = ShareComparison.OfCounts((120, 200), (part, 100), level).Value();
            Assert.Equal(!comparison.Difference.Interval.Contains(0), comparison.PValue < 1 - level);
        }

        // The pooled test of 120 of 200 against 75 of 100: z = 0.15 / √(0.65 × 0.35 × (1/200 + 1/100)) = 2.568, p = 0.0102.
        Assert.InRange(ShareComparison.OfCounts((120, 200), (75, 100)).Value().PValue, 0.0095, 0.011);
        Assert.Equal(1e-12, ShareComparison.OfCounts((0, 10_000), (10_000, 10_000)).Value().PValue, 15);
        Assert.InRange(ShareComparison.OfCounts((50, 100), (50, 100)).Value().PValue, 0.999, 1);
    }

    [Fact]
    public void Open_cases_are_counted_on_both_sides()
    {
        // First: 1, 3 of four closed, 2+, 5+: at 3 days 1 − 3/4 × 1/2 = 0.625. Second, all closed: 1 of 2.
        var first = new DurationGroup(
            new double[] { 1, 3, 2, 5 }, new[] { CompetingEnd.Reached, CompetingEnd.Reached, CompetingEnd.Open, CompetingEnd.Open });
        var second = new DurationGroup(new double[] { 1, 9 }, new[] { CompetingEnd.Reached, CompetingEnd.Reached });

        var comparison = ShareComparison.Within(first, second, 3).Value();

        Assert.Equal((0.625, 0.5), (comparison.First.Value, comparison.Second.Value));
        Assert.Equal(-0.125, comparison.Difference.Value, 12);
        Assert.Equal((6, 2), (comparison.Difference.Count, comparison.Difference.OpenCount));
        Assert.Equal("ME003", ShareComparison.Within(first, second, 6).Refusal().Code);
        Assert.Equal("ME002", ShareComparison.Within(default, second, 3).Refusal().Code);
        Assert.Throws<ArgumentException>(() => ShareComparison.Within(first, second, double.NaN));
        Assert.Throws<ArgumentException>(static () => new DurationGroup(new double[] { 1 }, Array.Empty<CompetingEnd>()));
    }

    [Fact]
    public void The_interval_of_the_difference_covers_the_truth_with_losses_and_open_cases()
    {
        // Reached and lost at constant rates: the share within t is r/(r + l) (1 − e^−(r + l)t). Here 0.472 and 0.286 at 8 days.
        const int Replications = 1_000;
        var stream = RandomSource.Open(5, "difference");
        var truth = Share(0.05) - Share(0.1);
        var hits = 0;
        for (var replication = 0; replication < Replications; replication++)
        {
            var comparison = ShareComparison.Within(Group(stream, 90, 0.1), Group(stream, 70, 0.05), 8).Value();
            hits += comparison.Difference.Interval.Contains(truth) ? 1 : 0;
        }

        // 0.95 within five standard errors of this many replications (0.0069 each).
        Assert.InRange((double)hits / Replications, 0.9155, 0.9845);
    }

    private static double Share(double rate) => rate / (rate + 0.03) * (1 - Math.Exp(-8 * (rate + 0.03)));

    private static DurationGroup Group(RandomSource stream, int count, double rate)
    {
        var (durations, ends) = (new double[count], new CompetingEnd[count]);
        for (var row = 0; row < count; row++)
        {
            var (reached, lost, horizon) = (stream.NextExponential(1 / rate), stream.NextExponential(1 / 0.03), 25 * stream.NextUnit());
            durations[row] = Math.Min(horizon, Math.Min(reached, lost));
            ends[row] = horizon < Math.Min(reached, lost) ? CompetingEnd.Open : reached < lost ? CompetingEnd.Reached : CompetingEnd.Lost;
        }

        return new DurationGroup(durations, ends);
    }
}
