using System.Runtime.CompilerServices;

namespace OutsideIn.Events;

/// <summary>A column of names under construction; it costs nothing until the first row has a value.</summary>
internal sealed class NamedRows
{
    private Growing<int> _codes = new(CodedColumn.Missing);

    public NameTable Names { get; private set; } = new();

    /// <summary>Takes a column that was coded elsewhere.</summary>
    public void Take(NameTable names, Growing<int> codes) => (Names, _codes) = (names, codes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int row, int code)
    {
        if (code != CodedColumn.Missing)
        {
            _codes.Set(row, code);
        }
    }

    /// <summary>[rows] The codes so far; rows behind the last that has a value are not there.</summary>
    public ReadOnlySpan<int> Codes => _codes.Values;

    public void PadTo(int rows)
    {
        if (_codes.Count > 0)
        {
            _codes.PadTo(rows);
        }
    }

    public AttributeStore ToStore() => new() { Names = Names, Codes = _codes };

    /// <summary>Gives rows without a value that of another row.</summary>
    public void Fill(IReadOnlyList<(int From, int To)> pairs) => _codes.Fill(pairs);

    /// <summary>The column of some rows, or null where none of them has a value.</summary>
    public CodedColumn? ToColumn(int[] rows, int rowCount, Func<string[], int[], CodedColumn> coded)
    {
        if (_codes.Count == 0)
        {
            return null;
        }

        _codes.PadTo(rowCount);
        var codes = _codes.InOrder(rows);
        return codes.AsSpan().ContainsAnyExcept(CodedColumn.Missing) ? coded(Names.ToNames(), codes) : null;
    }
}
