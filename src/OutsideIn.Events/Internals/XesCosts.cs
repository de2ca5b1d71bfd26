namespace OutsideIn.Events;

/// <summary>What each event of a document cost.</summary>
internal sealed class XesCosts(XesField? field)
{
    // Costs written as text are read once for each distinct text.
    private readonly double[] _ofText = field is null ? [] : XesRoles.Costs(field.Column) ?? [];

    /// <summary>The cost of an event, or NaN.</summary>
    public double At(int row)
    {
        if (field is null)
        {
            return double.NaN;
        }

        if (field.Column.Kind == AttributeKind.Number)
        {
            return field.Column.NumberAt(row);
        }

        var codes = field.Column.Codes;
        return row < codes.Length && codes[row] != CodedColumn.Missing ? _ofText[codes[row] - 1] : double.NaN;
    }
}
