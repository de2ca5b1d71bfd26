using System.Globalization;

namespace OutsideIn.Vocabulary;

/// <summary>Instants as people write them.</summary>
public static class InstantText
{
    /// <summary>Reads an instant such as <c>2026-03-31T17:00:00+01:00</c> or <c>2026-03-31</c>; one without a zone is in UTC.</summary>
    /// <returns>The instant, in UTC; null where the text is none.</returns>
    public static DateTimeOffset? Read(string text)
    {
        const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Universal, out var instant) ? instant : null;
    }

    /// <summary>Microseconds since 1970-01-01T00:00:00Z.</summary>
    public static long MicrosOf(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
