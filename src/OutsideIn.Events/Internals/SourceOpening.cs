using System.IO.Compression;
using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>Opens a source and undoes gzip and zip, told by content and never by the file's ending.</summary>
internal static class SourceOpening
{
    private const int WrappingsMax = 3;
    private const int EntriesNamedMax = 5;

    private static ReadOnlySpan<byte> GzipMagic => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> ZipMagic => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> EmptyZipMagic => "PK\x05\x06"u8;

    /// <exception cref="InvalidDataException">An archive is damaged.</exception>
    public static Result<OpenedSource> Open(LogSource source)
    {
        var counter = new CountingStream(source.Open());
        var content = new PeekedStream(counter);
        var wrapping = "";
        for (var depth = 0; depth < WrappingsMax; depth++)
        {
            if (content.Peek(2).StartsWith(GzipMagic))
            {
                content = new PeekedStream(new GzipReading(content));
                wrapping += ", gzip";
            }
            else if (content.Peek(4).StartsWith(ZipMagic) || content.Peek(4).StartsWith(EmptyZipMagic))
            {
                if (!OnlyEntry(source.Name, content).TryGet(out var entry, out var problem))
                {
                    content.Dispose();
                    return problem;
                }

                content = new PeekedStream(entry);
                wrapping += ", zip";
            }
            else
            {
                break;
            }
        }

        return new OpenedSource(source, counter, content, wrapping);
    }

    private static Result<Stream> OnlyEntry(string name, PeekedStream content)
    {
        // The list of entries stands at the end of a zip file, and an unwrapped source cannot seek.
        var whole = new MemoryStream();
        content.CopyTo(whole);
        content.Dispose();
        var archive = new ZipArchive(whole, ZipArchiveMode.Read);
        if (archive.Entries.Any(static entry => string.Equals(entry.FullName, "[Content_Types].xml", StringComparison.Ordinal)))
        {
            return new Problem(ProblemKind.Invalid, "EV004", $"{name} is a workbook, not a log in text.",
                "Save the sheet with the events as CSV and give that file.");
        }

        var entries = archive.Entries.Where(IsFile).ToList();
        if (entries is [var only])
        {
            return new WholeEntry(only.Open(), only.Length);
        }

        var named = string.Join(", ", entries.Take(EntriesNamedMax).Select(static entry => entry.FullName));
        var more = entries.Count > EntriesNamedMax ? $" and {entries.Count - EntriesNamedMax} more" : "";
        return entries.Count == 0
            ? new Problem(ProblemKind.Invalid, "EV005", $"The archive {name} holds no file.", "Give an archive with one log, or the log itself.")
            : new Problem(ProblemKind.Invalid, "EV005", $"The archive {name} holds {entries.Count} files: {named}{more}.",
                "Unpack it and give the one file that is the log.");
    }

    private static bool IsFile(ZipArchiveEntry entry) =>
        entry.Name.Length > 0 && entry.Name[0] != '.' && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    /// <summary>An entry of an archive; one that ends before its stated length is an error.</summary>
    private sealed class WholeEntry(Stream source, long length) : ReadingStream
    {
        private long _read;

        public override int Read(Span<byte> buffer)
        {
            var read = source.Read(buffer);
            _read += read;
            return read > 0 || buffer.IsEmpty || _read == length
                ? read
                : throw new InvalidDataException("An archived file ends before its stated length.");
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                source.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
