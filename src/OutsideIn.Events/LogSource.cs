namespace OutsideIn.Events;

/// <summary>Where a log is read from; opened once to look at it and once more to read it.</summary>
/// <param name="Name">The file's name: its ending decides nothing by itself but is used in messages.</param>
/// <param name="Open">Opens the source from its beginning; the reader disposes the stream.</param>
/// <param name="Length">Bytes in the source, or null where unknown; used for progress only.</param>
public sealed record LogSource(string Name, Func<Stream> Open, long? Length = null);

/// <summary>How far a reader has come.</summary>
/// <param name="BytesRead">Bytes of the source read so far.</param>
/// <param name="BytesTotal">Bytes of the source, or null where unknown.</param>
/// <param name="Events">Events read so far.</param>
public readonly record struct ImportProgress(long BytesRead, long? BytesTotal, long Events);
