using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class NoveltyCheckTests
{
    [Fact]
    public void Equal_errors_give_the_slope_of_the_plain_line()
    {
        // By hand: days 0..3, effects 4, 3, 2, 1: slope -1; spread 5 / 0.25² = 80, error 1/√80.
        var check = NoveltyCheck.Of([new(0, 4, 0.25), new(1, 3, 0.25), new(2, 2, 0.25), new(3, 1, 0.25)]).Value();

        Assert.Equal(-1, check.SlopePerDay, 1e-12);
        Assert.Equal(-1 - (1.959963984540054 / Math.Sqrt(80)), check.Interval.Low, 1e-10);
        Assert.Equal(1, check.Scatter!.Value, 1e-12);
        Assert.Contains("wears off", check.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_with_a_small_error_weighs_more()
    {
        // By hand: weights 1, 1, 4 at days 0, 1, 2 and effects 0, 0, 1: mean day 1.5, mean effect 2/3, spread 3.5, together 2.
        var check = NoveltyCheck.Of([new(0, 0, 1), new(1, 0, 1), new(2, 1, 0.5)]).Value();

        Assert.Equal(2 / 3.5, check.SlopePerDay, 1e-12);
        Assert.Contains("not shown", check.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_effect_that_has_to_be_learnt_is_told_as_growing()
    {
        Assert.Contains("grows", NoveltyCheck.Of([new(0, 1, 0.1), new(7, 2, 0.1), new(14, 3, 0.1)]).Value().Sentence, StringComparison.Ordinal);
        Assert.Contains("grows", NoveltyCheck.Of([new(0, -1, 0.1), new(7, -2, 0.1), new(14, -3, 0.1)]).Value().Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(2.0, 0.0)]
    public void Too_few_days_or_a_day_without_an_error_are_refused(double lastDay, double lastError)
    {
        Assert.Equal("EX067", NoveltyCheck.Of([new(0, 1, 1), new(1, 1, 1), new(lastDay, 1, lastError)]).Refusal().Code);
    }
}
