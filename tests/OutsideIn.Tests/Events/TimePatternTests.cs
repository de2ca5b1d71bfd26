using System.Globalization;
using OutsideIn.Events;

namespace OutsideIn.Tests.Events;

public sealed class TimePatternTests
{
    [Theory]
    [InlineData("dd/MM/yyyy HH:mm", "03/04/2021 14:05", "2021-04-03T14:05:00.000000")]
    [InlineData("MM/dd/yyyy HH:mm", "03/04/2021 14:05", "2021-03-04T14:05:00.000000")]
    [InlineData("d.M.yyyy H:mm:ss", "3.4.2021 4:05:06", "2021-04-03T04:05:06.000000")]
    [InlineData("dd-MM-yy", "03-04-68", "2068-04-03T00:00:00.000000")]
    [InlineData("dd-MM-yy", "03-04-69", "1969-04-03T00:00:00.000000")]
    [InlineData("dd MMM yyyy", "3 Sept 2021", "2021-09-03T00:00:00.000000")]
    [InlineData("MMM d, yyyy h:mm:ss tt", "October 3, 2021 12:00:00 AM", "2021-10-03T00:00:00.000000")]
    [InlineData("M/d/yyyy h:mm tt", "10/3/2021 12:30 p.m.", "2021-10-03T12:30:00.000000")]
    [InlineData("M/d/yyyy h:mm:ss.fff tt", "10/3/2021 1:02:03.456 PM", "2021-10-03T13:02:03.456000")]
    [InlineData("dd/MM/yyyy HH:mm:ss,fff", "03/04/2021 14:05:06,789", "2021-04-03T14:05:06.789000")]
    [InlineData("dd/MM/yyyy HH:mm:ss.fff", "03/04/2021 14:05:06", "2021-04-03T14:05:06.000000")]
    [InlineData("dd/MM/yyyy HH:mm:ss", "03/04/2021 14:05", "2021-04-03T14:05:00.000000")]
    [InlineData("dd/MM/yyyy HH:mm:ss", "03/04/2021", "2021-04-03T00:00:00.000000")]
    [InlineData("dd/MM/yyyy HH:mm zzz", "03/04/2021 14:05 +02:00", "2021-04-03T12:05:00.000000")]
    [InlineData("yyyy/MM/dd HH.mm.ss", "2021/04/03 14.05.06", "2021-04-03T14:05:06.000000")]
    [InlineData("yyyyMMddHHmmss", "20210403140506", "2021-04-03T14:05:06.000000")]
    [InlineData("yyyyMMdd", "20210403", "2021-04-03T00:00:00.000000")]
    [InlineData("ddd, dd MMM yyyy HH:mm:ss", "Sat, 03 Apr 2021 14:05:06 GMT", "2021-04-03T14:05:06.000000")]
    [InlineData("yyyy-MM-dd'at'HH:mm", "2021-04-03at14:05", "2021-04-03T14:05:00.000000")]
    [InlineData("%d/%m/%Y %H:%M:%S", "03/04/2021 14:05:06", "2021-04-03T14:05:06.000000")]
    [InlineData("%Y-%m-%dT%H:%M:%S.%f", "2021-04-03T14:05:06.123456", "2021-04-03T14:05:06.123456")]
    [InlineData("%b %e %Y %I:%M %p", "Apr 3 2021 2:05 PM", "2021-04-03T14:05:00.000000")]
    [InlineData("%F %T", "2021-04-03 14:05:06", "2021-04-03T14:05:06.000000")]
    public void Times_are_read_by_their_pattern(string pattern, string text, string instant)
    {
        var format = TimeFormat.Named(pattern);

        Assert.NotNull(format);
        Assert.True(format.TryRead(text, out var micros, out _));
        Assert.Equal(MicrosOf(instant), micros);
    }

    [Theory]
    [InlineData("dd/MM/yyyy", "13/13/2021")]
    [InlineData("dd/MM/yyyy", "29/02/2021")]
    [InlineData("dd/MM/yyyy", "03-04-2021")]
    [InlineData("dd/MM/yyyy", "03/04/21")]
    [InlineData("dd/MM/yyyy", "03/04/2021 x")]
    [InlineData("dd/MM/yyyy HH:mm", "03/04/2021 24:00")]
    [InlineData("dd/MM/yyyy HH:mm", "03/04/2021 14:60")]
    [InlineData("M/d/yyyy h:mm tt", "10/3/2021 13:30 PM")]
    [InlineData("M/d/yyyy h:mm tt", "10/3/2021 1:30")]
    [InlineData("dd MMM yyyy", "3 Foo 2021")]
    [InlineData("dd MMM yyyy", "3 Ma 2021")]
    [InlineData("dd/MM/yyyy", "")]
    public void Times_that_do_not_follow_are_none(string pattern, string text) => Assert.False(TimeFormat.Named(pattern)!.TryRead(text, out _, out _));

    [Theory]
    [InlineData("HH:mm")]
    [InlineData("dd/MM")]
    [InlineData("yyyy")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("dd/MM/yyyy 'open")]
    [InlineData("%d/%m/%Q")]
    [InlineData("%")]
    public void A_text_without_year_month_and_day_or_with_unknown_letters_is_no_pattern(string pattern) => Assert.Null(TimeFormat.Named(pattern));

    [Theory]
    [InlineData("epoch seconds", "1711792800", "2024-03-30T10:00:00.000000")]
    [InlineData("epoch seconds", "1711792800.25", "2024-03-30T10:00:00.250000")]
    [InlineData("epoch seconds", "-1", "1969-12-31T23:59:59.000000")]
    [InlineData("epoch milliseconds", "1711792800123", "2024-03-30T10:00:00.123000")]
    [InlineData("epoch microseconds", "1711792800123456", "2024-03-30T10:00:00.123456")]
    [InlineData("workbook days", "45381.4166666667", "2024-03-30T10:00:00.000000")]
    [InlineData("workbook days", "45381,5", "2024-03-30T12:00:00.000000")]
    [InlineData("workbook days", "45381", "2024-03-30T00:00:00.000000")]
    public void Counts_are_read_by_their_unit(string name, string text, string instant)
    {
        Assert.True(TimeFormat.Named(name)!.TryRead(text, out var micros, out _));
        Assert.Equal(MicrosOf(instant), micros);
    }

    [Theory]
    [InlineData("ISO 8601", "2024-03-30T10:00:00", "2024-03-30T10:00:00+02:00")]
    [InlineData("dd/MM/yyyy HH:mm", "03/04/2021 14:05", "13/04/2021 14:05")]
    [InlineData("MM/dd/yyyy HH:mm:ss", "03/04/2021 14:05:06", "03/14/2021 14:05:06")]
    [InlineData("d.M.yyyy H:mm", "3.4.2021 14:05", "23.12.2021 9:05")]
    [InlineData("dd-MM-yy", "25-04-21", "13-12-99")]
    [InlineData("M/d/yyyy h:mm:ss tt", "3/14/2021 2:05:06 PM", "12/1/2021 12:00:00 AM")]
    [InlineData("dd-MMM-yyyy HH:mm:ss.fff", "03-Apr-2021 14:05:06.123", "04-May-2021 14:05:06.000")]
    [InlineData("MMM dd, yyyy", "April 03, 2021", "May 13, 2021")]
    [InlineData("yyyy/MM/dd HH:mm:ss", "2021/04/03 14:05:06", "2021/12/31 00:00:00")]
    [InlineData("yyyyMMddHHmmss", "20210403140506", "20211231235959")]
    [InlineData("epoch seconds", "1711792800", "1711796400")]
    [InlineData("epoch milliseconds", "1711792800000", "1711796400000")]
    [InlineData("epoch microseconds", "1711792800000000", "1711796400000000")]
    [InlineData("workbook days", "45381.4166666667", "45382.5")]
    public void The_pattern_is_found_from_the_values(string name, params string[] values)
    {
        var found = TimeDetection.Detect(values, mayBeCounts: true);

        Assert.Equal((name, 0, values.Length), (found.Format?.Name, found.Rivals.Count, found.Fits));
    }

    [Fact]
    public void Day_and_month_that_every_value_allows_to_swap_are_rivals()
    {
        var found = TimeDetection.Detect(["03/04/2021 10:00", "05/06/2021 11:00"], mayBeCounts: false);

        Assert.Equal(["dd/MM/yyyy HH:mm", "MM/dd/yyyy HH:mm"], [found.Format!.Name, .. found.Rivals.Select(static one => one.Name)]);
    }

    [Fact]
    public void Days_that_equal_their_months_leave_nothing_to_ask() =>
        Assert.Empty(TimeDetection.Detect(["03/03/2021", "04/04/2021"], mayBeCounts: false).Rivals);

    [Theory]
    [InlineData("2011", "2012")]
    [InlineData("1711792800", "1711796400")]
    [InlineData("20210403", "20210404")]
    [InlineData("Order 1", "Order 2")]
    [InlineData("1.5", "2.5")]
    [InlineData("1.2.3", "4.5.6.7")]
    public void Codes_and_numbers_of_columns_not_named_for_times_are_none(params string[] values) =>
        Assert.Null(TimeDetection.Detect(values, mayBeCounts: false).Format);

    [Fact]
    public void Year_like_codes_are_no_times_even_in_a_column_named_for_them() =>
        Assert.Null(TimeDetection.Detect(["2011", "2012", "1999"], mayBeCounts: true).Format);

    private static long MicrosOf(string instant) =>
        (DateTime.ParseExact(instant, "yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture).Ticks - DateTime.UnixEpoch.Ticks) / 10;
}
