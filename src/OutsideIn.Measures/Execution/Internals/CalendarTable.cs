using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>Tables of a calendar by spans of 2^45 microseconds (about 407 days), made when first asked for and then kept.</summary>
internal sealed class CalendarTable(TimeZoneInfo zone, IReadOnlyList<WeeklyHours> hours, IReadOnlySet<DateOnly> holidays)
{
    private const int SpanShift = 45;

    // Some days from each end of what dates can hold, so that days and offsets can be added.
    private static readonly long EarliestMicros = Micros(DateTime.MinValue.AddDays(4));
    private static readonly long LatestMicros = Micros(DateTime.MaxValue.AddDays(-4));
    private static readonly int FirstSpan = (int)(EarliestMicros >> SpanShift);
    private static readonly int LastSpan = (int)(LatestMicros >> SpanShift);

    private readonly Lock _making = new();
    private readonly WorkingDays _days = new(zone, hours, holidays);
    private readonly CalendarSpan?[] _spans = new CalendarSpan?[LastSpan - FirstSpan + 1];

    // Readings count from the begin of span 0 (1970) on, upwards and downwards; entry k is the reading at the begin of span k, or of −k.
    private readonly List<CalendarReading> _upwards = [default];
    private readonly List<CalendarReading> _downwards = [default];

    /// <summary>The table an instant is in.</summary>
    public CalendarSpan SpanOf(long micros)
    {
        var index = (int)(Math.Clamp(micros, EarliestMicros, LatestMicros) >> SpanShift);
        return Volatile.Read(ref _spans[index - FirstSpan]) ?? Make(index);
    }

    private static long Micros(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private CalendarSpan Make(int index)
    {
        lock (_making)
        {
            if (_spans[index - FirstSpan] is { } made)
            {
                return made;
            }

            var span = Table(index, BeginOf(index));
            Volatile.Write(ref _spans[index - FirstSpan], span);
            return span;
        }
    }

    private CalendarReading BeginOf(int index)
    {
        while (index >= _upwards.Count)
        {
            _upwards.Add(Table(_upwards.Count - 1, _upwards[^1]).End);
        }

        while (-index >= _downwards.Count)
        {
            _downwards.Add(_downwards[^1].Minus(Table(-_downwards.Count, default).End));
        }

        return index >= 0 ? _upwards[index] : _downwards[-index];
    }

    private CalendarSpan Table(int index, CalendarReading begin) => CalendarSpan.Of(
        _days, Math.Max(EarliestMicros, (long)index << SpanShift), Math.Min(LatestMicros, (long)(index + 1) << SpanShift), begin);
}
