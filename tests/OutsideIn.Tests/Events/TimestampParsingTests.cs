using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;

namespace OutsideIn.Tests.Events;

public sealed class TimestampParsingTests
{
    [Theory]
    [InlineData("2011-10-11T13:45:40.276+02:00", "2011-10-11T11:45:40.276000Z", true)]
    [InlineData("2011-10-11 13:45:40.276000+02:00", "2011-10-11T11:45:40.276000Z", true)]
    [InlineData("2011-10-11t13:45:40z", "2011-10-11T13:45:40.000000Z", true)]
    [InlineData("2011-10-11 13:45:40 -0530", "2011-10-11T19:15:40.000000Z", true)]
    [InlineData("2011-10-11T13:45:40+01", "2011-10-11T12:45:40.000000Z", true)]
    [InlineData("2011-10-11T13:45:40,123456789", "2011-10-11T13:45:40.123456Z", false)]
    [InlineData("2011-10-11T13:45:40.9999999999", "2011-10-11T13:45:40.999999Z", false)]
    [InlineData("2011-10-11T13:45", "2011-10-11T13:45:00.000000Z", false)]
    [InlineData("2011-10-11T13:45Z", "2011-10-11T13:45:00.000000Z", true)]
    [InlineData("2011-10-11", "2011-10-11T00:00:00.000000Z", false)]
    [InlineData("2011-12-31T24:00:00", "2012-01-01T00:00:00.000000Z", false)]
    [InlineData("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z", true)]
    [InlineData("0001-01-01T00:00:00", "0001-01-01T00:00:00.000000Z", false)]
    [InlineData("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999Z", true)]
    [InlineData("2012-02-29T00:00:00Z", "2012-02-29T00:00:00.000000Z", true)]
    [InlineData("2000-02-29", "2000-02-29T00:00:00.000000Z", false)]
    public void Timestamps_of_ISO_8601_are_read_as_microseconds_of_UTC(string text, string instant, bool zoned)
    {
        Assert.True(TimestampParsing.TryReadIso(Encoding.UTF8.GetBytes(text), out var micros, out var hasZone));

        Assert.Equal(MicrosOf(instant), micros);
        Assert.Equal(zoned, hasZone);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2011")]
    [InlineData("20111011T134540")]
    [InlineData("2011-13-01")]
    [InlineData("2011-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2011-04-31")]
    [InlineData("0000-01-01")]
    [InlineData("2011-10-11T")]
    [InlineData("2011-10-11T13")]
    [InlineData("2011-10-11T13:60")]
    [InlineData("2011-10-11T25:00")]
    [InlineData("2011-10-11T24:00:01")]
    [InlineData("2011-10-11T13:45:60")]
    [InlineData("2011-10-11T13:45:4")]
    [InlineData("2011-10-11T13:45:40.")]
    [InlineData("2011-10-11T13:45:40+")]
    [InlineData("2011-10-11T13:45:40+1:00")]
    [InlineData("2011-10-11T13:45:40+01:60")]
    [InlineData("2011-10-11T13:45:40+19:00")]
    [InlineData("2011-10-11T13:45:40 CET")]
    [InlineData("2011-10-11x13:45:40")]
    [InlineData("2011/10/11 13:45:40")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("not a date")]
    public void Anything_else_is_no_timestamp(string text) =>
        Assert.False(TimestampParsing.TryReadIso(Encoding.UTF8.GetBytes(text), out _, out _));

    [Fact]
    public void Every_instant_of_UTC_is_read_back_at_any_offset() =>
        Prop.ForAll(Instants().ToArbitrary(), instant =>
        {
            var text = instant.ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
            return TimestampParsing.TryReadIso(Encoding.UTF8.GetBytes(text), out var micros, out var hasZone)
                && hasZone
                && micros == (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void No_bytes_make_it_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            TimestampParsing.TryReadIso(bytes, out _, out _);
            var dated = Encoding.UTF8.GetBytes("2020-02-02T").Concat(bytes).ToArray();
            TimestampParsing.TryReadIso(dated, out _, out _);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_bounds_are_those_of_the_years_0001_and_9999()
    {
        Assert.Equal(TimestampParsing.EarliestMicros, (DateTime.MinValue.Ticks - DateTime.UnixEpoch.Ticks) / 10);
        Assert.Equal(TimestampParsing.LatestMicros, (DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks) / 10);
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        var text = "2011-10-11T13:45:40.276+02:00"u8;
        TimestampParsing.TryReadIso(text, out _, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
        {
            TimestampParsing.TryReadIso(text, out _, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static long MicrosOf(string instant) =>
        (DateTimeOffset.ParseExact(instant, "yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcTicks
            - DateTimeOffset.UnixEpoch.Ticks) / 10;

    private static Gen<DateTimeOffset> Instants() =>
        from days in Gen.Choose(1, 3_652_057)
        from seconds in Gen.Choose(0, 86_399)
        from micros in Gen.Choose(0, 999_999)
        from offset in Gen.Choose(-14 * 60, 14 * 60)
        let local = new DateTime(0).AddDays(days).AddSeconds(seconds).AddTicks(micros * 10L)
        select new DateTimeOffset(local, TimeSpan.FromMinutes(offset));
}
