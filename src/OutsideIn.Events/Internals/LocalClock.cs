namespace OutsideIn.Events;

/// <summary>Turns local times of one zone into instants, and counts the local times that the zone has twice or never.</summary>
internal sealed class LocalClock(TimeZoneInfo? zone)
{
    private long _day = long.MinValue;
    private long _offsetMicros;
    private bool _isPlainDay;

    /// <summary>Local times that occur twice, when clocks go back; read as the later one, in standard time.</summary>
    public long TwiceCount { get; private set; }

    /// <summary>Local times that do not exist, when clocks go forward; read as if they had not gone forward.</summary>
    public long NeverCount { get; private set; }

    public long ToUtc(long localMicros)
    {
        if (zone is null)
        {
            return localMicros;
        }

        var day = Math.DivRem(localMicros, TimestampParsing.MicrosPerDay, out var rest) - (rest < 0 ? 1 : 0);
        if (day != _day)
        {
            MoveTo(day);
        }

        var utc = localMicros - (_isPlainDay ? _offsetMicros : OffsetAt(localMicros));
        return Math.Clamp(utc, TimestampParsing.EarliestMicros, TimestampParsing.LatestMicros);
    }

    private static DateTime Local(long micros) =>
        DateTime.UnixEpoch.AddTicks(Math.Clamp(micros, TimestampParsing.EarliestMicros, TimestampParsing.LatestMicros) * TimeSpan.TicksPerMicrosecond);

    private void MoveTo(long day)
    {
        // A day whose neighbours share its offset is without a change of clocks.
        _day = day;
        var first = OffsetOf(Local((day - 1) * TimestampParsing.MicrosPerDay));
        var last = OffsetOf(Local((day + 2) * TimestampParsing.MicrosPerDay));
        var middle = OffsetOf(Local((day * TimestampParsing.MicrosPerDay) + (TimestampParsing.MicrosPerDay / 2)));
        (_isPlainDay, _offsetMicros) = (first == last && first == middle, middle);
    }

    private long OffsetAt(long localMicros)
    {
        var local = DateTime.SpecifyKind(Local(localMicros), DateTimeKind.Unspecified);
        TwiceCount += zone!.IsAmbiguousTime(local) ? 1 : 0;
        NeverCount += zone.IsInvalidTime(local) ? 1 : 0;
        return OffsetOf(local);
    }

    private long OffsetOf(DateTime local) =>
        zone!.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified)).Ticks / TimeSpan.TicksPerMicrosecond;
}
