using OutsideIn.Measures.Internals;

namespace OutsideIn.Measures;

/// <summary>The subjects that began in one calendar period (UTC).</summary>
/// <param name="Name">The period, such as <c>2026-03</c>, <c>2026-W09</c> or <c>2026-Q1</c>.</param>
/// <param name="FirstDay">Its first day.</param>
/// <param name="BeginMicros">Its first instant, microseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="EndMicros">The first instant after it.</param>
/// <param name="Subjects">Its subjects, ascending; may be empty.</param>
public sealed record SubjectPeriod(string Name, DateOnly FirstDay, long BeginMicros, long EndMicros, IReadOnlyList<int> Subjects)
{
    /// <summary>All periods from the first subject's to the last one's, oldest first, empty ones in between included.</summary>
    /// <param name="values">The values.</param>
    /// <param name="unit">The period.</param>
    public static IReadOnlyList<SubjectPeriod> Of(MeasureValues values, PeriodUnit unit)
    {
        ArgumentNullException.ThrowIfNull(values);
        var groups = SubjectGroups.ByPeriod(values.Subjects, unit);
        return [.. groups.FirstDays.Select((day, group) => new SubjectPeriod(
            PeriodCalendar.NameOf(day, unit), day, PeriodCalendar.MicrosOf(day), PeriodCalendar.MicrosOf(PeriodCalendar.NextFirstDay(day, unit)),
            groups[group].ToArray()))];
    }
}
