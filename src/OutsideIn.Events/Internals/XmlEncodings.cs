using System.Text;
using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>Finds the encoding of an XML document and turns it into UTF-8 as it streams.</summary>
internal static class XmlEncodings
{
    private const int HeadBytes = 1024;

    /// <summary>The document as UTF-8 without a byte-order mark.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="stream">The document; disposing the result disposes it.</param>
    /// <param name="asked">The encoding a person named, or null to follow the byte-order mark, then the declaration, then UTF-8.</param>
    /// <param name="notes">Gets a sentence where the declaration is not followed.</param>
    public static Result<Stream> ToUtf8(string name, Stream stream, string? asked, ICollection<string> notes)
    {
        var head = new byte[HeadBytes];
        var length = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        var (marked, markLength) = Marked(head.AsSpan(0, length));
        var whole = new HeadedStream(head.AsMemory(markLength, length - markLength), stream);
        var declared = marked is null ? Declared(head.AsSpan(0, length)) : null;
        if (asked is null && declared is not null && declared.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase))
        {
            notes.Add($"The file declares {declared} but its bytes are not; it was read as UTF-8.");
            declared = null;
        }

        var encodingName = asked ?? marked ?? declared;
        if (encodingName is null || IsUtf8(encodingName))
        {
            return whole;
        }

        return Find(encodingName) is { } encoding
            ? Encoding.CreateTranscodingStream(whole, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
            : new Problem(
                ProblemKind.Invalid,
                "EV205",
                $"{name} {(asked is null ? "declares" : "is said to have")} the encoding \"{encodingName}\", which is not known.",
                "Say the right one with --encoding, such as utf-8 or windows-1252.");
    }

    private static (string? Name, int MarkLength) Marked(ReadOnlySpan<byte> head) =>
        head.StartsWith("\uFEFF"u8) ? ("utf-8", 3)
        : head.StartsWith<byte>([0xFF, 0xFE, 0, 0]) ? ("utf-32", 4)
        : head.StartsWith<byte>([0, 0, 0xFE, 0xFF]) ? ("utf-32BE", 4)
        : head.StartsWith<byte>([0xFF, 0xFE]) ? ("utf-16", 2)
        : head.StartsWith<byte>([0xFE, 0xFF]) ? ("utf-16BE", 2)
        : head.StartsWith<byte>([(byte)'<', 0]) ? ("utf-16", 0)
        : head.StartsWith<byte>([0, (byte)'<']) ? ("utf-16BE", 0)
        : (null, 0);

    private static string? Declared(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf("?>"u8);
        if (!head.StartsWith("<?xml"u8) || end < 0)
        {
            return null;
        }

        var declaration = Encoding.Latin1.GetString(head[..end]);
        var at = declaration.IndexOf("encoding", StringComparison.Ordinal);
        var parts = at < 0 ? [] : declaration[at..].Split('"', '\'');
        return parts.Length > 1 ? parts[1].Trim() : null;
    }

    private static bool IsUtf8(string name) =>
        name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase)
        || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) || name.Equals("ascii", StringComparison.OrdinalIgnoreCase);

    private static Encoding? Find(string name)
    {
        var (encoder, decoder) = (EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, encoder, decoder)
                ?? Encoding.GetEncoding(name, encoder, decoder);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>A stream whose first bytes have been read already.</summary>
    private sealed class HeadedStream(ReadOnlyMemory<byte> head, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _head = head;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_head.IsEmpty)
            {
                return rest.Read(buffer);
            }

            var length = Math.Min(buffer.Length, _head.Length);
            _head.Span[..length].CopyTo(buffer);
            _head = _head[length..];
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                rest.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
