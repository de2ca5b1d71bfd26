using System.Runtime.CompilerServices;

namespace OutsideIn.Events;

/// <summary>A growing column of plain values; rows never set keep the filler.</summary>
internal sealed class Growing<T>(T filler, int capacity = 0)
    where T : unmanaged, IEquatable<T>
{
    private T[] _values = capacity == 0 ? [] : GC.AllocateUninitializedArray<T>(capacity);

    public int Count { get; private set; }

    /// <summary>The values, to be changed in place.</summary>
    public Span<T> Slots => _values.AsSpan(0, Count);

    public ReadOnlySpan<T> Values => _values.AsSpan(0, Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T value)
    {
        if (Count == _values.Length)
        {
            Grow(Count + 1);
        }

        _values[Count++] = value;
    }

    /// <summary>Sets a row, wherever it is; rows skipped get the filler.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int row, T value)
    {
        if (row < Count)
        {
            _values[row] = value;
            return;
        }

        if (row > Count)
        {
            PadTo(row);
        }

        Add(value);
    }

    /// <summary>Makes room for so many values at once, where the number is known or guessed.</summary>
    public void Reserve(int count)
    {
        if (count > _values.Length)
        {
            Enlarge(count);
        }
    }

    public void PadTo(int count)
    {
        if (count <= Count)
        {
            return;
        }

        if (count > _values.Length)
        {
            Grow(count);
        }

        _values.AsSpan(Count, count - Count).Fill(filler);
        Count = count;
    }

    /// <summary>Gives rows that still have the filler the value of another row.</summary>
    public void Fill(IReadOnlyList<(int From, int To)> pairs)
    {
        foreach (var (from, to) in pairs)
        {
            if (from < Count && !_values[from].Equals(filler) && (to >= Count || _values[to].Equals(filler)))
            {
                Set(to, _values[from]);
            }
        }
    }

    /// <summary>The values in a new order: entry i is the value at <paramref name="order"/>[i].</summary>
    public T[] InOrder(ReadOnlySpan<int> order)
    {
        var sorted = GC.AllocateUninitializedArray<T>(order.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = _values[order[i]];
        }

        return sorted;
    }

    // Doubling leaves half as much behind as growing by half; room that is never filled is never touched either.
    private void Grow(int least) => Enlarge(Math.Max(least, Math.Max(1024, _values.Length * 2)));

    private void Enlarge(int room)
    {
        var larger = GC.AllocateUninitializedArray<T>(room);
        Values.CopyTo(larger);
        _values = larger;
    }
}
