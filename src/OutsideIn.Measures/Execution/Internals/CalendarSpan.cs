using System.Runtime.CompilerServices;

namespace OutsideIn.Measures.Internals;

/// <summary>What a calendar has counted between two instants.</summary>
/// <param name="Working">Working time, microseconds.</param>
/// <param name="Business">Business days of 24 hours, microseconds.</param>
internal readonly record struct CalendarReading(long Working, long Business)
{
    public CalendarReading Minus(CalendarReading other) => new(Working - other.Working, Business - other.Business);
}

/// <summary>The working time of a calendar within a span of time, ready for readings. Immutable.</summary>
internal sealed class CalendarSpan
{
    // 2^36 microseconds, about 19 hours: a stretch or two each.
    private const int BucketShift = 36;

    private readonly Entry[] _entries;
    private readonly int[] _firstOfBucket;
    private readonly long _fromMicros;
    private readonly CalendarReading _end;

    private CalendarSpan(long fromMicros, long toMicros, Entry[] entries, CalendarReading end)
    {
        (_fromMicros, _entries, _end) = (fromMicros, entries, end);
        _firstOfBucket = new int[((toMicros - fromMicros) >> BucketShift) + 1];
        var entry = 0;
        for (var bucket = 0; bucket < _firstOfBucket.Length; bucket++)
        {
            while (entry < entries.Length && entries[entry].ToMicros <= fromMicros + ((long)bucket << BucketShift))
            {
                entry++;
            }

            _firstOfBucket[bucket] = entry;
        }
    }

    /// <summary>The reading at the end of the span.</summary>
    public CalendarReading End => _end;

    /// <summary>Makes the table of [from, to), whose first reading is given.</summary>
    public static CalendarSpan Of(WorkingDays days, long fromMicros, long toMicros, CalendarReading reading)
    {
        var pieces = Pieces(days, fromMicros, toMicros);
        var entries = new Entry[pieces.Count];
        for (var index = 0; index < entries.Length; index++)
        {
            var (from, to, workedBefore, workedOfDay) = pieces[index];
            entries[index] = new Entry(from, to, reading, workedBefore, workedOfDay);
            reading = entries[index].At(to);
        }

        return new CalendarSpan(fromMicros, toMicros, entries, reading);
    }

    public long Working(long micros) => Find(micros) is >= 0 and var index ? _entries[index].At(micros).Working : _end.Working;

    public long BusinessDays(long micros) => Find(micros) is >= 0 and var index ? _entries[index].At(micros).Business : _end.Business;

    private static List<(long From, long To, long WorkedBefore, long WorkedOfDay)> Pieces(WorkingDays days, long fromMicros, long toMicros)
    {
        // No clock is a day or more from UTC, so that days of clocks that reach into the span begin or end within a day of it.
        var segments = days.Segments(fromMicros - (2 * WorkingDays.DayMicros), toMicros + (2 * WorkingDays.DayMicros));
        List<(long From, long To, long WorkedBefore, long WorkedOfDay)> pieces = [];
        List<(long From, long To)> stretches = [];
        var last = DayOf(toMicros).AddDays(1);
        for (var day = DayOf(fromMicros).AddDays(-1); day <= last; day = day.AddDays(1))
        {
            days.Of(day, segments, stretches);
            var workedOfDay = stretches.Sum(static one => one.To - one.From);
            var workedBefore = 0L;
            foreach (var (from, to) in stretches)
            {
                var (first, end) = (Math.Max(from, fromMicros), Math.Min(to, toMicros));
                if (first < end)
                {
                    pieces.Add((first, end, workedBefore + first - from, workedOfDay));
                }

                workedBefore += to - from;
            }
        }

        // A clock put back at midnight shows a day again that was over.
        pieces.Sort();
        return pieces;
    }

    private static DateOnly DayOf(long micros) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddMicroseconds(micros));

    /// <summary>The first stretch that ends behind an instant, or −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Find(long micros)
    {
        var bucket = Math.Clamp((micros - _fromMicros) >> BucketShift, 0, _firstOfBucket.Length - 1);
        for (var index = _firstOfBucket[bucket]; index < _entries.Length; index++)
        {
            if (_entries[index].ToMicros > micros)
            {
                return index;
            }
        }

        return -1;
    }

    private readonly record struct Entry(long FromMicros, long ToMicros, CalendarReading Before, long WorkedOfDayBefore, long WorkedOfDay)
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public CalendarReading At(long micros)
        {
            var worked = Math.Max(0, micros - FromMicros);
            return new CalendarReading(Before.Working + worked, Before.Business + Gain(WorkedOfDayBefore + worked) - Gain(WorkedOfDayBefore));
        }

        // Differences of rounded shares of the day: the stretches of a day add up to 24 hours to the microsecond, and no reading falls.
        private long Gain(long workedOfDay) => (long)Math.Round((double)workedOfDay / WorkedOfDay * WorkingDays.DayMicros);
    }
}
