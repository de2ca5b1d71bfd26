using System.Globalization;

namespace OutsideIn.Vocabulary;

/// <summary>Working hours on some days of the week, such as <c>Mon-Fri 09:00-17:00</c>. Immutable.</summary>
/// <param name="Days">The days, Monday first, without duplicates; at least one.</param>
/// <param name="From">When the hours begin, the hour of the place.</param>
/// <param name="To">When they end, later than <paramref name="From"/>; <see cref="TimeSpan"/> of 24 hours stands for midnight.</param>
public sealed record WeeklyHours(IReadOnlyList<DayOfWeek> Days, TimeSpan From, TimeSpan To)
{
    private static readonly string[] DayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Reads hours as a person writes them: days (<c>Mon</c>, <c>Mon-Fri</c>, <c>Mon,Wed</c>), a blank, and <c>HH:MM-HH:MM</c>.</summary>
    /// <returns>The hours, or <c>VO001</c> with the way to write them.</returns>
    public static Result<WeeklyHours> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Trim().Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && DaysOf(parts[0]) is { Count: > 0 } days && HoursOf(parts[1]) is { } hours
            ? new WeeklyHours(days, hours.From, hours.To)
            : new Problem(
                ProblemKind.Invalid, "VO001", $"\"{text}\" is no working hours.",
                "Write the days and the hours, such as Mon-Fri 09:00-17:00 or Sat 09:00-12:30.");
    }

    private static List<DayOfWeek>? DaysOf(string text)
    {
        var days = new SortedSet<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            var (first, last) = (DayOf(ends[0]), DayOf(ends[^1]));
            if (ends.Length > 2 || first < 0 || last < 0)
            {
                return null;
            }

            for (var day = first; ; day = (day + 1) % 7)
            {
                days.Add(day);
                if (day == last)
                {
                    break;
                }
            }
        }

        return [.. days.Select(static day => (DayOfWeek)((day + 1) % 7))];
    }

    // "Mon", "Monday", "Tues": a beginning of at least three letters.
    private static int DayOf(string text) => text.Length < 3
        ? -1
        : Array.FindIndex(DayNames, name => Enum.GetNames<DayOfWeek>()
            .Any(full => full.StartsWith(name, StringComparison.OrdinalIgnoreCase) && full.StartsWith(text, StringComparison.OrdinalIgnoreCase)));

    private static (TimeSpan From, TimeSpan To)? HoursOf(string text) =>
        text.Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
            && TimeOf(from) is { } first && TimeOf(to) is { } last && first < last
            ? (first, last)
            : null;

    private static TimeSpan? TimeOf(string text) =>
        text is "24:00" ? TimeSpan.FromDays(1)
        : TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToTimeSpan()
        : null;
}
