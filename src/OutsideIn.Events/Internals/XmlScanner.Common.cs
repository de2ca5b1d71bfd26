using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OutsideIn.Events;

/// <content>
/// The short way for <c>&lt;type key="…" value="…"/&gt;</c>, which is nine tags of ten in an event log. Whatever is written in any
/// other way, or may be wrong, is left to the long way, so that there is one place that judges. No bound is looked at: the zero
/// behind the window is in no word looked for here, so nothing matches across the end.
/// </content>
internal sealed partial class XmlScanner
{
    /// <summary>The type of the attribute just started, where it was read the short way.</summary>
    public XesType Common { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (XesType Type, int NameLength) CommonStart(ReadOnlySpan<byte> text) => text[0] switch
    {
        (byte)'s' when text.StartsWith("string key=\""u8) => (XesType.Text, 6),
        (byte)'d' when text.StartsWith("date key=\""u8) => (XesType.Date, 4),
        (byte)'i' when text.StartsWith("int key=\""u8) => (XesType.Whole, 3),
        (byte)'i' when text.StartsWith("id key=\""u8) => (XesType.Id, 2),
        (byte)'f' when text.StartsWith("float key=\""u8) => (XesType.Float, 5),
        (byte)'b' when text.StartsWith("boolean key=\""u8) => (XesType.YesNo, 7),
        _ => (XesType.None, 0),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryCommonTag(int tag)
    {
        var (type, nameLength) = CommonStart(_buffer.AsSpan(tag + 1));
        if (type == XesType.None)
        {
            return false;
        }

        var key = tag + nameLength + 7;
        var keyEnd = PlainEnd(_buffer, key);
        if (!_buffer.AsSpan(keyEnd).StartsWith("\" value=\""u8))
        {
            return false;
        }

        var value = keyEnd + 9;
        var valueEnd = PlainEnd(_buffer, value);
        if (!_buffer.AsSpan(valueEnd).StartsWith("\"/>"u8))
        {
            return false;
        }

        (_tag, _at, _nameStart, _nameEnd) = (tag, valueEnd + 3, tag + 1, tag + 1 + nameLength);
        (IsEmpty, Common, _attributeCount) = (true, type, 2);
        _attributes[0] = new XmlSpot(key - 5, 3, key, keyEnd - key, IsDecoded: false);
        _attributes[1] = new XmlSpot(value - 7, 5, value, valueEnd - value, IsDecoded: false);
        return true;
    }

    /// <summary>How the tag just read the short way begins, with the blanks before it.</summary>
    public XmlLead Lead()
    {
        var start = _tag;
        while (start > 0 && IsBlank(_buffer[start - 1]))
        {
            start--;
        }

        return new XmlLead(_buffer[start.._attributes[1].ValueStart], _tag - start, Common, _nameEnd - _nameStart);
    }

    /// <summary>
    /// Reads a tag that begins letter by letter as another did before: an event writes what the event before it wrote, so that one
    /// comparison does the work of telling type, key and blanks.
    /// </summary>
    /// <returns>False, and nothing read, where it does not begin so or does not end as expected.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryAgain(XmlLead lead, out ReadOnlySpan<byte> written)
    {
        written = default;
        if (!_buffer.AsSpan(_at).StartsWith(lead.Bytes))
        {
            return false;
        }

        var value = _at + lead.Bytes.Length;
        var valueEnd = PlainEnd(_buffer, value);
        if (!_buffer.AsSpan(valueEnd).StartsWith("\"/>"u8))
        {
            return false;
        }

        var tag = _at + lead.Blanks;
        (_tag, _at, _nameStart, _nameEnd) = (tag, valueEnd + 3, tag + 1, tag + 1 + lead.NameLength);
        (IsEmpty, Common, _attributeCount) = (true, lead.Type, 2);
        var key = _nameEnd + 6;
        _attributes[0] = new XmlSpot(key - 5, 3, key, value - 9 - key, IsDecoded: false);
        _attributes[1] = new XmlSpot(value - 7, 5, value, valueEnd - value, IsDecoded: false);
        written = _buffer.AsSpan(value, valueEnd - value);
        return true;
    }

    /// <summary>The first byte that ends a value in double quotes or must be looked at; the zero behind the window is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlainEnd(byte[] buffer, int from)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(buffer);
        for (var at = from; ; at += Vector128<byte>.Count)
        {
            var letters = Vector128.LoadUnsafe(ref start, (nuint)at);
            var ends = Vector128.Equals(letters, Vector128.Create((byte)'"'))
                | Vector128.Equals(letters, Vector128.Create((byte)'&'))
                | Vector128.Equals(letters, Vector128.Create((byte)'<'))
                | Vector128.LessThan(letters, Vector128.Create((byte)' '));
            var bits = ends.ExtractMostSignificantBits();
            if (bits != 0)
            {
                return at + BitOperations.TrailingZeroCount(bits);
            }
        }
    }
}
