using System.Runtime.CompilerServices;

namespace OutsideIn.Events;

/// <summary>A column as it is read: every distinct text once, and one code a row. What it means is decided when all is read.</summary>
internal sealed class RawColumn(int index, string name, ColumnRole? role)
{
    public int Index { get; } = index;

    public string Name { get; } = name;

    /// <summary>The role, or null for an attribute.</summary>
    public ColumnRole? Role { get; } = role;

    public NameTable Names { get; private set; } = new();

    /// <summary>[rows] Codes of <see cref="Names"/>; 0 for an empty field, as for rows behind the last value.</summary>
    public Growing<int> Codes { get; } = new(CodedColumn.Missing);

    /// <summary>Makes room for so many rows; the room is taken with the first value.</summary>
    public int Expected { get; set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int row, ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty)
        {
            if (Names.Count == 0)
            {
                Codes.Reserve(Expected);
            }

            Codes.Set(row, Names.CodeOf(text));
        }
    }

    /// <summary>Whether two columns say the same in every row.</summary>
    public bool IsTwinOf(NameTable names, ReadOnlySpan<int> codes)
    {
        if (names.Count != Names.Count || !codes.SequenceEqual(Codes.Values))
        {
            return false;
        }

        for (var code = 1; code <= names.Count; code++)
        {
            if (!names.BytesOf(code).SequenceEqual(Names.BytesOf(code)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Makes rows with certain texts rows without a value.</summary>
    public void Forget(HashSet<int> codes)
    {
        if (codes.Count == 0)
        {
            return;
        }

        var kept = new NameTable();
        var map = new int[Names.Count + 1];
        for (var code = 1; code < map.Length; code++)
        {
            map[code] = codes.Contains(code) ? CodedColumn.Missing : kept.CodeOf(Names.BytesOf(code));
        }

        foreach (ref var code in Codes.Slots)
        {
            code = map[code];
        }

        Names = kept;
    }
}
