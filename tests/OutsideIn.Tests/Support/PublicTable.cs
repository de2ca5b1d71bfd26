using System.Globalization;

namespace OutsideIn.Tests.Support;

/// <summary>One file of shared/data/experiments: a header and rows of plain comma-separated values.</summary>
internal sealed class PublicTable
{
    private readonly string[] _names;
    private readonly string[][] _rows;

    private PublicTable(string[] names, string[][] rows) => (_names, _rows) = (names, rows);

    /// <summary>Reads a file; skips the test where it is absent.</summary>
    public static PublicTable Of(string file)
    {
        var lines = File.ReadAllLines(SharedData.At("data/experiments/" + file));
        return new PublicTable(Cells(lines[0]), [.. lines.Skip(1).Where(static line => line.Length > 0).Select(Cells)]);
    }

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Length;

    /// <summary>[rows] A column as text.</summary>
    public string[] Texts(string name)
    {
        var column = Array.IndexOf(_names, name);
        Assert.True(column >= 0, $"There is no column {name} among {string.Join(", ", _names)}.");
        return [.. _rows.Select(row => row[column])];
    }

    /// <summary>[rows] A column as numbers; NaN where empty or NA.</summary>
    public double[] Numbers(string name) => [.. Texts(name).Select(static text =>
        text is "" or "NA" ? double.NaN : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))];

    /// <summary>The rows of which a column says so.</summary>
    public PublicTable Where(string name, Func<string, bool> holds)
    {
        var column = Array.IndexOf(_names, name);
        Assert.True(column >= 0, $"There is no column {name}.");
        return new PublicTable(_names, [.. _rows.Where(row => holds(row[column]))]);
    }

    private static string[] Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
