namespace OutsideIn.Events;

/// <summary>Whether arrays keep every promise of an <see cref="EventLog"/>.</summary>
internal static class ColumnChecks
{
    /// <summary>The first promise broken, in a sentence without its full stop, or null where all are kept. O(events).</summary>
    public static string? FirstFault(EventColumns columns)
    {
        var events = columns.TimeMicros.Length;
        return CasesFault(columns, events)
            ?? LengthsFault(columns, events)
            ?? AttributesFault(columns, events)
            ?? (HasMissing(columns.Activities) ? "an event has no activity" : null)
            ?? (IsSorted(columns) ? null : "the events of a case are out of order");
    }

    private static string? CasesFault(EventColumns columns, int events)
    {
        var starts = columns.CaseStarts;
        if (starts.Length != columns.CaseNames.Length + 1 || starts[0] != 0 || starts[^1] != events)
        {
            return "the cases do not cover the events";
        }

        for (var at = 1; at < starts.Length; at++)
        {
            if (starts[at] <= starts[at - 1])
            {
                return "a case is empty";
            }
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        return columns.CaseNames.All(names.Add) ? null : "two cases have the same name";
    }

    private static string? LengthsFault(EventColumns columns, int events)
    {
        ReadOnlySpan<CodedColumn?> coded =
            [columns.Activities, columns.Resources, columns.Teams, columns.Systems, columns.Channels, columns.Customers];
        foreach (var column in coded)
        {
            if (column is not null && column.RowCount != events)
            {
                return "a column has not one value an event";
            }
        }

        return Fits(columns.StartMicros.Length, events) && Fits(columns.Costs.Length, events)
            ? null
            : "starts or costs have not one value an event";
    }

    private static string? AttributesFault(EventColumns columns, int events)
    {
        foreach (var attribute in columns.Attributes)
        {
            var rows = attribute.Kind switch
            {
                AttributeKind.Text => attribute.Texts?.RowCount ?? -1,
                AttributeKind.Number => attribute.Numbers.Length,
                AttributeKind.Time => attribute.TimeMicros.Length,
                _ => attribute.Answers.Length,
            };
            if (rows != (attribute.Level == AttributeLevel.Event ? events : columns.CaseNames.Length))
            {
                return $"the attribute '{attribute.Name}' has {rows} values";
            }
        }

        return null;
    }

    private static bool Fits(int length, int events) => length == 0 || length == events;

    private static bool HasMissing(CodedColumn column) => column.IsNarrow
        ? column.Narrow.Contains((ushort)CodedColumn.Missing)
        : column.Wide.Contains(CodedColumn.Missing);

    private static bool IsSorted(EventColumns columns)
    {
        if (columns.Order == EventOrder.AsRead)
        {
            return true;
        }

        var times = columns.TimeMicros;
        var begins = columns.Order == EventOrder.ByStart && columns.StartMicros.Length > 0 ? columns.StartMicros : times;
        for (var at = 0; at < columns.CaseNames.Length; at++)
        {
            for (var row = columns.CaseStarts[at] + 1; row < columns.CaseStarts[at + 1]; row++)
            {
                if (begins[row] < begins[row - 1] || (begins[row] == begins[row - 1] && times[row] < times[row - 1]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
