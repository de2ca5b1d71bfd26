using System.Runtime.CompilerServices;

namespace OutsideIn.Events;

/// <summary>A column of names under construction; it costs nothing until the first row has a value.</summary>
internal sealed class NamedRows
{
    private readonly Growing<int> _codes = new(CodedColumn.Missing);

    public NameTable Names { get; } = new();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int row, int code)
    {
        if (code != CodedColumn.Missing)
        {
            _codes.Set(row, code);
        }
    }

    public CodedColumn? ToColumn(int[] rows)
    {
        if (_codes.Count == 0)
        {
            return null;
        }

        _codes.PadTo(rows.Length);
        return new CodedColumn(Names.ToNames(), _codes.InOrder(rows));
    }
}
