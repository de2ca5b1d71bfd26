using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Steps that happen on one weekday and are waited for: the mark of a batch.</summary>
/// <remarks>
/// A step is held against what comes before it, as that is when it could have happened: at least half of it falls on one weekday, twice
/// the share of the steps before that do (by the lower end of the 95 % Wilson interval), the steps before are not bound to one day
/// themselves, and half of it is waited for longer than 12 hours. Weekdays are those of UTC.
/// </remarks>
internal static class WeekdayWaits
{
    private const int CountMin = 30;
    private const double ShareMin = 0.5;
    private const long MedianWaitMicrosMin = 12 * Measured.MicrosPerHour;

    public static IEnumerable<RuleSuspectEntry> Compute(MappedLog mapped, ProcessSteps steps, FigureBook book)
    {
        var (starts, rows) = steps.ByActivity(mapped);
        for (var code = 1; code + 1 < starts.Length; code++)
        {
            var group = rows.AsSpan(starts[code], starts[code + 1] - starts[code]).ToArray();
            if (group.Length >= CountMin && Suspect(mapped, steps, book, group) is { } suspect)
            {
                yield return suspect;
            }
        }
    }

    private static RuleSuspectEntry? Suspect(MappedLog mapped, ProcessSteps steps, FigureBook book, int[] rows)
    {
        var days = Days(rows.Select(row => mapped.Log.BeginMicros[row]));
        var daysBefore = Days(rows.Select(row => mapped.Log.TimeMicros[steps.Before[row]]));
        var day = Array.IndexOf(days, days.Max());
        var (onDay, shareBefore) = (days[day], (double)daysBefore[day] / rows.Length);
        var isBound = onDay >= CountMin && onDay >= ShareMin * rows.Length && daysBefore.Max() < ShareMin * rows.Length
            && ProportionInterval.Wilson(onDay, rows.Length).TryGet(out var share, out _) && share.Interval.Low >= 2 * shareBefore;
        if (!isBound)
        {
            return null;
        }

        var held = rows.Where(row => DayOf(mapped.Log.BeginMicros[row]) == day).ToArray();
        var waits = Array.ConvertAll(held, row => steps.WaitMicros(mapped, row));
        var median = Measured.MedianAndP90(waits).Median;
        if (median * Measured.MicrosPerSecond < MedianWaitMicrosMin)
        {
            return null;
        }

        var meaning = mapped.ActivityAt(held[0]);
        var list = book.Open("weekdayWait", meaning.Activity);
        foreach (var row in held)
        {
            list.Add(steps.CaseOf[row]);
        }

        var name = ((DayOfWeek)day).ToString();
        return new RuleSuspectEntry(
            list.Id,
            "weekdayWait",
            meaning.Activity,
            $"'{meaning.Activity}' happens on a {name} {CountText.Of(onDay)} of {CountText.Of(rows.Length)} times "
                + $"({ShareText.Of((double)onDay / rows.Length)}; of what comes before it {ShareText.Of(shareBefore)}, days in UTC), "
                + $"after a median wait of {DurationText.OfSeconds(median)}.",
            onDay,
            rows.Length,
            list.Count,
            name,
            null,
            Measured.Seconds(waits.Sum()),
            !meaning.IsRuleCheck || meaning.IsSuggested);
    }

    private static int[] Days(IEnumerable<long> micros)
    {
        var days = new int[7];
        foreach (var one in micros)
        {
            days[DayOf(one)]++;
        }

        return days;
    }

    // 1970-01-01 was a Thursday, the fourth day counted from Sunday.
    private static int DayOf(long micros)
    {
        var day = micros / Measured.MicrosPerDay;
        day -= micros % Measured.MicrosPerDay < 0 ? 1 : 0;
        return (int)((((day + 4) % 7) + 7) % 7);
    }
}
