using OutsideIn.Simulation;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

public sealed class ShrinkageTests
{
    /// <summary>Gelman et al. (2013), Bayesian data analysis, table 5.3: what eight schools' coaching is worth, from 200 draws, 2.5 and 97.5 % points.</summary>
    [Fact]
    public void The_eight_schools_come_out_as_in_the_book()
    {
        double[] effects = [28, 8, -3, 7, -1, 1, 18, 12], errors = [15, 10, 16, 11, 9, 11, 10, 18];
        double[] medians = [10, 8, 7, 7, 5, 6, 10, 8], lows = [-2, -5, -11, -7, -9, -7, -1, -6], highs = [31, 23, 19, 21, 18, 28, 26, 33];

        var posteriors = Shrinkage.Posteriors(effects, [.. errors.Select(static error => error * error)], priorPower: 0);

        // The book's points are of 200 draws of a skew distribution: medians to 2 points, outer points to 7.
        for (var school = 0; school < effects.Length; school++)
        {
            Assert.InRange(posteriors[school].Mean, medians[school] - 2, medians[school] + 2);
            Assert.InRange(2 * 1.96 * Math.Sqrt(posteriors[school].Variance), highs[school] - lows[school] - 9, highs[school] - lows[school] + 9);
        }
    }

    [Fact]
    public void The_fewer_the_answers_the_nearer_to_all()
    {
        // Within 4 everywhere. Two groups 2 points above the rest, one with 4 answers and one with 100.
        RankedGroup[] groups =
        [
            Group("few", 4, 7), Group("many", 100, 7), Group("a", 50, 5), Group("b", 50, 4.5), Group("c", 50, 5.5), Group("d", 50, 4), Group("e", 50, 6),
        ];

        var ranked = Shrinkage.Of(groups).Value();

        Assert.True(ranked[0].Shrunken.Value < ranked[1].Shrunken.Value && ranked[1].Shrunken.Value < 7);
        Assert.True(ranked[0].Weight < ranked[1].Weight);
        Assert.True(ranked[1].Rank < ranked[0].Rank);
        Assert.Equal(groups.Length * (groups.Length + 1) / 2.0, ranked.Sum(static one => one.Rank), 9);
    }

    [Fact]
    public void Of_agents_with_five_answers_the_intervals_hold_the_true_mean_and_the_best_is_not_overrated()
    {
        const int Runs = 300, Agents = 40;
        var (covered, overrated, raw) = (0, 0.0, 0.0);
        var stream = RandomSource.Open(11, "agents");
        for (var run = 0; run < Runs; run++)
        {
            double[] truth = [.. Enumerable.Range(0, Agents).Select(_ => 4 + (0.3 * Normal(stream)))];
            RankedGroup[] groups = [.. truth.Select((mean, agent) => new RankedGroup(
                $"{agent}", Moments.Of([.. Enumerable.Range(0, 5).Select(_ => mean + Normal(stream))])))];

            var ranked = Shrinkage.Of(groups).Value();

            covered += ranked.Where((one, agent) => one.Shrunken.Interval.Contains(truth[agent])).Count();
            var best = Enumerable.Range(0, Agents).MaxBy(agent => ranked[agent].Raw);
            overrated += ranked[best].Shrunken.Value - truth[best];
            raw += ranked[best].Raw - truth[best];
        }

        // 12,000 intervals of 95 %; the raw mean of the best of forty flatters by more than half a standard deviation of an answer.
        Assert.InRange(covered / (double)(Runs * Agents), 0.93, 0.98);
        Assert.InRange(overrated / Runs, -0.1, 0.1);
        Assert.True(raw / Runs > 0.5);
    }

    [Fact]
    public void Too_few_groups_are_refused() =>
        Assert.Equal("ST048", Shrinkage.Of([Group("a", 5, 1), Group("b", 5, 2), Group("c", 5, 3)]).Refusal().Code);

    private static RankedGroup Group(string name, double count, double mean) => new(name, new Moments(count, mean, 4 * (count - 1)));

    private static double Normal(RandomSource stream) => NormalDistribution.Quantile((stream.NextUnit() * (1 - 1e-15)) + 1e-16);
}
