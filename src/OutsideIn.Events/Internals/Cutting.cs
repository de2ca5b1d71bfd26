namespace OutsideIn.Events;

/// <summary>Cuts a log at an instant: later events, and cases left without any, are gone, and so are names that only they bore.</summary>
internal static class Cutting
{
    /// <summary>The columns up to and including the instant.</summary>
    public static EventColumns Until(EventColumns columns, long micros)
    {
        var rows = new List<int>();
        var starts = new List<int> { 0 };
        var cases = new List<int>();
        for (var caseIndex = 0; caseIndex + 1 < columns.CaseStarts.Length; caseIndex++)
        {
            for (var row = columns.CaseStarts[caseIndex]; row < columns.CaseStarts[caseIndex + 1]; row++)
            {
                if (columns.TimeMicros[row] <= micros)
                {
                    rows.Add(row);
                }
            }

            if (rows.Count > starts[^1])
            {
                starts.Add(rows.Count);
                cases.Add(caseIndex);
            }
        }

        return Kept(columns, [.. starts], [.. rows], [.. cases]);
    }

    private static EventColumns Kept(EventColumns columns, int[] starts, int[] rows, int[] cases) => new(
        columns.Order,
        Array.ConvertAll(cases, index => columns.CaseNames[index]),
        starts,
        Picked<long>(columns.TimeMicros, rows),
        columns.StartMicros.Length == 0 ? [] : Picked<long>(columns.StartMicros, rows),
        Picked(columns.Activities, rows)!,
        Picked(columns.Resources, rows),
        Picked(columns.Teams, rows),
        Picked(columns.Systems, rows),
        Picked(columns.Channels, rows),
        Picked(columns.Customers, rows),
        columns.Costs.Length == 0 ? [] : Picked<double>(columns.Costs, rows),
        [.. columns.Attributes.Select(one => Picked(one, one.Level == AttributeLevel.Case ? cases : rows))]);

    private static AttributeColumn Picked(AttributeColumn column, int[] rows) => column.Kind switch
    {
        AttributeKind.Text => new AttributeColumn(column.Name, column.Level, Picked(column.Texts, rows)!),
        AttributeKind.Number => new AttributeColumn(column.Name, column.Level, Picked(column.Numbers, rows)),
        AttributeKind.Time => new AttributeColumn(column.Name, column.Level, Picked(column.TimeMicros, rows)),
        _ => new AttributeColumn(column.Name, column.Level, Picked(column.Answers, rows)),
    };

    // Names nobody bears any more go too: a count of activities must not count what has not happened yet.
    private static CodedColumn? Picked(CodedColumn? column, int[] rows)
    {
        if (column is null)
        {
            return null;
        }

        var codes = Array.ConvertAll(rows, row => column[row]);
        var newCodes = new int[column.NameCount + 1];
        foreach (var code in codes)
        {
            newCodes[code] = 1;
        }

        newCodes[CodedColumn.Missing] = 0;
        var names = new List<string>();
        for (var code = 1; code < newCodes.Length; code++)
        {
            if (newCodes[code] == 1)
            {
                names.Add(column.Names[code - 1]);
                newCodes[code] = names.Count;
            }
        }

        return new CodedColumn([.. names], Array.ConvertAll(codes, code => newCodes[code]));
    }

    private static T[] Picked<T>(ReadOnlySpan<T> column, int[] rows)
    {
        var picked = new T[rows.Length];
        for (var index = 0; index < rows.Length; index++)
        {
            picked[index] = column[rows[index]];
        }

        return picked;
    }
}
