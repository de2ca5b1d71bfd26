namespace OutsideIn.Events;

/// <summary>Kernel that counts events and cases by calendar month in UTC.</summary>
internal static class MonthKernel
{
    /// <summary>Years times twelve plus the month, 0 to 11, of an instant within the years 1 to 9999.</summary>
    public static int MonthOf(long micros)
    {
        var day = DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
        return (day.Year * 12) + day.Month - 1;
    }

    /// <summary>Counts.</summary>
    /// <param name="caseStarts">[cases + 1] Row at which each case begins, ascending; the last entry is the number of rows.</param>
    /// <param name="beginMicros">[rows] When each event began.</param>
    /// <param name="endMicros">[rows] When it ended; may be the same span.</param>
    /// <param name="first">The month of the earliest begin, as <see cref="MonthOf"/> numbers them.</param>
    /// <param name="tallies">[months] Added to.</param>
    /// <remarks>O(rows). Rows of a case lie close in time, so the month's ends are kept and looked at first.</remarks>
    public static void Count(
        ReadOnlySpan<int> caseStarts,
        ReadOnlySpan<long> beginMicros,
        ReadOnlySpan<long> endMicros,
        int first,
        Span<MonthTally> tallies)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(caseStarts[^1], endMicros.Length, nameof(caseStarts));

        var cached = new CachedMonth(endMicros[0]);
        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            var (earliest, latest) = (long.MaxValue, long.MinValue);
            for (var row = caseStarts[c]; row < caseStarts[c + 1]; row++)
            {
                earliest = Math.Min(earliest, Math.Min(beginMicros[row], endMicros[row]));
                latest = Math.Max(latest, endMicros[row]);
                tallies[cached.Of(endMicros[row]) - first].Events++;
            }

            tallies[cached.Of(earliest) - first].Begun++;
            tallies[cached.Of(latest) - first].Ended++;
        }
    }

    private struct CachedMonth
    {
        private long _startMicros;
        private long _endMicros;
        private int _month;

        public CachedMonth(long micros) => Look(micros);

        public int Of(long micros)
        {
            if (micros < _startMicros || micros >= _endMicros)
            {
                Look(micros);
            }

            return _month;
        }

        private void Look(long micros)
        {
            var day = DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
            var start = new DateTime(day.Year, day.Month, 1, 0, 0, 0, DateTimeKind.Utc);
            _month = (day.Year * 12) + day.Month - 1;
            _startMicros = (start - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            _endMicros = _startMicros + (DateTime.DaysInMonth(day.Year, day.Month) * TimeSpan.TicksPerDay / TimeSpan.TicksPerMicrosecond);
        }
    }
}

/// <summary>Running counts of one month.</summary>
internal struct MonthTally
{
    public int Events;
    public int Begun;
    public int Ended;
}
