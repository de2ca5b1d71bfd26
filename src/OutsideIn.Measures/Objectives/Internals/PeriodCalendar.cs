using System.Globalization;

namespace OutsideIn.Measures.Internals;

/// <summary>The calendar periods of UTC, counted.</summary>
internal static class PeriodCalendar
{
    private const long DayMicros = 86_400_000_000;

    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The day of an instant, as days since 1970-01-01.</summary>
    public static int DayOf(long micros) => (int)(micros >= 0 ? micros / DayMicros : ((micros + 1) / DayMicros) - 1);

    /// <summary>The first instant of a day.</summary>
    public static long MicrosOf(DateOnly day) => (day.DayNumber - EpochDay) * DayMicros;

    /// <summary>The day a number of days after 1970-01-01.</summary>
    public static DateOnly DateOf(int day) => DateOnly.FromDayNumber(Math.Clamp(day + EpochDay, 0, DateOnly.MaxValue.DayNumber));

    /// <summary>The first day of the period a day is in.</summary>
    public static DateOnly FirstDay(DateOnly day, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Week => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - (((int)day.DayOfWeek + 6) % 7))),
        PeriodUnit.Month => new DateOnly(day.Year, day.Month, 1),
        _ => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
    };

    /// <summary>The first day of the period behind the one that begins with a day; the last day of all where there is none.</summary>
    public static DateOnly NextFirstDay(DateOnly firstDay, PeriodUnit unit)
    {
        var days = unit == PeriodUnit.Week ? 7 : unit == PeriodUnit.Month ? 31 : 92;
        return firstDay.DayNumber + days > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue
            : unit == PeriodUnit.Week ? firstDay.AddDays(7)
            : firstDay.AddMonths(unit == PeriodUnit.Month ? 1 : 3);
    }

    /// <summary>The period's name: <c>2026-W09</c>, <c>2026-03</c>, <c>2026-Q1</c>.</summary>
    public static string NameOf(DateOnly firstDay, PeriodUnit unit)
    {
        var culture = CultureInfo.InvariantCulture;
        return unit switch
        {
            PeriodUnit.Week => string.Create(culture, $"{ISOWeek.GetYear(firstDay):0000}-W{ISOWeek.GetWeekOfYear(firstDay):00}"),
            PeriodUnit.Month => firstDay.ToString("yyyy-MM", culture),
            _ => string.Create(culture, $"{firstDay.Year:0000}-Q{((firstDay.Month - 1) / 3) + 1}"),
        };
    }
}
