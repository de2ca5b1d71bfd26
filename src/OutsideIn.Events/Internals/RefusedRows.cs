using System.Text;

namespace OutsideIn.Events;

/// <summary>Counts the rows that could not be read and lists the first of them.</summary>
internal sealed class RefusedRows
{
    private const int ValueLengthMax = 80;

    private readonly List<RefusedRow> _listed = [];

    public long Count { get; private set; }

    public IReadOnlyList<RefusedRow> Listed => _listed;

    public void Add(long line, string? column, string? value, string reason)
    {
        Count++;
        if (_listed.Count < ImportReport.RefusedListedMax)
        {
            _listed.Add(new RefusedRow(line, column, Shortened(value), reason));
        }
    }

    public void Add(long line, string? column, ReadOnlySpan<byte> value, string reason)
    {
        var head = value[..Math.Min(value.Length, 4 * (ValueLengthMax + 1))];
        Add(line, column, _listed.Count < ImportReport.RefusedListedMax ? Encoding.UTF8.GetString(head) : null, reason);
    }

    private static string? Shortened(string? value) =>
        value is null || value.Length <= ValueLengthMax ? value : value[..(ValueLengthMax - 1)] + "…";
}
