using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Vocabulary;

public sealed class WeeklyHoursTests
{
    [Theory]
    [InlineData("Mon-Fri 09:00-17:00", "1,2,3,4,5", "09:00", "17:00")]
    [InlineData("sat 9:00-12:30", "6", "09:00", "12:30")]
    [InlineData("Monday,Wed 00:00-24:00", "1,3", "00:00", "1.00:00")]
    [InlineData("Sat-Mon 08:00 - 10:00", "1,6,0", "08:00", "10:00")]
    public void Hours_are_read_as_people_write_them(string text, string days, string from, string to)
    {
        Assert.True(WeeklyHours.Parse(text).TryGet(out var hours, out _));

        Assert.Equal(days, string.Join(',', hours!.Days.Select(static day => (int)day)));
        Assert.Equal((TimeSpan.Parse(from, null), TimeSpan.Parse(to, null)), (hours.From, hours.To));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mon")]
    [InlineData("09:00-17:00")]
    [InlineData("Mon-Fri 17:00-09:00")]
    [InlineData("Mon-Fri 09:00-25:00")]
    [InlineData("Foo 09:00-17:00")]
    [InlineData("Mon-Tue-Wed 09:00-17:00")]
    public void What_is_no_hours_is_refused_with_an_example(string text)
    {
        Assert.False(WeeklyHours.Parse(text).TryGet(out _, out var problem));

        Assert.Equal("VO001", problem!.Code);
        Assert.Contains("Mon-Fri 09:00-17:00", problem.Hint, StringComparison.Ordinal);
    }
}
