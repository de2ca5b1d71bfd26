using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>When the organisation works: the hours that working time runs in, and the days that business days count (measures.md, two clocks).</summary>
public sealed record BusinessCalendar : MapEntry
{
    /// <summary>The zone whose clock the hours are of, such as "Europe/London"; null for UTC.</summary>
    [Form(TextForm.TimeZone)]
    public string? TimeZone { get; init; }

    /// <summary>Working hours by days of the week, such as "Mon-Fri 09:00-17:00"; a day without any is no working day.</summary>
    [Needed]
    [Form(TextForm.WeeklyHours)]
    public IReadOnlyList<string> Hours { get; init; } = [];

    /// <summary>Days on which nobody works whatever the day of the week.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <inheritdoc/>
    public override string Section => "calendars";
}
