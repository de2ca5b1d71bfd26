using System.Buffers;
using System.Runtime.CompilerServices;
using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>What the scanner stands on.</summary>
internal enum XmlToken
{
    /// <summary>The start of an element; where it is empty, no end follows.</summary>
    Start,

    /// <summary>The end of the innermost open element.</summary>
    End,

    /// <summary>The whole document was read and is well formed.</summary>
    Finished,

    /// <summary>The document cannot be read on; the scanner's fault says why.</summary>
    Fault,
}

/// <summary>
/// Pulls elements and their attributes out of UTF-8 XML through a sliding window of bytes. It checks well-formedness of markup,
/// expands the five predefined entities and character references, and nothing else: no DTD is applied, nothing is fetched.
/// </summary>
/// <remarks>A tag that does not fit what is left of the window is slid to its front and read again from its first byte.</remarks>
internal sealed partial class XmlScanner(string name, Stream stream, XmlLimits limits)
{
    private static readonly SearchValues<byte> EndsDoubleQuoted = SearchValues.Create([(byte)'"', .. NotPlain]);
    private static readonly SearchValues<byte> EndsSingleQuoted = SearchValues.Create([(byte)'\'', .. NotPlain]);
    private static readonly bool[] IsNameByte = NameBytes();

    private XmlSpot[] _attributes = new XmlSpot[8];
    private byte[] _decoded = new byte[64];
    private byte[] _open = new byte[256];
    private int[] _openEnds = new int[16];
    private int _attributeCount;
    private int _decodedLength;
    private int _depth;
    private int _tag;
    private int _nameStart;
    private int _nameEnd;
    private bool _rootSeen;

    private enum Step
    {
        Done,
        More,
        Fault,
    }

    /// <summary>Why the document cannot be read on; set with <see cref="XmlToken.Fault"/>.</summary>
    public Problem? Fault { get; private set; }

    /// <summary>Whether the element just started has no content; then no end follows.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Open elements, the one just started included unless it is empty.</summary>
    public int Depth => _depth;

    /// <summary>The local name of the element just started; valid until the next read.</summary>
    public ReadOnlySpan<byte> Name => _buffer.AsSpan(_nameStart, _nameEnd - _nameStart);

    private static ReadOnlySpan<byte> NotPlain =>
    [
        (byte)'&', (byte)'<', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
        29, 30, 31,
    ];

    /// <summary>The value of an attribute of the element just started; valid until the next read.</summary>
    public bool TryAttribute(ReadOnlySpan<byte> attribute, out ReadOnlySpan<byte> value)
    {
        foreach (ref readonly var spot in _attributes.AsSpan(0, _attributeCount))
        {
            if (_buffer.AsSpan(spot.NameStart, spot.NameLength).SequenceEqual(attribute))
            {
                value = (spot.IsDecoded ? _decoded : _buffer).AsSpan(spot.ValueStart, spot.ValueLength);
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The key and the value of the attribute just started; valid until the next read.</summary>
    /// <returns>Whether there is a key; without a value, the value is empty.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryKeyAndValue(out ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        if (Common != XesType.None)
        {
            ref readonly var first = ref _attributes[0];
            ref readonly var second = ref _attributes[1];
            key = _buffer.AsSpan(first.ValueStart, first.ValueLength);
            value = _buffer.AsSpan(second.ValueStart, second.ValueLength);
            return true;
        }

        TryAttribute("value"u8, out value);
        return TryAttribute("key"u8, out key);
    }

    /// <summary>Moves to the next start or end of an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public XmlToken Read()
    {
        while (true)
        {
            _at = AfterBlanks(_buffer, _at);
            if (_buffer[_at] != '<')
            {
                if (_at < _end ? !SkipText() : !More())
                {
                    return Fault is null ? AtEnd() : XmlToken.Fault;
                }

                continue;
            }

            if (_depth > 0 && TryCommonTag(_at))
            {
                return XmlToken.Start;
            }

            if (ReadMarkup() is { } token)
            {
                return token;
            }
        }
    }

    /// <summary>Reads what begins with <c>&lt;</c>; null where it is neither start nor end, or where more of it had to be fetched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private XmlToken? ReadMarkup()
    {
        Common = XesType.None;
        var second = _buffer[_at + 1];
        var isEnd = second == '/';
        var isTag = isEnd || IsNameByte[second];
        _begun |= isTag;
        var step = isEnd ? EndTag(_at) : isTag ? StartTag(_at) : Markup(_at);
        if (step == Step.Done)
        {
            return !isTag ? null : isEnd ? XmlToken.End : XmlToken.Start;
        }

        return step == Step.Fault || !MoreOfTag() ? XmlToken.Fault : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AfterBlanks(byte[] buffer, int at)
    {
        while (IsBlank(buffer[at]))
        {
            at++;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBlank(byte letter) => letter is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r';

    private static bool[] NameBytes()
    {
        var table = new bool[256];
        for (var i = 0; i < 256; i++)
        {
            table[i] = i >= 0x80 || char.IsAsciiLetterOrDigit((char)i) || i is '_' or '-' or '.' or ':';
        }

        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Step StartTag(int tag)
    {
        var buffer = _buffer;
        var i = NameEnd(buffer, tag + 1);
        if (i >= _end)
        {
            return Step.More;
        }

        if (_depth == 0 && _rootSeen)
        {
            return Expected(tag, "nothing but comments after the end of the root element");
        }

        var nameEnd = i;
        (_attributeCount, _decodedLength) = (0, 0);
        while (true)
        {
            var blanks = i;
            i = AfterBlanks(buffer, i);
            if (buffer[i] == '>')
            {
                return Open(tag, nameEnd, i + 1, isEmpty: false);
            }

            if (buffer[i] == '/')
            {
                return i + 1 >= _end ? Step.More
                    : buffer[i + 1] == '>' ? Open(tag, nameEnd, i + 2, isEmpty: true)
                    : Expected(i, "\"/>\"");
            }

            if (i >= _end || i == blanks)
            {
                return i >= _end ? Step.More : Expected(i, "a blank, \">\" or \"/>\"");
            }

            var step = Attribute(ref i);
            if (step != Step.Done)
            {
                return step;
            }
        }
    }

    /// <summary>Reads one attribute; <paramref name="at"/> moves from its name behind its closing quote.</summary>
    private Step Attribute(ref int at)
    {
        var buffer = _buffer;
        var (nameStart, i) = (at, NameEnd(buffer, at));
        var nameEnd = i;
        i = AfterBlanks(buffer, i);
        if (nameEnd == nameStart || buffer[i] != '=')
        {
            return i >= _end ? Step.More : Expected(i, nameEnd == nameStart ? "the name of an attribute" : "\"=\" after the name of an attribute");
        }

        i = AfterBlanks(buffer, i + 1);
        var quote = buffer[i];
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            return i >= _end ? Step.More : Expected(i, "a value in quotes");
        }

        var value = buffer.AsSpan(i + 1, _end - i - 1);
        var length = value.IndexOfAny(quote == '"' ? EndsDoubleQuoted : EndsSingleQuoted);
        if (length < 0)
        {
            return Step.More;
        }

        var spot = new XmlSpot(nameStart, nameEnd - nameStart, i + 1, length, IsDecoded: false);
        at = i + length + 2;
        if (value[length] != quote)
        {
            var step = Decode(i + 1, quote, ref spot, out at);
            if (step != Step.Done)
            {
                return step;
            }
        }

        return Keep(spot);
    }

    private Step Keep(in XmlSpot spot)
    {
        var attribute = _buffer.AsSpan(spot.NameStart, spot.NameLength);
        foreach (ref readonly var other in _attributes.AsSpan(0, _attributeCount))
        {
            if (other.NameLength == spot.NameLength && attribute.SequenceEqual(_buffer.AsSpan(other.NameStart, other.NameLength)))
            {
                return Expected(spot.NameStart, "every attribute once");
            }
        }

        if (_attributeCount == _attributes.Length)
        {
            if (_attributeCount >= XmlLimits.AttributesMax)
            {
                return Refuse("EV210", spot.NameStart, $"the tag has more than {XmlLimits.AttributesMax} attributes", null);
            }

            Array.Resize(ref _attributes, _attributeCount * 2);
        }

        _attributes[_attributeCount++] = spot;
        return Step.Done;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Step Open(int tag, int nameEnd, int next, bool isEmpty)
    {
        var whole = _buffer.AsSpan(tag + 1, nameEnd - tag - 1);
        (_tag, _at, IsEmpty, _rootSeen) = (tag, next, isEmpty, true);
        (_nameStart, _nameEnd) = (tag + 2 + whole.LastIndexOf((byte)':'), nameEnd);
        if (isEmpty)
        {
            return Step.Done;
        }

        if (_depth == limits.DepthMax)
        {
            return Refuse("EV209", tag, $"elements are nested deeper than {limits.DepthMax}", "An event log needs a handful of levels; the file is damaged or made to harm.");
        }

        var start = _depth == 0 ? 0 : _openEnds[_depth - 1];
        if (_depth == _openEnds.Length)
        {
            Array.Resize(ref _openEnds, _depth * 2);
        }

        if (start + whole.Length > _open.Length)
        {
            Array.Resize(ref _open, (start + whole.Length) * 2);
        }

        whole.CopyTo(_open.AsSpan(start));
        _openEnds[_depth++] = start + whole.Length;
        return Step.Done;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Step EndTag(int tag)
    {
        var buffer = _buffer;
        var i = NameEnd(buffer, tag + 2);
        var nameEnd = i;
        i = AfterBlanks(buffer, i);
        if (i >= _end)
        {
            return Step.More;
        }

        if (_depth == 0)
        {
            return Expected(tag, "a start tag");
        }

        var start = _depth == 1 ? 0 : _openEnds[_depth - 2];
        var open = _open.AsSpan(start, _openEnds[_depth - 1] - start);
        if (buffer[i] != '>' || !buffer.AsSpan(tag + 2, nameEnd - tag - 2).SequenceEqual(open))
        {
            return Expected(tag, $"\"</{Shown(open)}>\"");
        }

        (_tag, _at) = (tag, i + 1);
        _depth--;
        return Step.Done;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NameEnd(byte[] buffer, int at)
    {
        var isNameByte = IsNameByte;
        while (isNameByte[buffer[at]])
        {
            at++;
        }

        return at;
    }

    private XmlToken AtEnd()
    {
        if (_depth == 0 && _rootSeen)
        {
            return XmlToken.Finished;
        }

        Cut();
        return XmlToken.Fault;
    }
}
