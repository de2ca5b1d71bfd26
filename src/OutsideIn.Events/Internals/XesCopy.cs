namespace OutsideIn.Events;

/// <summary>Copies the values of a document's column, row by row, to an attribute of the log.</summary>
internal sealed class XesCopy(XesColumn column, AttributeBuilder attribute, Func<string, bool> isMissing)
{
    private readonly AttributeKind _kind = column.Kind;
    private readonly bool[] _isMissing = column.Kind == AttributeKind.Text ? Array.ConvertAll(column.Names.ToNames(), text => isMissing(text)) : [];

    public void Take(int from, int to)
    {
        switch (_kind)
        {
            case AttributeKind.Text:
                var code = from < column.Codes.Length ? column.Codes[from] : CodedColumn.Missing;
                if (code != CodedColumn.Missing && !_isMissing[code - 1])
                {
                    attribute.SetCode(to, code);
                }

                break;
            case AttributeKind.Time:
                if (from < column.Times.Length && column.Times[from] != AttributeColumn.MissingTime)
                {
                    attribute.SetTime(to, column.Times[from]);
                }

                break;
            default:
                var number = column.NumberAt(from);
                if (!double.IsNaN(number))
                {
                    SetNumber(to, number);
                }

                break;
        }
    }

    private void SetNumber(int row, double number)
    {
        if (_kind == AttributeKind.Number)
        {
            attribute.SetNumber(row, number);
        }
        else
        {
            attribute.SetAnswer(row, number > 0);
        }
    }
}
