using System.Buffers;
using System.Text;

namespace OutsideIn.Events;

/// <content>What is neither tag nor attribute: text, comments, CDATA, instructions, DOCTYPE.</content>
internal sealed partial class XmlScanner
{
    private static readonly SearchValues<byte> EndsText = SearchValues.Create(
        [(byte)'<', 0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    private bool _begun;

    /// <summary>Skips text, which no event log uses.</summary>
    private bool SkipText()
    {
        if (_depth == 0)
        {
            Expected(_at, _rootSeen ? "nothing but comments after the end of the root element" : "\"<\"");
            return false;
        }

        var length = _buffer.AsSpan(_at, _end - _at).IndexOfAny(EndsText);
        if (length < 0)
        {
            _at = _valid;
            return More();
        }

        _at += length;
        if (_buffer[_at] == '<')
        {
            return true;
        }

        Expected(_at, "text");
        return false;
    }

    private Step Markup(int at)
    {
        var rest = _buffer.AsSpan(at, _end - at);
        if (rest.StartsWith("<!--"u8))
        {
            return SkipTo(at + 4, "-->"u8);
        }

        if (rest.StartsWith("<?"u8))
        {
            return Instruction(at, rest);
        }

        if (rest.StartsWith("<![CDATA["u8) && _depth > 0)
        {
            return SkipTo(at + 9, "]]>"u8);
        }

        if (rest.StartsWith("<!DOCTYPE"u8) && !_rootSeen)
        {
            return DocumentType(at, rest);
        }

        return rest.Length < 9 && !_drained && (rest.Length == 1 || rest[1] == '!') ? Step.More : Expected(at, "a tag or a comment");
    }

    private Step Instruction(int at, ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 6)
        {
            return Step.More;
        }

        var isDeclaration = Ascii.EqualsIgnoreCase(rest[2..5], "xml"u8) && !IsNameByte[rest[5]];
        if (isDeclaration && (_begun || at > 0))
        {
            return Expected(at, "the XML declaration at the very beginning only");
        }

        _begun = true;
        return SkipTo(at + 2, "?>"u8);
    }

    private Step SkipTo(int from, ReadOnlySpan<byte> end)
    {
        (_at, _begun) = (from, true);
        while (true)
        {
            var rest = _buffer.AsSpan(_at, _end - _at);
            var length = rest.IndexOf(end);
            if (length >= 0)
            {
                _at += length + end.Length;
                return Step.Done;
            }

            // The last letters may begin what ends it; and a letter of several bytes must not be torn.
            var keep = Math.Max(_at, _end - end.Length + 1);
            while (keep > _at && (_buffer[keep] & 0xC0) == 0x80)
            {
                keep--;
            }

            _at = keep;
            if (!MoreOfTag())
            {
                return Step.Fault;
            }
        }
    }

    /// <summary>Skips a document type that declares no entity; refuses every other: none is ever expanded or fetched.</summary>
    private Step DocumentType(int at, ReadOnlySpan<byte> rest)
    {
        var end = DocumentTypeEnd(rest);
        var text = Encoding.UTF8.GetString(rest[9..end]);
        if (text.AsSpan().TrimStart().StartsWith("html", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse("EV207", at, "this is an HTML page, not an event log", "It may be the page that offers the log for download; download the log itself.");
        }

        if (text.Contains("<!ENTITY", StringComparison.Ordinal) || text.Contains('%', StringComparison.Ordinal))
        {
            return Refuse("EV203", at, "the document type declares entities; they are never expanded or fetched", "Export the log without a DOCTYPE.");
        }

        if (end == rest.Length)
        {
            return Step.More;
        }

        var subset = text.IndexOf('[', StringComparison.Ordinal);
        var head = (subset < 0 ? text : text[..subset]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (head.Contains("SYSTEM") || head.Contains("PUBLIC"))
        {
            return Refuse("EV203", at, "the document type names an external file; it is never fetched", "Export the log without a DOCTYPE.");
        }

        (_at, _begun) = (at + end + 1, true);
        return Step.Done;
    }

    /// <summary>Where the <c>&gt;</c> of a document type stands, past quotes and its inner part; the length where it is not there yet.</summary>
    private static int DocumentTypeEnd(ReadOnlySpan<byte> rest)
    {
        var (quote, isInside) = ((byte)0, false);
        for (var end = 9; end < rest.Length; end++)
        {
            var letter = rest[end];
            if (quote != 0)
            {
                quote = letter == quote ? (byte)0 : quote;
            }
            else if (letter is (byte)'"' or (byte)'\'')
            {
                quote = letter;
            }
            else if (letter is (byte)'[' or (byte)']')
            {
                isInside = letter == '[';
            }
            else if (letter == '>' && !isInside)
            {
                return end;
            }
        }

        return rest.Length;
    }
}
