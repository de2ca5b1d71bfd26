using OutsideIn.Vocabulary;

namespace OutsideIn.Measures;

/// <summary>When the organisation works: the calendar that working time and business days go by. Immutable.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Zone">The zone whose clock the hours are of.</param>
/// <param name="Hours">Working hours by day of the week; hours that overlap count once; a day without any is no working day.</param>
/// <param name="Holidays">Days on which nobody works whatever the day of the week.</param>
public sealed record WorkingCalendar(string Name, TimeZoneInfo Zone, IReadOnlyList<WeeklyHours> Hours, IReadOnlySet<DateOnly> Holidays);
