namespace OutsideIn.Events;

/// <summary>Reads the times of a document to microseconds of UTC and counts those that name no zone.</summary>
internal sealed class XesClock(TimeZoneInfo? zone)
{
    /// <summary>Times that named no zone.</summary>
    public long WithoutZone { get; private set; }

    public bool TryRead(ReadOnlySpan<byte> value, out long micros)
    {
        if (!TimestampParsing.TryReadIso(value, out micros, out var hasZone))
        {
            return false;
        }

        if (!hasZone)
        {
            WithoutZone++;
            micros = zone is null ? micros : ToUtc(micros, zone);
        }

        return true;
    }

    /// <summary>The instant of a local time. One that the clocks skipped is taken by the offset before the change; of one that they
    /// repeated, the later.</summary>
    private static long ToUtc(long micros, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond), DateTimeKind.Unspecified);
        var offset = zone.GetUtcOffset(local);
        return micros - (offset.Ticks / TimeSpan.TicksPerMicrosecond);
    }
}
