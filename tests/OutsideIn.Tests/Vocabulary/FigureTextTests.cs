using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Vocabulary;

public sealed class FigureTextTests
{
    private const long Second = 1_000_000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(1, "1 µs")]
    [InlineData(999, "999 µs")]
    [InlineData(1_000, "1 ms")]
    [InlineData(1_449, "1.4 ms")]
    [InlineData(1_450, "1.5 ms")]
    [InlineData(9_950, "10 ms")]
    [InlineData(850_000, "850 ms")]
    [InlineData(999_499, "999 ms")]
    [InlineData(999_500, "1 s")]
    [InlineData(4_200_000, "4.2 s")]
    [InlineData(4_250_000, "4.3 s")]
    [InlineData(9_949_999, "9.9 s")]
    [InlineData(9_950_000, "10 s")]
    [InlineData(59_499_999, "59 s")]
    [InlineData(59_500_000, "1 min")]
    [InlineData(90 * Second, "1 min 30 s")]
    [InlineData(9 * Minute + 59 * Second, "9 min 59 s")]
    [InlineData(9 * Minute + 59 * Second + 500_000, "10 min")]
    [InlineData(12 * Minute + 29 * Second, "12 min")]
    [InlineData(12 * Minute + 30 * Second, "13 min")]
    [InlineData(59 * Minute + 30 * Second, "1 h")]
    [InlineData(Hour + 5 * Minute, "1 h 5 min")]
    [InlineData(23 * Hour + 29 * Minute, "23 h")]
    [InlineData(23 * Hour + 30 * Minute, "1 d")]
    [InlineData(3 * Day + 4 * Hour, "3 d 4 h")]
    [InlineData(3 * Day + 23 * Hour + 30 * Minute, "4 d")]
    [InlineData(9 * Day + 23 * Hour + 30 * Minute, "10 d")]
    [InlineData(12 * Day + 11 * Hour, "12 d")]
    [InlineData(1_234 * Day, "1,234 d")]
    [InlineData(-3 * Day - 4 * Hour, "−3 d 4 h")]
    [InlineData(-1, "−1 µs")]
    [InlineData(long.MaxValue, "106,751,991 d")]
    [InlineData(long.MinValue, "−106,751,991 d")]
    public void A_duration_is_shown_in_its_two_largest_units(long micros, string text) =>
        Assert.Equal(text, DurationText.OfMicros(micros));

    [Theory]
    [InlineData(0.85, "850 ms")]
    [InlineData(93_600.0, "1 d 2 h")]
    [InlineData(-0.5, "−500 ms")]
    [InlineData(null, "–")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.PositiveInfinity, "–")]
    public void Seconds_are_shown_by_the_same_rule(double? seconds, string text) => Assert.Equal(text, DurationText.OfSeconds(seconds));

    [Fact]
    public void A_duration_as_shown_is_never_more_than_five_percent_off() =>
        Prop.ForAll(
            Gen.Choose(0, 62).SelectMany(static bits => Gen.Choose(0, int.MaxValue).Select(low => (long)((1UL << bits) + ((ulong)low % (1UL << bits))))).ToArbitrary(),
            static micros => Math.Abs(Parsed(DurationText.OfMicros(micros)) - (double)micros) <= 0.051 * micros)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_000, "1,000")]
    [InlineData(12_345_678, "12,345,678")]
    [InlineData(-1_000, "−1,000")]
    [InlineData(long.MinValue, "−9,223,372,036,854,775,808")]
    public void A_count_has_a_comma_between_thousands(long count, string text) => Assert.Equal(text, CountText.Of(count));

    [Theory]
    [InlineData(0, "0 cases")]
    [InlineData(1, "1 case")]
    [InlineData(2, "2 cases")]
    [InlineData(1_001, "1,001 cases")]
    public void A_count_agrees_with_its_noun(long count, string text) => Assert.Equal(text, CountText.Of(count, "case", "cases"));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(1e-9, "< 0.1 %")]
    [InlineData(0.000999, "< 0.1 %")]
    [InlineData(0.001, "0.1 %")]
    [InlineData(0.042, "4.2 %")]
    [InlineData(0.05, "5.0 %")]
    [InlineData(0.0994, "9.9 %")]
    [InlineData(0.0996, "10 %")]
    [InlineData(0.145, "15 %")]
    [InlineData(0.64, "64 %")]
    [InlineData(0.895, "90 %")]
    [InlineData(0.9, "90 %")]
    [InlineData(0.906, "90.6 %")]
    [InlineData(0.999, "99.9 %")]
    [InlineData(0.99951, "> 99.9 %")]
    [InlineData(1, "100 %")]
    public void A_share_is_none_or_all_only_when_it_is(double fraction, string text) => Assert.Equal(text, ShareText.Of(fraction));

    [Theory]
    [InlineData(1, 3, "33 %")]
    [InlineData(1, 1_000_000, "< 0.1 %")]
    [InlineData(999_999, 1_000_000, "> 99.9 %")]
    [InlineData(7, 7, "100 %")]
    [InlineData(0, 7, "0 %")]
    [InlineData(0, 0, "–")]
    public void A_part_of_a_whole_is_shown_by_the_same_rule(long part, long whole, string text) => Assert.Equal(text, ShareText.Of(part, whole));

    [Fact]
    public void A_share_type_and_no_share_are_shown_too()
    {
        Assert.Equal("25 %", ShareText.Of(Share.Of(1, 4)!.Value));
        Assert.Equal("–", ShareText.Of((double?)null));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void What_is_no_share_is_refused(double fraction) => Assert.Throws<ArgumentOutOfRangeException>(() => ShareText.Of(fraction));

    private static double Parsed(string text)
    {
        var parts = text.Replace(",", "", StringComparison.Ordinal).Split(' ');
        return Enumerable.Range(0, parts.Length / 2).Sum(index =>
            double.Parse(parts[2 * index], System.Globalization.CultureInfo.InvariantCulture) * parts[(2 * index) + 1] switch
            {
                "d" => Day,
                "h" => Hour,
                "min" => Minute,
                "s" => Second,
                "ms" => 1_000,
                _ => 1,
            });
    }
}
