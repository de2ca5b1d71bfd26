using System.Globalization;

namespace OutsideIn.Tests.Support;

/// <summary>A public data set of shared/data/experiments, read by column name.</summary>
internal sealed class ModelData
{
    private readonly string[] _names;
    private readonly List<string[]> _rows;

    private ModelData(string[] names, List<string[]> rows) => (_names, _rows) = (names, rows);

    public int RowCount => _rows.Count;

    /// <summary>Reads a file; skips the test where it is absent.</summary>
    public static ModelData Read(string file)
    {
        var lines = File.ReadLines(SharedData.At("data/experiments/" + file));
        var rows = lines.Where(static line => line.Length > 0).Select(Fields).ToList();
        var names = rows[0];
        rows.RemoveAt(0);
        return new ModelData(names, rows);
    }

    /// <summary>The rows of which something holds.</summary>
    public ModelData Where(Func<Func<string, string>, bool> holds) =>
        new(_names, [.. _rows.Where(row => holds(name => row[Array.IndexOf(_names, name)]))]);

    public string[] Texts(string name)
    {
        var column = Array.IndexOf(_names, name);
        return [.. _rows.Select(row => row[column])];
    }

    public double[] Numbers(string name) => [.. Texts(name).Select(static text => double.Parse(text, CultureInfo.InvariantCulture))];

    private static string[] Fields(string line)
    {
        var (fields, field, isQuoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(letter);
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
