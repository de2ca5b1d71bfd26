using OutsideIn.Measures;

namespace OutsideIn.Tests.Measures;

/// <summary>A calendar read minute by minute: for every minute, what the zone's clock shows, and whether that is a working hour. Whole minutes only.</summary>
internal sealed class ReferenceCalendar(WorkingCalendar calendar)
{
    private const long Minute = 60_000_000;
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<WorkingCalendar, ReferenceCalendar> Made = [];

    private readonly Dictionary<DateOnly, int> _minutesOfDay = [];
    private readonly Dictionary<long, (DateOnly Day, bool Works)> _minutes = [];

    public static ReferenceCalendar Of(WorkingCalendar calendar) => Made.GetValue(calendar, static one => new ReferenceCalendar(one));

    /// <summary>Working time from one whole minute to another; in business days each minute is its part of the 24 hours its day counts.</summary>
    public long Between(long from, long to, bool isInBusinessDays)
    {
        lock (_minutes)
        {
            var works = Enumerable.Range(0, (int)((to - from) / Minute)).Select(index => At((from / Minute) + index)).Where(static one => one.Works).ToArray();
            return isInBusinessDays
                ? (long)Math.Round(works.GroupBy(static one => one.Day).Sum(day => (double)day.Count() / MinutesOf(day.Key)) * 86_400_000_000)
                : works.Length * Minute;
        }
    }

    private (DateOnly Day, bool Works) At(long minute)
    {
        if (!_minutes.TryGetValue(minute, out var one))
        {
            var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(minute * 60), calendar.Zone);
            var day = DateOnly.FromDateTime(local.DateTime);
            var works = !calendar.Holidays.Contains(day)
                && calendar.Hours.Any(hours => hours.Days.Contains(day.DayOfWeek) && hours.From <= local.TimeOfDay && local.TimeOfDay < hours.To);
            _minutes[minute] = one = (day, works);
        }

        return one;
    }

    // Every minute at which any clock on earth could show the day.
    private int MinutesOf(DateOnly day)
    {
        if (!_minutesOfDay.TryGetValue(day, out var minutes))
        {
            var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds() / 60;
            minutes = Enumerable.Range(-24 * 60, 72 * 60).Count(index => At(midnight + index) is { Works: true } one && one.Day == day);
            _minutesOfDay[day] = minutes;
        }

        return minutes;
    }
}
