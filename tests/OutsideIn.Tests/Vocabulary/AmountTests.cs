using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Vocabulary;

public sealed class AmountTests
{
    [Theory]
    [InlineData("0.4", 0.4, AmountUnit.None)]
    [InlineData("-3", -3, AmountUnit.None)]
    [InlineData(" 5% ", 0.05, AmountUnit.Percent)]
    [InlineData("7 %", 0.07, AmountUnit.Percent)]
    [InlineData("90s", 90, AmountUnit.Seconds)]
    [InlineData("30m", 1_800, AmountUnit.Seconds)]
    [InlineData("30 min", 1_800, AmountUnit.Seconds)]
    [InlineData("1.5H", 5_400, AmountUnit.Seconds)]
    [InlineData("2d", 172_800, AmountUnit.Seconds)]
    [InlineData("1w", 604_800, AmountUnit.Seconds)]
    [InlineData("2bd", 2, AmountUnit.BusinessDays)]
    public void A_number_a_percentage_or_a_duration_is_an_amount(string text, double value, AmountUnit unit)
    {
        Assert.True(Amount.Parse(text).TryGet(out var amount, out _));

        Assert.Equal(new Amount(value, unit), amount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("five")]
    [InlineData("5 points")]
    [InlineData("1,5")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("3 months")]
    public void Anything_else_is_refused_with_what_to_write(string text)
    {
        Assert.False(Amount.Parse(text).TryGet(out _, out var problem));

        Assert.Equal("VO002", problem.Code);
        Assert.Contains("4h", problem.Hint, StringComparison.Ordinal);
    }
}
