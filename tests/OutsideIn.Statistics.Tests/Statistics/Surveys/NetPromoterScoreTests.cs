using System.Text.Json;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;
using static OutsideIn.Tests.Statistics.SurveyOracle;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/survey.json, its own closed forms, tolerance 1e-9.</summary>
public sealed class NetPromoterScoreTests
{
    private static readonly double Z = NormalDistribution.TwoSided(0.95);

    [Fact]
    public void Scores_and_all_their_intervals_are_the_oracles()
    {
        var compared = 0;
        foreach (var one in Of("nps"))
        {
            var counts = Counts([one.GetProperty("promoters").GetInt64(), one.GetProperty("passives").GetInt64(), one.GetProperty("detractors").GetInt64()]);
            Assert.Equal(one.GetProperty("n").GetInt64(), counts.Count);
            compared += Compare(one.GetProperty("nps"), counts.Score) + Compare(one.GetProperty("se"), counts.StandardError);
            if (counts.Count > 1)
            {
                compared += Compare(one.GetProperty("se_n_minus_1"), counts.StandardError * Math.Sqrt(counts.Count / (counts.Count - 1.0)));
            }

            compared += CompareKind(one.GetProperty("ci95_agresti_caffo_like_1_1_1"), counts, NetPromoterInterval.PlusOne);
            compared += CompareKind(one.GetProperty("ci95_rocks_AW_3_4"), counts, NetPromoterInterval.AdjustedWald);
            compared += CompareKind(one.GetProperty("ci95_score_goodman"), counts, NetPromoterInterval.Score);
            compared += CompareWald(one, counts);
        }

        // 10 scores: score, error, three intervals each; 9 errors with n − 1; 8 plain intervals with their half width; one finite population.
        Assert.Equal((10 * 8) + 9 + (8 * 3) + 3, compared);
    }

    [Fact]
    public void Differences_are_the_oracles()
    {
        var compared = 0;
        foreach (var one in Of("nps_difference"))
        {
            var (control, treatment) = (Counts([.. one.GetProperty("a").Numbers().Select(static x => (long)x)]), Counts([.. one.GetProperty("b").Numbers().Select(static x => (long)x)]));

            var effect = NetPromoterScore.DifferenceWald(control, treatment);

            compared += Compare(one.GetProperty("diff"), effect.Value!.Value) + Compare(one.GetProperty("se"), effect.StandardError!.Value)
                + Compare(one.GetProperty("z"), effect.Value.Value / effect.StandardError.Value) + Compare(one.GetProperty("p"), effect.PValue!.Value)
                + Compare(one.GetProperty("ci95"), effect.Interval!.Value.Low, effect.Interval.Value.High);
            var adjusted = NetPromoterScore.Difference(control, treatment);
            Assert.Equal(effect.Value, adjusted.Value);
            Assert.Equal(adjusted.PValue < 0.05, !adjusted.Interval!.Value.Contains(0));
        }

        Assert.Equal(3 * 6, compared);
    }

    [Fact]
    public void Sample_sizes_are_the_oracles()
    {
        var compared = Of("nps_sample_size").Sum(static one => Compare(one.GetProperty("n"), NetPromoterScore.AnswersFor(
            one.GetProperty("p_promoter").Number(), one.GetProperty("p_detractor").Number(), one.GetProperty("moe_points").Number())));

        Assert.Equal(9, compared);
    }

    [Fact]
    public void Satisfied_shares_carry_Wilsons_and_the_exact_interval()
    {
        var compared = 0;
        foreach (var one in Of("csat_top2box"))
        {
            var (k, n) = (one.GetProperty("k").GetInt64(), one.GetProperty("n").GetInt64());
            var (wilson, exact) = (ProportionInterval.Wilson(k, n).Value(), ProportionInterval.ClopperPearson(k, n).Value());
            compared += Compare(one.GetProperty("pct"), 100 * wilson.Value)
                + Compare(one.GetProperty("wilson"), 100 * wilson.Interval.Low, 100 * wilson.Interval.High)
                + Compare(one.GetProperty("clopper"), 100 * exact.Interval.Low, 100 * exact.Interval.High);
        }

        Assert.Equal(4 * 5, compared);
    }

    [Fact]
    public void No_answers_have_no_score()
    {
        Assert.Equal("ST042", NetPromoterScore.Of(default).Refusal().Code);
        Assert.Equal("ST042", NetPromoterScore.Difference(default, new PromoterCounts(1, 1, 1)).Refusal!.Code);
        Assert.Equal("ST043", NetPromoterScore.DifferenceWald(new PromoterCounts(5, 0, 0), new PromoterCounts(0, 7, 0)).Refusal!.Code);
        Assert.NotNull(NetPromoterScore.Difference(new PromoterCounts(5, 0, 0), new PromoterCounts(0, 7, 0)).Value);
        Assert.Throws<ArgumentOutOfRangeException>(static () => NetPromoterScore.Of(new PromoterCounts(-1, 2, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => NetPromoterScore.OfPopulation(new PromoterCounts(5, 5, 5), 14));
    }

    private static int CompareKind(JsonElement expected, PromoterCounts counts, NetPromoterInterval kind)
    {
        var interval = NetPromoterScore.Of(counts, kind).Value().Interval;
        if (counts.Count == 1 && kind == NetPromoterInterval.AdjustedWald)
        {
            // The oracle's ends at 98.5 and leaves the one answer's own score of 100 out; an interval here always holds its value.
            Assert.Equal(100, interval.High);
            Oracle.AssertNear(98.49864942025202, expected[1].Number(), 1e-9);
            Oracle.AssertNear(expected[0].Number(), interval.Low, 1e-9);
            return 2;
        }

        return Compare(expected, interval.Low, interval.High);
    }

    private static int CompareWald(JsonElement one, PromoterCounts counts)
    {
        var expected = one.GetProperty("ci95_wald");
        if (one.GetProperty("se").Number() == 0)
        {
            // The oracle's [100, 100] is what many tools print; an interval of no width is refused here.
            Assert.Equal("ST043", NetPromoterScore.Of(counts, NetPromoterInterval.Wald).Refusal().Code);
            return 0;
        }

        var interval = NetPromoterScore.Of(counts, NetPromoterInterval.Wald).Value().Interval;
        var compared = Compare(expected, interval.Low, interval.High) + Compare(one.GetProperty("moe"), Z * counts.StandardError);
        if (one.TryGetProperty("population", out var population))
        {
            var finite = NetPromoterScore.OfPopulation(counts, population.GetInt64()).Value().Interval;
            compared += Compare(one.GetProperty("ci95_fpc"), finite.Low, finite.High) + Compare(one.GetProperty("se_fpc"), (finite.High - finite.Low) / 2 / Z);
        }

        return compared;
    }

    private static PromoterCounts Counts(long[] counts) => new(counts[0], counts[1], counts[2]);
}
