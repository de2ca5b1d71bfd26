namespace OutsideIn.Events;

/// <summary>A source that was opened and unwrapped: its text from the beginning, and how far the reading has come.</summary>
internal sealed class OpenedSource(LogSource source, CountingStream counter, PeekedStream content, string wrapping) : IDisposable
{
    /// <summary>Readers tell about their progress every so many events.</summary>
    public const int EventsBetweenReports = 65_536;

    // A guess that is wrong costs room for this many rows at most.
    private const int ExpectedMax = 2_000_000;

    /// <summary>The file's name, for messages.</summary>
    public string Name => source.Name;

    /// <summary>The text, with decompression and archives already undone; encodings and byte order marks are not.</summary>
    public PeekedStream Content { get; } = content;

    /// <summary>How the text was wrapped, to be put behind the format's name: nothing, <c>, gzip</c> or <c>, zip</c>.</summary>
    public string Wrapping { get; } = wrapping;

    /// <summary>Bytes of the source read so far, before decompression.</summary>
    public long BytesRead => counter.BytesRead;

    /// <summary>Bytes of the text where that is known: the source is neither compressed nor archived.</summary>
    public long? TextLength => Wrapping.Length == 0 ? source.Length : null;

    /// <summary>How many events the source may hold, a little more rather than less; 0 where that cannot be told.</summary>
    /// <param name="met">Events met so far.</param>
    public int ExpectedEvents(long met) =>
        BytesRead == 0 ? 0 : (int)Math.Min(ExpectedMax, met * 1.1 * (source.Length ?? 0) / BytesRead);

    public void Report(IProgress<ImportProgress>? progress, long events) =>
        progress?.Report(new ImportProgress(BytesRead, source.Length, events));

    public void Dispose() => Content.Dispose();
}
