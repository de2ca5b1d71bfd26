using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Measures;

public sealed class WorkingCalendarTests
{
    private const long Minute = 60_000_000;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    private static readonly WorkingCalendar Office = Of("Europe/Berlin", ["Mon-Fri 09:00-17:00", "Sat 09:00-13:00"], "2026-12-25", "2026-12-26");

    [Theory]
    // Friday noon to Monday noon: five hours of Friday, four of Saturday, three of Monday.
    [InlineData("2026-06-12T12:00+02:00", "2026-06-15T12:00+02:00", 12)]
    // Both ends outside the hours: a whole Saturday.
    [InlineData("2026-06-12T18:00+02:00", "2026-06-15T08:00+02:00", 4)]
    [InlineData("2026-06-14T00:00+02:00", "2026-06-14T23:00+02:00", 0)]
    // Christmas is a Friday and a Saturday: from Thursday at four one hour, and Monday until ten one more.
    [InlineData("2026-12-24T16:00+01:00", "2026-12-28T10:00+01:00", 2)]
    // The clocks go forward on the Sunday between: office hours stay eight hours of the clock.
    [InlineData("2026-03-27T09:00+01:00", "2026-03-30T17:00+02:00", 20)]
    public void Working_time_is_the_time_in_working_hours(string from, string to, double hours) =>
        Assert.Equal(hours * Hour, Office.Working(Micros(to)) - Office.Working(Micros(from)));

    [Theory]
    [InlineData("2026-06-12T09:00+02:00", "2026-06-12T17:00+02:00", 1)]
    [InlineData("2026-06-12T09:00+02:00", "2026-06-12T11:00+02:00", 0.25)]
    // A Saturday has four hours, and each counts as six of a business day.
    [InlineData("2026-06-13T09:00+02:00", "2026-06-13T10:00+02:00", 0.25)]
    [InlineData("2026-06-13T09:00+02:00", "2026-06-15T09:00+02:00", 1)]
    [InlineData("2026-06-12T13:00+02:00", "2026-06-15T13:00+02:00", 2)]
    [InlineData("2026-12-24T09:00+01:00", "2026-12-29T09:00+01:00", 2)]
    public void Business_days_are_counted_by_each_days_own_hours(string from, string to, double days) =>
        Assert.Equal(days * Day, Office.BusinessDays(Micros(to)) - Office.BusinessDays(Micros(from)));

    [Fact]
    public void An_hour_the_clock_shows_twice_counts_twice_and_one_it_leaves_out_not_at_all()
    {
        // In Berlin 02:00 to 03:00 happens twice on 2026-10-25 and not at all on 2026-03-29, both Sundays.
        var night = Of("Europe/Berlin", ["Sun 01:00-04:00"]);

        Assert.Equal(4 * Hour, Between(night.Working, "2026-10-24T12:00Z", "2026-10-26T12:00Z"));
        Assert.Equal(2 * Hour, Between(night.Working, "2026-03-28T12:00Z", "2026-03-30T12:00Z"));
        Assert.Equal(Day, Between(night.BusinessDays, "2026-10-24T12:00Z", "2026-10-26T12:00Z"));
        Assert.Equal(Day, Between(night.BusinessDays, "2026-03-28T12:00Z", "2026-03-30T12:00Z"));
    }

    [Fact]
    public void Hours_that_overlap_count_once()
    {
        var calendar = Of("UTC", ["Mon 09:00-12:00", "Mon 11:00-13:00", "Mon 13:00-14:00"]);

        Assert.Equal(5 * Hour, Between(calendar.Working, "2026-06-15T00:00Z", "2026-06-16T00:00Z"));
    }

    [Fact]
    public void A_day_may_end_at_midnight()
    {
        var always = Of("UTC", ["Mon-Sun 00:00-24:00"]);

        Assert.Equal(36 * Hour, Between(always.Working, "2026-06-15T00:00Z", "2026-06-16T12:00Z"));
        Assert.Equal(36 * Hour, Between(always.BusinessDays, "2026-06-15T00:00Z", "2026-06-16T12:00Z"));
    }

    [Fact]
    public void A_calendar_without_hours_never_runs()
    {
        var never = Of("UTC", []);

        Assert.Equal(0, Between(never.Working, "1999-06-15T00:00Z", "2026-06-16T12:00Z"));
        Assert.Equal(0, Between(never.BusinessDays, "1999-06-15T00:00Z", "2026-06-16T12:00Z"));
    }

    [Theory]
    [InlineData("0005-03-01T00:00Z", "0005-03-08T00:00Z")]
    [InlineData("1969-12-25T00:00Z", "1970-01-01T00:00Z")]
    [InlineData("2200-06-02T00:00Z", "2200-06-09T00:00Z")]
    [InlineData("9990-06-02T00:00Z", "9990-06-09T00:00Z")]
    public void Readings_far_from_now_are_right(string from, string to)
    {
        var calendar = Of("UTC", ["Mon-Fri 09:00-17:00"]);

        Assert.Equal(40 * Hour, Between(calendar.Working, from, to));
        Assert.Equal(5 * Day, Between(calendar.BusinessDays, from, to));
    }

    [Fact]
    public void Readings_outside_the_calendar_of_dates_stand_still()
    {
        Assert.Equal(Office.Working(long.MaxValue), Office.Working(Micros("9999-12-31T23:59Z")));
        Assert.Equal(Office.BusinessDays(long.MinValue), Office.BusinessDays(Micros("0001-01-01T00:00Z")));
    }

    [Fact]
    public void Readings_agree_with_a_calendar_read_minute_by_minute_and_never_fall()
    {
        // Thirds and sevenths of days, half hours past the change of the clocks, Saturdays shorter than Mondays, a zone of half an hour.
        var zones = Gen.Elements("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "UTC");
        var any =
            from zone in zones
            from hours in Hours().ArrayOf(3)
            from start in Gen.Choose(0, 400)
            from minutes in Gen.Choose(0, 4 * 24 * 60).ArrayOf(6)
            from holiday in Gen.Choose(0, 6)
            select (zone, hours, start, minutes, holiday);

        Prop.ForAll(any.ToArbitrary(), static one =>
        {
            var origin = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(one.start).ToUnixTimeSeconds() * 1_000_000;
            var calendar = new WorkingCalendar(
                "any", TimeZoneInfo.FindSystemTimeZoneById(one.zone), one.hours, new HashSet<DateOnly> { new DateOnly(2026, 1, 1).AddDays(one.start + one.holiday) });
            var reference = ReferenceCalendar.Of(calendar);
            var instants = one.minutes.Order().Select(minute => origin + (minute * Minute)).ToArray();
            foreach (var (from, to) in instants.Zip(instants.Skip(1)))
            {
                Assert.Equal(reference.Between(from, to, isInBusinessDays: false), calendar.Working(to) - calendar.Working(from));
                Assert.Equal(reference.Between(from, to, isInBusinessDays: true), calendar.BusinessDays(to) - calendar.BusinessDays(from), 2.0);
                Assert.True(calendar.BusinessDays(from) <= calendar.BusinessDays(from + 1) && calendar.Working(from) <= calendar.Working(from + 1));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(7, 3));
    }

    [Fact]
    public void Readings_allocate_nothing_once_the_table_is_there()
    {
        var instant = Micros("2026-06-12T12:00Z");
        Office.BusinessDays(instant);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var sum = 0L;
        for (var minute = 0; minute < 10_000; minute++)
        {
            sum += Office.Working(instant + (minute * Minute)) + Office.BusinessDays(instant + (minute * Minute));
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.NotEqual(0, sum);
        Assert.Equal(0, allocated);
    }

    private static Gen<WeeklyHours> Hours() =>
        from first in Gen.Choose(0, 6)
        from count in Gen.Choose(1, 5)
        from times in Gen.Choose(0, 96).Two().Where(static two => two.Item1 != two.Item2)
        select new WeeklyHours(
            [.. Enumerable.Range(first, count).Select(static day => (DayOfWeek)(day % 7))],
            TimeSpan.FromMinutes(15 * Math.Min(times.Item1, times.Item2)), TimeSpan.FromMinutes(15 * Math.Max(times.Item1, times.Item2)));

    private static WorkingCalendar Of(string zone, string[] hours, params string[] holidays) => new(
        "test", TimeZoneInfo.FindSystemTimeZoneById(zone),
        [.. hours.Select(static one => WeeklyHours.Parse(one).TryGet(out var hours, out _) ? hours : throw new FormatException(one))],
        holidays.Select(static day => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ToHashSet());

    private static long Between(Func<long, long> reading, string from, string to) => reading(Micros(to)) - reading(Micros(from));

    private static long Micros(string time) =>
        DateTimeOffset.ParseExact(time, "yyyy-MM-ddTHH:mmK", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds() * 1_000_000;
}
