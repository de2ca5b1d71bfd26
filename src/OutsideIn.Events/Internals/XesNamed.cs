namespace OutsideIn.Events;

/// <summary>Turns the names in a column of a document into the codes of the log, name by name as events need them.</summary>
/// <param name="field">The column; null where the log has none.</param>
/// <param name="codeOf">Gives a name its code in the log.</param>
/// <param name="isMissing">Whether a name stands for no value.</param>
internal sealed class XesNamed(XesField? field, Func<string, int> codeOf, Func<string, bool> isMissing)
{
    private const int Unasked = 0;
    private const int NoValue = -1;

    private readonly string[] _names = field?.Column.Names.ToNames() ?? [];
    private readonly int[] _codes = new int[(field?.Column.Names.Count ?? 0) + 1];
    private readonly bool _isOfTrace = field?.Level == AttributeLevel.Case;

    /// <summary>The code of an event's name, or 0.</summary>
    public int CodeAt(int row, int trace)
    {
        var codes = field is null ? default : field.Column.Codes;
        var index = _isOfTrace ? trace : row;
        var own = index < codes.Length ? codes[index] : CodedColumn.Missing;
        if (own == CodedColumn.Missing)
        {
            return CodedColumn.Missing;
        }

        if (_codes[own] == Unasked)
        {
            _codes[own] = isMissing(_names[own - 1]) ? NoValue : codeOf(_names[own - 1]);
        }

        return Math.Max(_codes[own], CodedColumn.Missing);
    }
}
