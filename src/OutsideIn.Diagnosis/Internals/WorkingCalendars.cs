using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>The calendars of a map as measures go by them.</summary>
internal static class WorkingCalendars
{
    /// <summary>The calendars in the map's order. Hours and zones that cannot be read, which a map that was read never has, count as none and as UTC.</summary>
    public static IReadOnlyList<WorkingCalendar> Of(OutsideInMap map) => [.. map.Calendars.Select(Of)];

    private static WorkingCalendar Of(BusinessCalendar calendar)
    {
        var hours = new List<WeeklyHours>();
        foreach (var text in calendar.Hours)
        {
            if (WeeklyHours.Parse(text).TryGet(out var read, out _))
            {
                hours.Add(read);
            }
        }

        var zone = calendar.TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name.Trim(), out var found) ? found : TimeZoneInfo.Utc;
        return new WorkingCalendar(calendar.Name, zone, hours, calendar.Holidays.ToHashSet());
    }
}
