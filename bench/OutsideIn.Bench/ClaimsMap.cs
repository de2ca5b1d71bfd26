using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Bench;

/// <summary>What a map would say of a log of <see cref="ClaimsLog"/>; the same words stand in measures_pandas.py.</summary>
internal static class ClaimsMap
{
    private static readonly string[] Contacts =
        ["Claim reported", "Documents received", "Chase call", "Complaint", "Pay out", "Car collected", "Feedback call", "Claim withdrawn"];

    private static readonly string[] Failures = ["Chase call", "Complaint"];

    public static MeasuredLog Over(EventLog log)
    {
        var (contacts, failures) = (Codes(log, Contacts), Codes(log, Failures));
        var (ends, losses) = (Codes(log, ["Close claim", "Claim withdrawn"]), Codes(log, ["Claim withdrawn"]));
        var activities = log.Activities;
        var (isContact, isFailure, isHandoff) = (new bool[log.EventCount], new bool[log.EventCount], new bool[log.EventCount]);
        var (endRows, lost) = (new int[log.CaseCount], new long[log.CaseCount]);
        for (var index = 0; index < log.CaseCount; index++)
        {
            (endRows[index], lost[index]) = (-1, long.MaxValue);
            var (first, end) = log.RowsOf(index);
            for (var row = first; row < end; row++)
            {
                var code = activities[row];
                (isContact[row], isFailure[row]) = (contacts[code], failures[code]);
                isHandoff[row] = row > first && log.Teams![row] != log.Teams[row - 1];
                endRows[index] = ends[code] ? row : endRows[index];
                lost[index] = losses[code] ? Math.Min(lost[index], log.TimeMicros[row]) : lost[index];
            }
        }

        return MeasuredLog.Of(log) with
        {
            IsContact = isContact,
            IsFailureContact = isFailure,
            IsHandoff = isHandoff,
            EndRows = endRows,
            LostMicros = lost,
            Calendars = [new WorkingCalendar("Office", TimeZoneInfo.Utc, Hours("Mon-Fri 09:00-17:00"), new HashSet<DateOnly>())],
        };
    }

    private static bool[] Codes(EventLog log, string[] names)
    {
        var isIn = new bool[log.Activities.NameCount + 1];
        foreach (var name in names)
        {
            isIn[log.Activities.CodeOf(name)] = true;
        }

        isIn[CodedColumn.Missing] = false;
        return isIn;
    }

    private static WeeklyHours[] Hours(string text) =>
        WeeklyHours.Parse(text).TryGet(out var hours, out _) ? [hours] : throw new FormatException(text);
}
