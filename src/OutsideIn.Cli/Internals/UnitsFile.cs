using System.Globalization;
using System.Text;
using OutsideIn.Experiments;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>Which columns of a file of units hold what.</summary>
/// <param name="Id">The column of the ids; null for the first.</param>
/// <param name="Strata">The columns within whose values arms are balanced.</param>
/// <param name="Before">The column of the outcome before; null for none.</param>
internal sealed record UnitColumns(string? Id, IReadOnlyList<string> Strata, string? Before);

/// <summary>A list of units as CSV (RFC 4180, UTF-8) with a heading: whom arms are to be given to.</summary>
internal static class UnitsFile
{
    /// <summary>The units in the order of the file; CL075 where it cannot be read.</summary>
    public static Result<IReadOnlyList<ListedUnit>> Read(string path, UnitColumns columns)
    {
        if (!File.Exists(path))
        {
            return Wrong($"There is no file {path}.", "Give the path of a CSV file with a heading and one unit a row.");
        }

        var rows = CsvRows.Of(File.ReadAllText(path, Encoding.UTF8));
        if (rows.Count < 2)
        {
            return Wrong($"{path} lists no unit.", "The first row is the heading, each further row a unit.");
        }

        if (!At(rows[0], columns.Id ?? rows[0][0]).TryGet(out var id, out var problem) || !All(rows[0], columns).TryGet(out var others, out problem))
        {
            return problem;
        }

        var units = new List<ListedUnit>(rows.Count - 1);
        foreach (var (index, row) in rows.Index().Skip(1))
        {
            double? before = null;
            if (columns.Before is not null)
            {
                var text = Cell(row, others[^1]);
                if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                {
                    return Wrong($"\"{text}\" in row {index + 1} of {path} is no number.", "Write the outcome before with a point, or leave the unit out.");
                }

                before = number;
            }

            units.Add(new ListedUnit(Cell(row, id), string.Join(", ", others.Take(columns.Strata.Count).Select(at => Cell(row, at))), before));
        }

        return units;
    }

    private static Result<List<int>> All(List<string> heading, UnitColumns columns)
    {
        List<int> all = [];
        foreach (var name in columns.Before is { } before ? columns.Strata.Append(before) : columns.Strata)
        {
            if (!At(heading, name).TryGet(out var at, out var problem))
            {
                return problem;
            }

            all.Add(at);
        }

        return all;
    }

    private static Result<int> At(List<string> heading, string name)
    {
        var at = heading.FindIndex(one => string.Equals(NamePattern.Fold(one), NamePattern.Fold(name), StringComparison.Ordinal));
        return at >= 0 ? at : Wrong($"The list has no column \"{name}\".", NearestNames.Question(name, heading) ?? $"It has {string.Join(", ", heading)}.");
    }

    private static string Cell(List<string> row, int at) => at < row.Count ? row[at] : "";

    private static Problem Wrong(string message, string hint) => new(ProblemKind.Invalid, "CL075", message, hint);
}
