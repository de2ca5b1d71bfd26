using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>
/// Oracle: shared/oracles/statistics/gbstats_bandit.json: 10,000 draws, so that its chances are good to 0.01. Its intervals are set about
/// the plain means, ours about the middle of the belief: with its prior of deviation 100 that is the same to 1e-7. It proposes no weights
/// here (an arm has fewer than 100 units) and neither do we ever.
/// </summary>
public sealed class GbstatsBestArmTests
{
    [Fact]
    public void Beliefs_and_chances_to_be_best_are_the_oracles()
    {
        var numbers = 0;
        foreach (var one in Oracle.Cases("gbstats_bandit.json"))
        {
            var arms = one.GetProperty("stats").EnumerateArray().Select(GbstatsSums.Moments).ToArray();
            numbers += one.GetProperty("stats").EnumerateArray().Sum(GbstatsSums.CompareDerived);

            var found = BestArm.Of(arms, new NormalPrior(0, 100)).Value();

            Assert.Equal(JsonValueKind.Null, one.GetProperty("weights").ValueKind);
            for (var arm = 0; arm < arms.Length; arm++)
            {
                Oracle.AssertNear(one.GetProperty("posterior_mean")[arm].Number(), found[arm].Mean, 1e-12);
                Oracle.AssertNear(one.GetProperty("best_arm_probabilities")[arm].Number(), found[arm].ChanceBest, 0.01);
                Oracle.AssertNear(one.GetProperty("ci")[arm][0].Number(), found[arm].Interval.Low, 1e-7);
                Oracle.AssertNear(one.GetProperty("ci")[arm][1].Number(), found[arm].Interval.High, 1e-7);
                numbers += 4;
            }
        }

        Assert.Equal(24 + 18, numbers);
    }

    [Fact]
    public void The_chances_of_all_arms_add_up_to_one()
    {
        var found = BestArm.Of([new(40, 2, 30), new(50, 2.1, 80), new(60, 1.4, 20), new(20, 2, 9)], NormalPrior.Flat).Value();

        Assert.Equal(1, found.Sum(static arm => arm.ChanceBest), 10);
    }

    [Fact]
    public void Of_two_arms_it_is_the_chance_of_the_difference()
    {
        // Means 0 and 1, errors 0.3 and 0.4: Φ(1 / 0.5).
        var found = BestArm.Of([new(10, 0, 0.09 * 90), new(10, 1, 0.16 * 90)], NormalPrior.Flat).Value();

        Assert.Equal(NormalDistribution.Cumulative(2), found[1].ChanceBest, 10);
    }

    [Fact]
    public void An_arm_that_does_not_vary_is_refused() =>
        Assert.Equal("EX031", BestArm.Of([new(10, 0, 0), new(10, 1, 3)], NormalPrior.Flat).Refusal().Code);
}
