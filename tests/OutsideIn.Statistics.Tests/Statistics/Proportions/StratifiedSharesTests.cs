using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>DatasetOracleTests holds Berkeley's admissions against statsmodels.</summary>
public sealed class StratifiedSharesTests
{
    [Fact]
    public void One_stratum_alone_gives_the_plain_odds_ratio_and_its_error()
    {
        var (control, treatment) = (new CountedShare(13, 227), new CountedShare(33, 224));
        var (plain, within) = (ShareEffect.Odds(control, treatment), StratifiedShares.OddsRatio([new(control, treatment)]));

        Assert.Equal(plain.Value!.Value, within.Value!.Value, 1e-12);
        Assert.Equal(plain.StandardError!.Value, within.StandardError!.Value, 1e-12);
        Assert.Equal("ST012", StratifiedShares.Homogeneity([new(control, treatment)]).Refusal().Code);
    }

    // Within both strata the treatment does worse, 70 of 100 against 8 of 10 and 1 of 10 against 20 of 100; in the sum better, 71 against
    // 28 of 110, as it is mostly where all do well.
    [Fact]
    public void A_sum_that_says_the_opposite_of_its_strata_is_told()
    {
        ShareStratum[] strata = [new(new(8, 10), new(70, 100)), new(new(20, 100), new(1, 10))];

        var effect = StratifiedShares.OddsRatio(strata);

        Assert.True(effect.Value < 1);
        Assert.False(effect.Checks[1].Holds);
        Assert.True(effect.Checks[0].Holds);
    }

    // Two strata with odds ratios (4/1)/(1/4) = 16 and (1/4)/(4/1) = 1/16, mirror images: in common 1, what is expected 2.5 of 5 each,
    // variance 1/(4/2.5) = 0.625, (1.5² + 1.5²)/0.625 = 7.2.
    [Fact]
    public void Strata_that_contradict_each_other_are_told_apart()
    {
        ShareStratum[] strata = [new(new(1, 5), new(4, 5)), new(new(4, 5), new(1, 5))];

        var test = StratifiedShares.Homogeneity(strata).Value();

        Assert.Equal(1, StratifiedShares.OddsRatio(strata).Value!.Value, 1e-12);
        Assert.Equal(0, StratifiedShares.Test(strata).Value().Statistic, 1e-12);
        Assert.Equal((7.2, 1), (Math.Round(test.Statistic, 9), test.Degrees));
        Assert.False(StratifiedShares.OddsRatio(strata).Checks[0].Holds);
    }

    [Fact]
    public void Strata_that_say_nothing_count_for_nothing()
    {
        ShareStratum telling = new(new(3, 9), new(5, 8)), empty = new(new(0, 0), new(4, 7)), alike = new(new(6, 6), new(2, 2));

        Assert.Equal(StratifiedShares.OddsRatio([telling]).Value, StratifiedShares.OddsRatio([empty, telling, alike]).Value);
        Assert.Equal("ST012", StratifiedShares.OddsRatio([empty, alike]).Refusal!.Code);
        Assert.Equal("ST012", StratifiedShares.Test([empty]).Refusal().Code);
        Assert.Equal("ST011", StratifiedShares.OddsRatio([new(new(0, 5), new(3, 5))]).Refusal!.Code);
    }
}
