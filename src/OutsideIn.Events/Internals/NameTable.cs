using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace OutsideIn.Events;

/// <summary>Gives each distinct UTF-8 text a code, 1 upward in order of first sight; allocates only for a text not seen before.</summary>
internal sealed class NameTable
{
    private byte[] _bytes = new byte[256];
    private int _byteCount;
    private int[] _ends = new int[16];
    private uint[] _hashes = new uint[16];
    private int[] _slots = new int[32];
    private int _last;

    public int Count { get; private set; }

    /// <summary>The texts in order of their codes; decoded here, so that texts that never become names cost bytes only.</summary>
    public string[] ToNames()
    {
        var names = new string[Count];
        for (var code = 1; code <= names.Length; code++)
        {
            names[code - 1] = TextOf(code);
        }

        return names;
    }

    /// <summary>The text of a code, 1 ≤ code ≤ <see cref="Count"/>, decoded anew.</summary>
    public string TextOf(int code) => Encoding.UTF8.GetString(BytesOf(code));

    /// <summary>The text of a code, 1 ≤ code ≤ <see cref="Count"/>; valid until the next text is added.</summary>
    public ReadOnlySpan<byte> BytesOf(int code)
    {
        var start = code == 1 ? 0 : _ends[code - 2];
        return _bytes.AsSpan(start, _ends[code - 1] - start);
    }

    public int CodeOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> small = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(text, small, out var written)
            ? CodeOf(small[..written])
            : CodeOf(Encoding.UTF8.GetBytes(text));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int CodeOf(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var slot = SlotOf(text, hash);
        return _slots[slot] != 0 ? _slots[slot] : Add(text, hash, slot);
    }

    /// <summary>The same for columns that often say again what they said last, which is looked at first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CodeOfRepeated(ReadOnlySpan<byte> text) =>
        _last != 0 && text.SequenceEqual(BytesOf(_last)) ? _last : _last = CodeOf(text);

    /// <summary>The code of a text seen before, or 0.</summary>
    public int KnownCodeOf(ReadOnlySpan<byte> text) => _slots[SlotOf(text, Hash(text))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(ReadOnlySpan<byte> text, uint hash)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)(hash & (uint)mask); ; slot = (slot + 1) & mask)
        {
            var code = _slots[slot];
            if (code == 0 || (_hashes[code - 1] == hash && text.SequenceEqual(BytesOf(code))))
            {
                return slot;
            }
        }
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)text.Length;
        if (text.Length >= sizeof(ulong))
        {
            for (var rest = text; rest.Length > sizeof(ulong); rest = rest[sizeof(ulong)..])
            {
                hash = Mixed(hash, MemoryMarshal.Read<ulong>(rest));
            }

            // The last eight bytes as a whole, whether or not some of them have been taken: no loop over single ones.
            hash = Mixed(hash, MemoryMarshal.Read<ulong>(text[^sizeof(ulong)..]));
        }
        else if (text.Length >= sizeof(uint))
        {
            hash = Mixed(hash, MemoryMarshal.Read<uint>(text) | ((ulong)MemoryMarshal.Read<uint>(text[^sizeof(uint)..]) << 32));
        }
        else if (text.Length > 0)
        {
            hash = Mixed(hash, text[0] | ((ulong)text[text.Length / 2] << 8) | ((ulong)text[^1] << 16));
        }

        return (uint)(hash >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mixed(ulong hash, ulong letters) => (BitOperations.RotateLeft(hash, 5) ^ letters) * 0x9E3779B97F4A7C15UL;

    private int Add(ReadOnlySpan<byte> text, uint hash, int slot)
    {
        if (_byteCount + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_byteCount + text.Length, _bytes.Length * 2));
        }

        text.CopyTo(_bytes.AsSpan(_byteCount));
        _byteCount += text.Length;
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Count * 2);
            Array.Resize(ref _hashes, Count * 2);
        }

        _ends[Count] = _byteCount;
        _hashes[Count] = hash;
        Count++;
        _slots[slot] = Count;
        if (Count * 2 > _slots.Length)
        {
            Rehash();
        }

        return Count;
    }

    private void Rehash()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var code = 1; code <= Count; code++)
        {
            var slot = (int)(_hashes[code - 1] & (uint)mask);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = code;
        }
    }
}
