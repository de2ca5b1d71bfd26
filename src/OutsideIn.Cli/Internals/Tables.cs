using System.Globalization;
using OutsideIn.Method;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary>Tables and lists as every summary on the terminal draws them.</summary>
internal static class Tables
{
    public const int RowsShown = 10;

    /// <summary>A table whose first two columns are words and whose others are figures.</summary>
    public static Table New(string title, params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple).Title($"[bold]{Markup.Escape(title)}[/]");
        table.Title!.Style = Style.Plain;
        foreach (var (index, column) in columns.Index())
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)) { Alignment = index < 2 ? Justify.Left : Justify.Right });
        }

        return table;
    }

    /// <summary>The same table with words in its last column.</summary>
    public static Table EndingInWords(this Table table)
    {
        table.Columns[^1].Alignment = Justify.Left;
        return table;
    }

    public static void Row(this Table table, params string[] cells) => table.AddRow(cells.Select(static text => new Text(text)));

    /// <summary>Writes a table, unless it has no row, and how many rows it leaves out.</summary>
    public static void Show(IAnsiConsole console, Table table, int left = 0)
    {
        if (table.Rows.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.Write(table);
        if (left > 0)
        {
            console.MarkupLineInterpolated($"[grey]… and {CountText.Of(left)} more; --json has them all.[/]");
        }
    }

    /// <summary>Such as "1 of 6 (16.7 %)"; a dash where there is nothing to count.</summary>
    public static string Of(Ratio ratio) => ratio.Whole > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Number(ratio.Part)} of {Number(ratio.Whole)} ({ShareText.Of(ratio.Share)})")
        : "–";

    public static string Number(double? value) => value is { } number ? number.ToString("#,0.#;−#,0.#;0", CultureInfo.InvariantCulture) : "–";

    /// <summary>Such as "−60.0 %"; a dash where it was nothing before.</summary>
    public static string Change(double? share) => share is { } value ? (value * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) + " %" : "–";

    public static string Ten(double? score) => score is { } value ? value.ToString("0.0;−0.0;0.0", CultureInfo.InvariantCulture) : "–";

    /// <summary>The first few ids; the rest is counted.</summary>
    public static string Ids(IReadOnlyList<string> ids, int most = 6) => ids.Count == 0 ? "–"
        : string.Join(", ", ids.Take(most)) + (ids.Count > most ? $" and {CountText.Of(ids.Count - most)} more" : "");
}
