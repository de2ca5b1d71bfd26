using System.Runtime.CompilerServices;

namespace OutsideIn.Events;

/// <summary>Numbers the distinct pairs of codes 0, 1, 2, … in order of first sight.</summary>
/// <remarks>
/// A table of all pairs while there are few names (at most 4 MB), else a hash table that grows with the pairs met: 10,000
/// activities would need 400 MB as a table and make about as many pairs as events at most.
/// </remarks>
internal sealed class PairIndex
{
    /// <summary>Up to so many names every possible pair has a place of its own.</summary>
    public const int DenseNamesMax = 1023;

    private readonly int[] _dense;
    private readonly int _stride;
    private long[] _keys = new long[16];
    private int[] _slots;

    public PairIndex(int names)
    {
        _stride = names + 1;
        _dense = names <= DenseNamesMax ? new int[_stride * _stride] : [];
        _slots = names <= DenseNamesMax ? [] : new int[64];
    }

    /// <summary>Number of distinct pairs met.</summary>
    public int Count { get; private set; }

    public int FromOf(int pair) => (int)(_keys[pair] >> 32);

    public int ToOf(int pair) => (int)(uint)_keys[pair];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IdOf(int from, int to)
    {
        if (_dense.Length == 0)
        {
            return HashedIdOf(from, to);
        }

        var id = _dense[(from * _stride) + to];
        return id > 0 ? id - 1 : AddDense(from, to);
    }

    private static uint Hash(long key) => (uint)((ulong)key * 0x9E3779B97F4A7C15UL >> 32);

    private int AddDense(int from, int to)
    {
        var id = Add(Key(from, to));
        _dense[(from * _stride) + to] = id + 1;
        return id;
    }

    private int HashedIdOf(int from, int to)
    {
        var key = Key(from, to);
        var mask = _slots.Length - 1;
        var slot = (int)(Hash(key) & (uint)mask);
        while (_slots[slot] != 0)
        {
            if (_keys[_slots[slot] - 1] == key)
            {
                return _slots[slot] - 1;
            }

            slot = (slot + 1) & mask;
        }

        var id = Add(key);
        _slots[slot] = id + 1;
        if (Count * 2 > _slots.Length)
        {
            Rehash();
        }

        return id;
    }

    private static long Key(int from, int to) => ((long)from << 32) | (uint)to;

    private int Add(long key)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
        }

        _keys[Count] = key;
        return Count++;
    }

    private void Rehash()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var id = 0; id < Count; id++)
        {
            var slot = (int)(Hash(_keys[id]) & (uint)mask);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = id + 1;
        }
    }
}
