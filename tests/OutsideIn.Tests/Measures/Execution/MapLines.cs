using System.Globalization;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Measures;

/// <summary>What the lines of a small map say of a log (Cases/README.md), without the rooms that read real maps.</summary>
internal sealed class MapLines
{
    private readonly EventLog _log;
    private readonly string[] _lines;

    private MapLines(EventLog log, string[] lines) => (_log, _lines) = (log, lines);

    public static MeasuredLog Over(EventLog log, string[] lines) => lines.Length == 0 ? MeasuredLog.Of(log) : new MapLines(log, lines).Over();

    private MeasuredLog Over()
    {
        var rows = Enumerable.Range(0, _log.EventCount).ToArray();
        var cases = Enumerable.Range(0, _log.CaseCount).ToArray();
        var horizon = Behind("as of ") is [var day] ? Micros(day) : _log.LastMicros;
        return new MeasuredLog
        {
            Log = _log,
            HorizonMicros = horizon,
            MapNames = [.. Behind("name ").Select(static line => line.Split(" = ")).Select(static pair => new NamedEvents(pair[0], Patterns(pair[1])))],
            IsContact = Named("contact ") is { } contacts ? rows.Select(contacts).ToArray() : (ReadOnlyMemory<bool>?)null,
            IsFailureContact = Named("failure ") is { } failures ? rows.Select(failures).ToArray() : (ReadOnlyMemory<bool>?)null,
            IsHandoff = _lines.Contains("handoff between teams") ? rows.Select(IsHandoff).ToArray() : (ReadOnlyMemory<bool>?)null,
            EndRows = Named("end ") is { } ends ? cases.Select(one => Rows(one).Where(ends).Append(-1).Max()).ToArray() : (ReadOnlyMemory<int>?)null,
            LostMicros = Named("lost ") is { } losses ? cases.Select(one => First(one, losses)?.Time ?? long.MaxValue).ToArray() : (ReadOnlyMemory<long>?)null,
            CustomerClock = Clock("customer's clock ", horizon),
            FirmClock = Clock("firm's clock ", horizon),
            Categories = Categories(cases),
            Calendars = [.. Behind("calendar ").Select(Calendar)],
        };
    }

    private string[] Behind(string word) =>
        [.. _lines.Where(line => line.StartsWith(word, StringComparison.Ordinal)).Select(line => line[word.Length..])];

    private static NamePattern[] Patterns(string names) => [.. names.Split(',', StringSplitOptions.TrimEntries).Select(static name => new NamePattern(name))];

    private Func<int, bool>? Named(string word) => Behind(word) is [var names]
        ? row => Patterns(names).Any(pattern => pattern.Matches(_log.Activities.TextAt(row)))
        : null;

    private IEnumerable<int> Rows(int caseIndex) => Enumerable.Range(_log.CaseStarts[caseIndex], _log.CaseStarts[caseIndex + 1] - _log.CaseStarts[caseIndex]);

    private (long Begin, long Time)? First(int caseIndex, Func<int, bool> isMeant) =>
        Rows(caseIndex).Where(isMeant).Select(row => ((long, long)?)(_log.BeginMicros[row], _log.TimeMicros[row])).FirstOrDefault();

    private bool IsHandoff(int row) => !_log.CaseStarts.Contains(row) && _log.Teams!.TextAt(row) != _log.Teams.TextAt(row - 1);

    private ReadOnlyMemory<ClockReading>? Clock(string word, long horizon)
    {
        if (Behind(word) is not [var line])
        {
            return null;
        }

        var names = line.Split(" -> ");
        return Enumerable.Range(0, _log.CaseCount).Select(one =>
        {
            var start = First(one, row => new NamePattern(names[0]).Matches(_log.Activities.TextAt(row)));
            var end = First(one, row => new NamePattern(names[1]).Matches(_log.Activities.TextAt(row)));
            var lost = Named("lost ") is { } losses ? First(one, losses) : null;
            return start is null ? default
                : end is not null ? new ClockReading(true, start.Value.Begin, end.Value.Time, CompetingEnd.Reached)
                : lost is not null ? new ClockReading(true, start.Value.Begin, lost.Value.Time, CompetingEnd.Lost)
                : new ClockReading(true, start.Value.Begin, horizon, CompetingEnd.Open);
        }).ToArray();
    }

    private CodedColumn? Categories(int[] cases)
    {
        var categories = Behind("category ").Select(static line => line.Split(' ', 2)).ToDictionary(static pair => pair[0], static pair => pair[1]);
        var names = categories.Values.Distinct(StringComparer.Ordinal).ToArray();
        return names.Length == 0 ? null : new CodedColumn(
            names, cases.Select(one => categories.TryGetValue(_log.CaseNames[one], out var name) ? Array.IndexOf(names, name) + 1 : 0).ToArray());
    }

    private static WorkingCalendar Calendar(string line)
    {
        var parts = line.Split(", off ");
        var words = parts[0].Split(' ', 3);
        var hours = words[2].Split("; ").Select(static text => WeeklyHours.Parse(text).TryGet(out var one, out _) ? one : throw new FormatException(text));
        var holidays = parts.Skip(1).SelectMany(static days => days.Split(' '))
            .Select(static day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToHashSet();
        return new WorkingCalendar(words[0], TimeZoneInfo.FindSystemTimeZoneById(words[1]), [.. hours], holidays);
    }

    private static long Micros(string time) =>
        DateTimeOffset.ParseExact(time, "yyyy-MM-ddTHH:mmK", CultureInfo.InvariantCulture).ToUnixTimeSeconds() * 1_000_000;
}
