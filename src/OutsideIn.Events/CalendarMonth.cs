namespace OutsideIn.Events;

/// <summary>What happened in one calendar month, in UTC.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Events">Events whose time lies in the month.</param>
/// <param name="CasesBegun">Cases whose earliest instant, begin or end of an event, lies in it.</param>
/// <param name="CasesEnded">Cases whose latest time lies in it.</param>
/// <param name="CasesActive">Cases begun in or before it and ended in or after it.</param>
public sealed record CalendarMonth(int Year, int Month, int Events, int CasesBegun, int CasesEnded, int CasesActive)
{
    /// <summary>Every month from the log's first instant to its last, empty ones included; none for an empty log.</summary>
    /// <remarks>O(events + months), allocates by months only.</remarks>
    public static IReadOnlyList<CalendarMonth> Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (log.EventCount == 0)
        {
            return [];
        }

        var first = MonthKernel.MonthOf(log.FirstMicros);
        var tallies = new MonthTally[MonthKernel.MonthOf(log.LastMicros) - first + 1];
        var starts = MonthKernel.Starts(first, tallies.Length);
        MonthKernel.Count(log.CaseStarts, log.BeginMicros, log.TimeMicros, starts, tallies);

        var months = new CalendarMonth[tallies.Length];
        var active = 0;
        for (var i = 0; i < months.Length; i++)
        {
            var tally = tallies[i];
            active += tally.Begun;
            months[i] = new CalendarMonth(
                (first + i) / 12, ((first + i) % 12) + 1, tally.Events, tally.Begun, tally.Ended, active);
            active -= tally.Ended;
        }

        return months;
    }
}
