using System.Runtime.CompilerServices;
using System.Text;

namespace OutsideIn.Events;

/// <summary>The columns of one level, events or traces, found by key.</summary>
/// <param name="useOf">What a key is for.</param>
internal sealed class XesLevel(Func<string, XesUse> useOf)
{
    // A document that makes up keys as it goes would else cost a column each.
    public const int ColumnsMax = 1000;
    private const int ReservedColumnsMax = 64;

    private readonly NameTable _keys = new();
    private readonly List<XesColumn> _columns = [];
    private readonly XesColumn _head = new("", XesUse.Attribute);
    private XesColumn _last = new("", XesUse.Attribute);
    private XesColumn[] _set = new XesColumn[16];
    private int _setCount;

    /// <summary>The columns in the order in which the document first named them.</summary>
    public IReadOnlyList<XesColumn> Columns => _columns;

    /// <summary>Attributes left out because there are too many different keys.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Keys met twice in one element.</summary>
    public long Repeated { get; private set; }

    /// <summary>The values the document gives to elements that name none.</summary>
    public XesDefault[] Defaults { get; private set; } = [];

    /// <summary>The number of the element being read.</summary>
    public long Stamp { get; private set; }

    public void Begin()
    {
        Stamp++;
        _setCount = 0;
        _last = _head;
    }

    /// <summary>The column of a key, marked as set by the current element; null where there are too many keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public XesColumn? Find(ReadOnlySpan<byte> key)
    {
        var next = _last.Next;
        if (next is null || !next.KeyUtf8.AsSpan().SequenceEqual(key))
        {
            next = Known(key);
            if (next is null)
            {
                LeftOut++;
                return null;
            }

        }

        Take(next);
        return next;
    }

    /// <summary>The column that followed the last one the time before, or null.</summary>
    public XesColumn? Expected => _last.Next;

    /// <summary>The other column that has followed the last one, or null.</summary>
    public XesColumn? ElseExpected => _last.NextBefore;

    /// <summary>Takes the column that was expected, which is the one that came.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(XesColumn expected)
    {
        Repeated += expected.Stamp == Stamp ? 1 : 0;
        _last.Follow(expected);
        _last = expected;
        Mark(expected);
    }

    /// <summary>Makes room for so many rows where the columns are few enough to be worth it.</summary>
    public void Reserve(int rows)
    {
        foreach (var column in _columns.Count <= ReservedColumnsMax ? _columns : [])
        {
            column.Reserve(rows);
        }
    }

    /// <summary>Marks a column as set by the current element.</summary>
    public void Mark(XesColumn column)
    {
        column.Stamp = Stamp;
        if (_setCount == _set.Length)
        {
            Array.Resize(ref _set, _setCount * 2);
        }

        _set[_setCount++] = column;
    }

    /// <summary>The column of a key the reader needs, whether or not an element has named it yet.</summary>
    public XesColumn Expect(string key) => Known(Encoding.UTF8.GetBytes(key))!;

    /// <summary>Takes back what the current element has set.</summary>
    public void Undo(int row)
    {
        foreach (var column in _set.AsSpan(0, _setCount))
        {
            column.Unset(row);
        }
    }

    public void AddDefault(ReadOnlySpan<byte> key, XesType type, ReadOnlySpan<byte> value)
    {
        if (Known(key) is { } column)
        {
            Defaults = [.. Defaults, new XesDefault(column, type, value.ToArray())];
        }
    }

    private XesColumn? Known(ReadOnlySpan<byte> key)
    {
        var code = _columns.Count < ColumnsMax ? _keys.CodeOf(key) : _keys.KnownCodeOf(key);
        if (code == 0)
        {
            return null;
        }

        if (code > _columns.Count)
        {
            var text = Encoding.UTF8.GetString(key);
            _columns.Add(new XesColumn(text, useOf(text)));
        }

        return _columns[code - 1];
    }
}

/// <summary>What a <c>global</c> of the document says a key's value is where an element names none.</summary>
internal sealed record XesDefault(XesColumn Column, XesType Type, byte[] Value);
