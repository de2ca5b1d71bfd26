using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;

namespace OutsideIn.Tests.Events;

public sealed class NumberParsingTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.5", -0.5)]
    [InlineData("12.50", 12.5)]
    [InlineData("1.5e3", 1500)]
    [InlineData("2E-2", 0.02)]
    [InlineData("999999999999999", 999999999999999)]
    public void Plain_decimal_numbers_are_read(string text, double number)
    {
        Assert.True(NumberParsing.TryRead(Encoding.UTF8.GetBytes(text), (byte)'.', out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("007")]
    [InlineData("+5")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("1 000")]
    [InlineData("1e")]
    [InlineData("1e5x")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x1F")]
    [InlineData("1e999")]
    [InlineData("1234567890123456")]
    public void What_would_not_come_out_as_it_went_in_is_no_number(string text) =>
        Assert.False(NumberParsing.TryRead(Encoding.UTF8.GetBytes(text), (byte)'.', out _));

    [Fact]
    public void A_decimal_comma_is_read_where_it_is_the_sign()
    {
        Assert.True(NumberParsing.TryRead("-12,75"u8, (byte)',', out var number));
        Assert.Equal(-12.75, number);
        Assert.False(NumberParsing.TryRead("12.75"u8, (byte)',', out _));
    }

    [Fact]
    public void Numbers_of_up_to_fifteen_digits_are_read_as_the_framework_reads_them() =>
        Prop.ForAll(
            (from whole in Gen.Choose(0, 99_999_999) from fraction in Gen.Choose(0, 9_999_999) select (whole, fraction)).ToArbitrary(), parts =>
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"{parts.whole}.{parts.fraction:0000000}");
                return NumberParsing.TryRead(Encoding.UTF8.GetBytes(text), (byte)'.', out var number)
                    && number == double.Parse(text, CultureInfo.InvariantCulture);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
