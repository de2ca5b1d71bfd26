namespace OutsideIn.Events;

/// <summary>Reads the times of a document to microseconds of UTC and counts those that name no zone.</summary>
/// <remarks>The standard writes times as ISO 8601; a pattern a person names is tried on what is not.</remarks>
internal sealed class XesClock(ImportOptions options)
{
    private readonly LocalClock _local = new(options.TimeZone);
    private readonly TimeFormat? _format = options.TimeFormat is null ? null : TimeFormat.Named(options.TimeFormat);

    /// <summary>Times that named no zone.</summary>
    public long WithoutZone { get; private set; }

    /// <summary>Local times that the zone has twice or never.</summary>
    public long Doubtful => _local.TwiceCount + _local.NeverCount;

    public bool TryRead(ReadOnlySpan<byte> value, out long micros)
    {
        if (!TimestampParsing.TryReadIso(value, out micros, out var hasZone) && _format?.TryRead(value, out micros, out hasZone) != true)
        {
            return false;
        }

        if (!hasZone)
        {
            WithoutZone++;
            micros = _local.ToUtc(micros);
        }

        return true;
    }
}
