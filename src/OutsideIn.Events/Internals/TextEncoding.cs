using System.Text;
using System.Text.Unicode;
using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>The encoding of a delimited file, and why.</summary>
/// <param name="Encoding">The encoding; UTF-8 is read as it stands, others are turned into it.</param>
/// <param name="Note">A sentence for the report, or null for plain UTF-8.</param>
/// <param name="MarkBytes">Bytes of the byte order mark at the head.</param>
internal sealed record TextEncoding(Encoding Encoding, string? Note, int MarkBytes)
{
    private const int HeadBytes = 1 << 18;

    /// <summary>The code page of western Windows, a superset of Latin-1's printable characters.</summary>
    public static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public bool IsUtf8 => Encoding is UTF8Encoding;

    /// <summary>Finds the encoding of a source from the head of its text, or takes the one a person named.</summary>
    public static Result<TextEncoding> Detect(OpenedSource source, string? named)
    {
        var head = source.Content.Peek(HeadBytes);
        if (named is not null)
        {
            return Named(named) is { } encoding
                ? new TextEncoding(encoding, $"Read as {encoding.WebName}, as asked.", MarkOf(head, encoding))
                : new Problem(ProblemKind.Invalid, "EV106", $"'{named}' is the name of no encoding.",
                    "Give a name such as utf-8, utf-16, windows-1252 or iso-8859-1 with --encoding.");
        }

        if (head.StartsWith(Encoding.UTF8.Preamble))
        {
            return new TextEncoding(Encoding.UTF8, null, 3);
        }

        if (Wide(head) is { } wide)
        {
            return wide;
        }

        if (ControlBytes(head) * 1000L > head.Length)
        {
            return new Problem(ProblemKind.Invalid, "EV103",
                $"{source.Name} is not text: of its first {head.Length} bytes, {ControlBytes(head)} are zero or other control bytes.",
                "Export the log as CSV or XES, or name its encoding with --encoding.");
        }

        return IsUtf8Text(head)
            ? new TextEncoding(Encoding.UTF8, null, 0)
            : new TextEncoding(Windows1252,
                "Read as windows-1252: the bytes are not valid UTF-8, and this is the usual other encoding. --encoding names another.", 0);
    }

    /// <summary>The text as UTF-8 from behind its byte order mark.</summary>
    public Stream Open(PeekedStream content)
    {
        Span<byte> mark = stackalloc byte[MarkBytes];
        content.ReadExactly(mark);
        return IsUtf8 ? content : Encoding.CreateTranscodingStream(content, Encoding, System.Text.Encoding.UTF8, leaveOpen: true);
    }

    /// <summary>Lines with letters beyond ASCII vote: a broken line or two do not make a file of UTF-8 another.</summary>
    private static bool IsUtf8Text(ReadOnlySpan<byte> head)
    {
        if (Utf8.IsValid(head))
        {
            return true;
        }

        var (valid, invalid) = (0, 0);
        while (!head.IsEmpty)
        {
            var end = head.IndexOf((byte)'\n');
            if (end < 0 && head.Length < HeadBytes && valid + invalid > 0)
            {
                break;
            }

            var line = end < 0 ? head : head[..end];
            head = head[(end < 0 ? head.Length : end + 1)..];
            if (Ascii.IsValid(line))
            {
                continue;
            }

            (valid, invalid) = Utf8.IsValid(line) ? (valid + 1, invalid) : (valid, invalid + 1);
        }

        return valid >= invalid && valid > 0;
    }

    private static TextEncoding? Wide(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.Unicode.Preamble))
        {
            return new TextEncoding(Encoding.Unicode, "Read as UTF-16, little end first, by its byte order mark.", 2);
        }

        if (head.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return new TextEncoding(Encoding.BigEndianUnicode, "Read as UTF-16, big end first, by its byte order mark.", 2);
        }

        var (evenZeros, oddZeros) = (0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            (evenZeros, oddZeros) = head[i] != 0 ? (evenZeros, oddZeros) : i % 2 == 0 ? (evenZeros + 1, oddZeros) : (evenZeros, oddZeros + 1);
        }

        var most = head.Length * 2 / 5;
        return head.Length < 4 ? null
            : oddZeros > most && evenZeros * 20 < oddZeros
                ? new TextEncoding(Encoding.Unicode, "Read as UTF-16, little end first: every other byte is zero.", 0)
            : evenZeros > most && oddZeros * 20 < evenZeros
                ? new TextEncoding(Encoding.BigEndianUnicode, "Read as UTF-16, big end first: every other byte is zero.", 0)
            : null;
    }

    private static int ControlBytes(ReadOnlySpan<byte> head)
    {
        var count = 0;
        foreach (var letter in head)
        {
            count += letter is < 9 or (> 13 and < 27) ? 1 : 0;
        }

        return count;
    }

    private static int MarkOf(ReadOnlySpan<byte> head, Encoding encoding) =>
        encoding.Preamble.Length > 0 && head.StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;

    private static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
