using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>A stretch of time through which a zone keeps its distance from UTC, both ends in microseconds since 1970-01-01T00:00:00Z, the end exclusive.</summary>
internal readonly record struct ZoneSegment(long FromMicros, long ToMicros, long OffsetMicros);

/// <summary>When the working hours of a day of a zone's clock are.</summary>
internal sealed class WorkingDays(TimeZoneInfo zone, IReadOnlyList<WeeklyHours> hours, IReadOnlySet<DateOnly> holidays)
{
    public const long DayMicros = 86_400_000_000;

    // A zone that changed its clock twice within half a day would be misread; none is on record.
    private const long StepMicros = DayMicros / 2;

    private readonly (long From, long To)[][] _hoursOfDay =
        [.. Enumerable.Range(0, 7).Select(day => Merged(hours.Where(one => one.Days.Contains((DayOfWeek)day))))];

    /// <summary>The distances from UTC through a stretch of time, without gaps.</summary>
    public List<ZoneSegment> Segments(long fromMicros, long toMicros)
    {
        List<ZoneSegment> segments = [];
        var (begin, offset) = (fromMicros, OffsetAt(fromMicros));
        for (var at = fromMicros; at < toMicros;)
        {
            var next = Math.Min(at + StepMicros, toMicros);
            if (OffsetAt(next) is var other && other != offset)
            {
                var change = Bisect(at, next, offset);
                segments.Add(new ZoneSegment(begin, change, offset));
                (begin, offset) = (change, other);
            }

            at = next;
        }

        segments.Add(new ZoneSegment(begin, toMicros, offset));
        return segments;
    }

    /// <summary>The working hours of a day of the zone's clock: the instants at which it shows them, in the order of time.</summary>
    /// <param name="day">The day.</param>
    /// <param name="segments">The zone's segments for at least a day before it to a day after it.</param>
    /// <param name="stretches">Filled, ends exclusive; cleared before, and empty for a day off.</param>
    public void Of(DateOnly day, List<ZoneSegment> segments, List<(long From, long To)> stretches)
    {
        stretches.Clear();
        var daily = _hoursOfDay[(int)day.DayOfWeek];
        if (daily.Length == 0 || holidays.Contains(day))
        {
            return;
        }

        var midnight = (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * DayMicros;
        foreach (var segment in segments)
        {
            foreach (var (open, close) in daily)
            {
                var first = Math.Max(segment.FromMicros, midnight + open - segment.OffsetMicros);
                var last = Math.Min(segment.ToMicros, midnight + close - segment.OffsetMicros);
                if (first < last)
                {
                    stretches.Add((first, last));
                }
            }
        }
    }

    private long Bisect(long same, long other, long offset)
    {
        while (other - same > 1)
        {
            var middle = same + ((other - same) / 2);
            (same, other) = OffsetAt(middle) == offset ? (middle, other) : (same, middle);
        }

        return other;
    }

    private long OffsetAt(long micros) => zone.GetUtcOffset(DateTime.UnixEpoch.AddMicroseconds(micros)).Ticks / TimeSpan.TicksPerMicrosecond;

    private static (long From, long To)[] Merged(IEnumerable<WeeklyHours> hours)
    {
        List<(long From, long To)> merged = [];
        foreach (var (from, to) in hours.Select(static one => (Micros(one.From), Micros(one.To))).Order())
        {
            if (merged.Count > 0 && from <= merged[^1].To)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return [.. merged];
    }

    private static long Micros(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;
}
