namespace OutsideIn.Events;

/// <summary>What each event of a document cost. The cost of a whole trace is that of its first event, so that sums stay right.</summary>
internal sealed class XesCosts(XesField? field)
{
    // Costs written as text are read once for each distinct text.
    private readonly double[] _ofText = field is null ? [] : XesRoles.Costs(field.Column) ?? [];

    private int _traceBefore = -1;

    /// <summary>The cost of an event, or NaN. To be asked event by event.</summary>
    public double At(int row, int trace)
    {
        var isTold = field is not null && (field.Level == AttributeLevel.Event || trace != _traceBefore);
        _traceBefore = trace;
        return isTold ? Of(field!.Column, field.Level == AttributeLevel.Case ? trace : row) : double.NaN;
    }

    private double Of(XesColumn column, int row)
    {
        if (column.Kind == AttributeKind.Number)
        {
            return column.NumberAt(row);
        }

        var codes = column.Codes;
        return row < codes.Length && codes[row] != CodedColumn.Missing ? _ofText[codes[row] - 1] : double.NaN;
    }
}
