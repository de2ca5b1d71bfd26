using OutsideIn.Measures.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Measures;

/// <summary>
/// When the organisation works: the calendar that working time and business days go by. It is at work at an instant exactly when the clock of
/// its zone then shows a working hour of a working day, so that an hour the clock shows twice counts twice and one it leaves out not at all.
/// Immutable; safe to share.
/// </summary>
/// <param name="name">What it is called.</param>
/// <param name="zone">The zone whose clock the hours are of.</param>
/// <param name="hours">Working hours by day of the week; hours that overlap count once; a day without any is no working day.</param>
/// <param name="holidays">Days on which nobody works whatever the day of the week.</param>
public sealed class WorkingCalendar(string name, TimeZoneInfo zone, IReadOnlyList<WeeklyHours> hours, IReadOnlySet<DateOnly> holidays)
{
    private readonly CalendarTable _table = new(zone, hours, holidays);

    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>The zone whose clock the hours are of.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>Working hours by day of the week.</summary>
    public IReadOnlyList<WeeklyHours> Hours => hours;

    /// <summary>Days on which nobody works.</summary>
    public IReadOnlySet<DateOnly> Holidays => holidays;

    /// <summary>The working time up to an instant, since one that is the same for all readings of the calendar.</summary>
    /// <remarks>Never falls. O(1) and without allocation once the table of about 13 months around the instant is there, which the first reading makes.</remarks>
    /// <param name="micros">Microseconds since 1970-01-01T00:00:00Z; instants outside the years 1 to 9999 read as the nearest inside.</param>
    /// <returns>Microseconds, of meaning only as a difference to another reading.</returns>
    public long Working(long micros) => _table.SpanOf(micros).Working(micros);

    /// <summary>
    /// The business days up to an instant, 24 hours each: every working day gains 24 hours in its own working hours, evenly, however many those
    /// are. To the nearest microsecond.
    /// </summary>
    /// <remarks><inheritdoc cref="Working" path="/remarks"/></remarks>
    /// <param name="micros"><inheritdoc cref="Working" path="/param[@name='micros']"/></param>
    /// <returns>Microseconds, of meaning only as a difference to another reading.</returns>
    public long BusinessDays(long micros) => _table.SpanOf(micros).BusinessDays(micros);
}
