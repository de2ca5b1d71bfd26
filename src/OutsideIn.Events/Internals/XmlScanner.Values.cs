using System.Globalization;
using System.Text;

namespace OutsideIn.Events;

/// <content>Values that do not stand in the window as they are meant: references, line breaks and tabs.</content>
internal sealed partial class XmlScanner
{
    private const int ReferenceLengthMax = 64;

    /// <summary>Writes a value among the decoded ones: references expanded, line breaks and tabs as blanks (XML 1.0, 3.3.3).</summary>
    private Step Decode(int from, byte quote, ref XmlSpot spot, out int next)
    {
        var (start, i) = (_decodedLength, from);
        next = from;
        while (true)
        {
            var rest = _buffer.AsSpan(i, _end - i);
            var plain = rest.IndexOfAny(quote == '"' ? EndsDoubleQuoted : EndsSingleQuoted);
            if (plain < 0)
            {
                return Step.More;
            }

            Write(rest[..plain]);
            i += plain;
            var letter = rest[plain];
            if (letter == quote)
            {
                spot = spot with { ValueStart = start, ValueLength = _decodedLength - start, IsDecoded = true };
                next = i + 1;
                return Step.Done;
            }

            var step = letter switch
            {
                (byte)'&' => Reference(ref i),
                (byte)'\n' or (byte)'\t' or (byte)'\r' => Blank(ref i),
                (byte)'<' => Expected(i, "a value without \"<\", which is written \"&lt;\""),
                _ => Expected(i, $"a value without the control character 0x{letter:X2}, which XML forbids"),
            };
            if (step != Step.Done)
            {
                return step;
            }
        }
    }

    private Step Blank(ref int at)
    {
        if (_buffer[at] == '\r' && at + 1 >= _end)
        {
            return Step.More;
        }

        at += _buffer[at] == '\r' && _buffer[at + 1] == '\n' ? 2 : 1;
        Write(" "u8);
        return Step.Done;
    }

    private Step Reference(ref int at)
    {
        var text = _buffer.AsSpan(at + 1, Math.Min(ReferenceLengthMax, _end - at - 1));
        var length = 0;
        while (length < text.Length && (IsNameByte[text[length]] || text[length] == '#'))
        {
            length++;
        }

        if (length == text.Length && length < ReferenceLengthMax)
        {
            return Step.More;
        }

        if (length == text.Length || text[length] != ';')
        {
            return Expected(at, "a reference that ends with \";\", or \"&amp;\" for \"&\"");
        }

        var reference = text[..length];
        if (reference.StartsWith("#"u8))
        {
            if (!TryReadScalar(reference[1..], out var rune))
            {
                return Expected(at, "a reference to a character that XML allows");
            }

            Span<byte> letter = stackalloc byte[4];
            Write(letter[..rune.EncodeToUtf8(letter)]);
        }
        else
        {
            var letter = Predefined(reference);
            if (letter.Length == 0)
            {
                var isName = length > 0 && NameEnd(_buffer, at + 1) == at + 1 + length;
                return isName
                    ? Refuse("EV204", at, $"the entity \"&{Shown(reference)};\" is not one of the five of XML, and no other is expanded", "Export the log with plain characters.")
                    : Expected(at, "\"&amp;\" for \"&\"");
            }

            Write(letter);
        }

        at += length + 2;
        return Step.Done;
    }

    private static ReadOnlySpan<byte> Predefined(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("amp"u8) ? "&"u8
        : name.SequenceEqual("lt"u8) ? "<"u8
        : name.SequenceEqual("gt"u8) ? ">"u8
        : name.SequenceEqual("quot"u8) ? "\""u8
        : name.SequenceEqual("apos"u8) ? "'"u8
        : default;

    private static bool TryReadScalar(ReadOnlySpan<byte> digits, out Rune rune)
    {
        var isHex = digits.StartsWith("x"u8);
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        rune = default;
        return int.TryParse(isHex ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var scalar)
            && (scalar is '\t' or '\n' or '\r' or (>= ' ' and not 0xFFFE and not 0xFFFF))
            && Rune.TryCreate(scalar, out rune);
    }

    private void Write(ReadOnlySpan<byte> text)
    {
        if (_decodedLength + text.Length > _decoded.Length)
        {
            Array.Resize(ref _decoded, (_decodedLength + text.Length) * 2);
        }

        text.CopyTo(_decoded.AsSpan(_decodedLength));
        _decodedLength += text.Length;
    }
}
