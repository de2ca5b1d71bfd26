using System.Buffers;
using System.Globalization;
using OutsideIn.Events;

namespace OutsideIn.Simulation;

/// <summary>Writes a log as CSV (RFC 4180).</summary>
internal static class CsvExport
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    public static void Write(EventLog log, TextWriter target)
    {
        var columns = Columns(log);
        WriteLine(target, columns.Select(static column => column.Name));
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = first; row < end; row++)
            {
                var (rowIndex, ofCase) = (row, caseIndex);
                WriteLine(target, columns.Select(column => column.Text(rowIndex, ofCase)));
            }
        }
    }

    private static List<Column> Columns(EventLog log)
    {
        List<Column> columns =
        [
            new("case", (_, ofCase) => log.CaseNames[ofCase]),
            new("activity", (row, _) => log.Activities.TextAt(row)),
        ];
        if (log.HasStarts)
        {
            columns.Add(new("start", (row, _) => Instant(log.StartMicros[row])));
        }

        columns.Add(new("time", (row, _) => Instant(log.TimeMicros[row])));
        AddNames(columns, "resource", log.Resources);
        AddNames(columns, "team", log.Teams);
        AddNames(columns, "system", log.Systems);
        AddNames(columns, "channel", log.Channels);
        AddNames(columns, "customer", log.Customers);
        if (log.HasCosts)
        {
            columns.Add(new("cost", (row, _) => Number(log.Costs[row])));
        }

        columns.AddRange(log.Attributes.Select(static one => new Column(
            one.Name, (row, ofCase) => Value(one, one.Level == AttributeLevel.Case ? ofCase : row))));
        return columns;
    }

    private static void AddNames(List<Column> columns, string name, CodedColumn? names)
    {
        if (names is not null)
        {
            columns.Add(new(name, (row, _) => names.TextAt(row)));
        }
    }

    private static string? Value(AttributeColumn attribute, int row) => attribute.Kind switch
    {
        AttributeKind.Text => attribute.Texts!.TextAt(row),
        AttributeKind.Number => Number(attribute.Numbers[row]),
        AttributeKind.Time => attribute.TimeMicros[row] == AttributeColumn.MissingTime ? null : Instant(attribute.TimeMicros[row]),
        _ => attribute.Answers[row] switch { AttributeColumn.MissingAnswer => null, 0 => "no", _ => "yes" },
    };

    private static string? Number(double value) => double.IsNaN(value) ? null : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Instant(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture);

    private static void WriteLine(TextWriter target, IEnumerable<string?> fields)
    {
        var isFirst = true;
        foreach (var field in fields)
        {
            if (!isFirst)
            {
                target.Write(',');
            }

            isFirst = false;
            WriteField(target, field);
        }

        target.Write("\r\n");
    }

    private static void WriteField(TextWriter target, string? field)
    {
        if (field is null || field.AsSpan().IndexOfAny(NeedsQuotes) < 0)
        {
            target.Write(field);
            return;
        }

        target.Write('"');
        target.Write(field.Replace("\"", "\"\"", StringComparison.Ordinal));
        target.Write('"');
    }

    private sealed record Column(string Name, Func<int, int, string?> Text);
}
