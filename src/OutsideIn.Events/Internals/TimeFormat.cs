using System.Runtime.CompilerServices;
using System.Text;

namespace OutsideIn.Events;

/// <summary>One way in which a column writes its times. Immutable; safe to share.</summary>
internal sealed class TimeFormat
{
    /// <summary>ISO 8601, and its name in reports.</summary>
    public static readonly TimeFormat Iso = new(Way.Iso, "ISO 8601", null, 0);

    /// <summary>Seconds since 1970, with or without a fraction.</summary>
    public static readonly TimeFormat EpochSeconds = new(Way.Epoch, "epoch seconds", null, TimestampParsing.MicrosPerSecond);

    /// <summary>Milliseconds since 1970.</summary>
    public static readonly TimeFormat EpochMillis = new(Way.Epoch, "epoch milliseconds", null, 1000);

    /// <summary>Microseconds since 1970.</summary>
    public static readonly TimeFormat EpochMicros = new(Way.Epoch, "epoch microseconds", null, 1);

    /// <summary>Days since 1899-12-30, as workbooks count them; to the nearest millisecond.</summary>
    public static readonly TimeFormat WorkbookDays = new(Way.Days, "workbook days", null, 0);

    private const double WorkbookEpochDays = 25_569;

    private readonly Way _way;
    private readonly TimePattern? _pattern;
    private readonly double _unitMicros;

    private TimeFormat(Way way, string name, TimePattern? pattern, double unitMicros) =>
        (_way, Name, _pattern, _unitMicros) = (way, name, pattern, unitMicros);

    private enum Way
    {
        Iso,
        Pattern,
        Epoch,
        Days,
    }

    /// <summary>The pattern, or the name of a format that has none.</summary>
    public string Name { get; }

    /// <summary>The name up to the clock: formats with one part write days alike.</summary>
    public string DatePart => Name.Split(' ')[0];

    /// <summary>The formats that count something, from the coarsest unit to the finest.</summary>
    public static IReadOnlyList<TimeFormat> Counts { get; } = [WorkbookDays, EpochSeconds, EpochMillis, EpochMicros];

    /// <summary>The format of a name, or of a .NET or strftime pattern.</summary>
    /// <returns>The format, or null where the text is neither.</returns>
    public static TimeFormat? Named(string text) =>
        Counts.Append(Iso).FirstOrDefault(one => string.Equals(one.Name, text, StringComparison.OrdinalIgnoreCase))
        ?? (string.Equals(text, "ISO", StringComparison.OrdinalIgnoreCase) ? Iso : null)
        ?? (TimePattern.Compile(text) is { } pattern ? new TimeFormat(Way.Pattern, text, pattern, 0) : null);

    /// <inheritdoc cref="TimePattern.TryRead"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(ReadOnlySpan<byte> text, out long micros, out bool hasZone) => _way == Way.Iso
        ? TimestampParsing.TryReadIso(text, out micros, out hasZone)
        : TryReadOther(text, out micros, out hasZone);

    /// <inheritdoc cref="TimePattern.TryRead"/>
    public bool TryRead(string text, out long micros, out bool hasZone)
    {
        Span<byte> bytes = stackalloc byte[128];
        (micros, hasZone) = (0, false);
        return Encoding.UTF8.TryGetBytes(text, bytes, out var length) && TryRead(bytes[..length], out micros, out hasZone);
    }

    private bool TryReadOther(ReadOnlySpan<byte> text, out long micros, out bool hasZone)
    {
        if (_pattern is not null)
        {
            return _pattern.TryRead(text, out micros, out hasZone);
        }

        (micros, hasZone) = (0, _way == Way.Epoch);
        if (!NumberParsing.TryRead(text, (byte)(text.Contains((byte)',') ? ',' : '.'), out var count))
        {
            return _way == Way.Epoch && TryReadLongCount(text, out micros);
        }

        var exact = _way == Way.Days
            ? Math.Round((count - WorkbookEpochDays) * TimestampParsing.MicrosPerDay / 1000) * 1000
            : Math.Round(count * _unitMicros);
        micros = (long)exact;
        return exact is >= TimestampParsing.EarliestMicros and <= TimestampParsing.LatestMicros;
    }

    /// <summary>Counts of more digits than a double holds, cut to microseconds.</summary>
    private bool TryReadLongCount(ReadOnlySpan<byte> text, out long micros)
    {
        micros = 0;
        var point = text.IndexOfAny((byte)'.', (byte)',');
        var whole = point < 0 ? text : text[..point];
        if (whole.Length is < 1 or > 16 || whole.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        foreach (var digit in whole)
        {
            micros = (micros * 10) + (digit - '0');
        }

        micros *= (long)_unitMicros;
        if (point >= 0)
        {
            var digits = TimestampParsing.ReadFraction(text[(point + 1)..], out var fraction);
            micros += (long)(fraction * (_unitMicros / TimestampParsing.MicrosPerSecond));
            return digits == text.Length - point - 1 && micros is >= 0 and <= TimestampParsing.LatestMicros;
        }

        return micros is >= 0 and <= TimestampParsing.LatestMicros;
    }
}
