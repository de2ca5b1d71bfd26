using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class SampleRatioTests
{
    private static readonly double[] Halves = [0.5, 0.5];

    [Fact]
    public void Every_evidence_over_time_is_the_same()
    {
        // Oracle: srm_sequential.json, the Dirichlet–multinomial mixture.
        var compared = 0;
        foreach (var one in Oracle.Cases("srm_sequential.json"))
        {
            var check = SampleRatio.OfLooks([Counts(one, "counts")], one.GetProperty("weights").Numbers(), one.GetProperty("concentration").Number());
            Oracle.AssertNear(one.GetProperty("log_bayes_factor").Number(), check.LogEvidence, 1e-8);
            Oracle.AssertNear(one.GetProperty("seq_p").Number(), check.SequentialP, 1e-9);
            Oracle.AssertNear(one.GetProperty("chi2").Number(), check.ChiSquare!.Value, 1e-9);
            Oracle.AssertNearRelatively(one.GetProperty("chi2_p").Number(), check.PValue!.Value, 1e-9);
            compared += 4;
        }

        Assert.Equal(21 * 4, compared);
    }

    [Fact]
    public void Every_p_of_one_look_is_the_references_except_where_it_counts_arms_without_a_share()
    {
        // Oracle: gbstats_srm.json. gbstats counts arms without a share as degrees of freedom and reports p = 0.975 for ten units in
        // one; without units it reports p = 1. Here the first has one degree less, the second is an alarm, the third has no p.
        var compared = 0;
        foreach (var one in Oracle.Cases("gbstats_srm.json"))
        {
            var (users, weights, expected) = (Counts(one, "users"), one.GetProperty("weights").Numbers(), one.GetProperty("p").Number());
            var check = SampleRatio.Of(users, weights);
            var isUnplanned = users.Zip(weights).Any(static pair => pair.Second == 0 && pair.First > 0);
            Assert.Equal(isUnplanned, check.Alarm?.Code == "EX061");
            if (users.Sum() == 0)
            {
                Assert.Null(check.PValue);
            }
            else if (isUnplanned)
            {
                Assert.Equal((1.0, 1), (check.PValue, check.Degrees));
            }
            else
            {
                Oracle.AssertNearRelatively(expected, check.PValue!.Value, 1e-10);
            }

            compared++;
        }

        Assert.Equal(13, compared);
    }

    // 50 and 10: (20² ÷ 30) twice is 26.7 on one degree, p = 2.4 in ten million.
    [Fact]
    public void Units_counted_once_are_judged_by_chi_square()
    {
        var (once, daily) = (SampleRatio.Once([50, 10], Halves), SampleRatio.Of([50, 10], Halves));

        Assert.Equal(("EX060", null), (once.Alarm?.Code, daily.Alarm?.Code));
        Assert.Equal(2.4e-7, once.PValue!.Value, 1e-8);
        Assert.Null(SampleRatio.Once([35, 25], Halves).Alarm);
        Assert.Equal("EX061", SampleRatio.Once([50, 50, 1], [0.5, 0.5, 0]).Alarm?.Code);
        Assert.True(SampleRatio.Once([5_000, 5_000], Halves).SmallestVisibleLoss < SampleRatio.Of([5_000, 5_000], Halves).SmallestVisibleLoss);

        // Of 10,000 a loss of x leaves (1 − x) ÷ (2 − x): 4.13 = (x ÷ (2 (2 − x))) √(10,000 (1 − x ÷ 2)) ÷ 0.5 at x = 0.08095, where √10.83 + 0.842 = 4.13.
        Assert.Equal(0.08095, SampleRatio.Once([5_000, 5_000], Halves).SmallestVisibleLoss!.Value, 0.00002);
        Assert.Null(SampleRatio.Once([0, 0], Halves).SmallestVisibleLoss);
    }

    [Fact]
    public void An_alarm_of_an_earlier_look_stays()
    {
        var check = SampleRatio.OfLooks([[1_000, 700], [10_000, 9_900]], Halves);

        Assert.Equal("EX060", check.Alarm?.Code);
        Assert.True(check.PValue > 0.1);
    }

    [Fact]
    public void What_could_have_been_missed_is_told()
    {
        // By hand: z² = (ln 101 + 2 ln 1,000) × 1.01 = 18.61, so 4.315 + 0.842 = 5.156 standard errors. With 100,000 units one is
        // near 0.00159, so the share moves by 0.0082; a loss l moves it by l ÷ 2(2 − l): 3.2 %.
        Assert.Equal(0.0323, SampleRatio.SmallestVisibleLoss(100_000, Halves)!.Value, 0.0003);
        Assert.Null(SampleRatio.SmallestVisibleLoss(8, Halves));
        Assert.Null(SampleRatio.SmallestVisibleLoss(0, Halves));
    }

    [Fact]
    public void The_smallest_visible_loss_is_found_four_times_in_five()
    {
        var loss = SampleRatio.SmallestVisibleLoss(100_000, Halves)!.Value;
        var bits = new RandomBits(5);
        var found = 0;
        for (var run = 0; run < 4_000; run++)
        {
            var moved = 158.114 * NormalDistribution.Quantile(((bits.Next() >> 11) + 0.5) / (1UL << 53));
            found += SampleRatio.LogEvidence([50_000 + (long)moved, (long)((50_000 - moved) * (1 - loss))], Halves, SampleRatio.UsualConcentration) > Math.Log(1_000) ? 1 : 0;
        }

        // Standard deviation 0.6 %; five of them.
        Assert.InRange(found / 4_000.0, 0.77, 0.83);
    }

    private static long[] Counts(JsonElement one, string field) => [.. one.GetProperty(field).EnumerateArray().Select(static count => count.GetInt64())];
}
