using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Measures.Objectives;

public sealed class MeasureTextTests
{
    private const double Hour = 3_600e6;

    [Theory]
    [InlineData(76.8 * Hour, DurationClock.Elapsed, "3.2 d")]
    [InlineData(23 * Hour, DurationClock.Elapsed, "23 h")]
    [InlineData(90e6, DurationClock.Elapsed, "1.5 min")]
    [InlineData(0, DurationClock.Elapsed, "0 s")]
    [InlineData(2_400 * Hour, DurationClock.Elapsed, "100 d")]
    [InlineData(76.8 * Hour, DurationClock.Working, "76.8 working h")]
    [InlineData(60 * Hour, DurationClock.BusinessDays, "2.5 business days")]
    public void A_duration_is_written_in_the_unit_of_its_clock(double micros, DurationClock clock, string expected) =>
        Assert.Equal(expected, MeasureText.Of(micros, MeasureKind.Duration, clock));

    [Theory]
    [InlineData(3, MeasureKind.Count, "3")]
    [InlineData(1.255, MeasureKind.Number, "1.26")]
    [InlineData(12.55, MeasureKind.Number, "12.6")]
    [InlineData(0.125, MeasureKind.Number, "0.125")]
    [InlineData(-1234.5, MeasureKind.Number, "−1,235")]
    [InlineData(1, MeasureKind.YesNo, "yes")]
    [InlineData(0, MeasureKind.YesNo, "no")]
    [InlineData(double.NaN, MeasureKind.Number, "–")]
    public void Other_values_are_plain(double value, MeasureKind kind, string expected) =>
        Assert.Equal(expected, MeasureText.Of(value, kind, DurationClock.Elapsed));

    [Theory]
    [InlineData(0.8321, 0.81, 0.852, "83.2 % (81.0 to 85.2)")]
    [InlineData(1, 0.9996, 1, "100 % (> 99.9 to 100)")]
    [InlineData(0, 0, 0.0002, "0 % (0 to < 0.1)")]
    public void A_share_is_never_all_of_not_all(double value, double low, double high, string expected) =>
        Assert.Equal(expected, MeasureText.Of(Figure(FigureKind.Share, value, new Interval(low, high)), MeasureKind.YesNo, DurationClock.Elapsed));

    [Fact]
    public void A_duration_and_its_interval_have_one_unit()
    {
        Assert.Equal("3.2 d (0.5 to 4.0)", Text(76.8 * Hour, new Interval(12 * Hour, 96 * Hour)));
        Assert.Equal("3.2 d (at least 2.0)", Text(76.8 * Hour, new Interval(48 * Hour, double.PositiveInfinity)));
        Assert.Equal("not reached (at least 2 d)", Text(null, new Interval(48 * Hour, double.PositiveInfinity)));
        Assert.Equal("not known", Text(null, null));
        Assert.Equal("3.2 d", Text(76.8 * Hour, null));
    }

    private static string Text(double? value, Interval? interval) =>
        MeasureText.Of(Figure(FigureKind.Percentile, value, interval), MeasureKind.Duration, DurationClock.Elapsed);

    private static MeasureFigure Figure(FigureKind kind, double? value, Interval? interval) =>
        new(kind, value, interval, 0.95, "", 10, 0, 0, 0, value is null ? "why" : null);
}
