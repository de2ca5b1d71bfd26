using System.Globalization;
using System.Text;
using OutsideIn.Experiments;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>Reads back who was given what: a list or a schedule as <c>outsidein experiment assign</c> writes it as CSV.</summary>
internal static class ArmsFile
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>The arms; CL079 where the file is none of the three kinds or a cell cannot be read.</summary>
    public static Result<ArmSource> Read(string path)
    {
        if (!File.Exists(path))
        {
            return Wrong($"There is no file {path}.", "Give the list that outsidein experiment assign wrote.");
        }

        if (path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            return Wrong($"{path} is a workbook.", "Save it as CSV; its columns stay as they are.");
        }

        var rows = CsvRows.Of(File.ReadAllText(path, Encoding.UTF8));
        if (rows.Count < 2)
        {
            return Wrong($"{path} lists nothing.", "The first row is the heading, each further row a unit or a block.");
        }

        var heading = rows[0].ConvertAll(NamePattern.Fold);
        var lines = rows.Skip(1).Select((row, index) => new Line(heading, row, index + 2, path)).ToArray();
        return true switch
        {
            _ when Has(heading, "block", "counts from", "ends", "arm") => All(lines, Block).Then<ArmSource>(static blocks => new ArmBlocks(blocks)),
            _ when Has(heading, "unit", "changes on", "counts from") => All(lines, Step).Then<ArmSource>(static steps => new ArmSteps(steps)),
            _ when Has(heading, "unit", "arm") => new ArmList([.. lines.Select(static line => new ListedArm(line["unit"], line["arm"]))]),
            _ => Wrong($"{path} has the columns {string.Join(", ", rows[0])}.", "A list has the columns unit and arm; a switchback block, counts from, ends and arm; a stepped roll-out unit, changes on and counts from."),
        };
    }

    private static bool Has(List<string> heading, params string[] names) => Array.TrueForAll(names, name => heading.Contains(NamePattern.Fold(name)));

    private static Result<SwitchbackBlock> Block(Line line) =>
        line.Time("counts from").Then(from => line.Time("ends").Then<SwitchbackBlock>(end => new SwitchbackBlock(line.Number, from, from, end, line["arm"])));

    private static Result<SteppedUnit> Step(Line line) =>
        line.Time("changes on").Then(changes => line.Time("counts from").Then<SteppedUnit>(counts =>
            new SteppedUnit(line["unit"], 0, DateOnly.FromDateTime(changes), DateOnly.FromDateTime(counts))));

    private static Result<IReadOnlyList<T>> All<T>(Line[] lines, Func<Line, Result<T>> read)
        where T : notnull
    {
        var all = new List<T>(lines.Length);
        foreach (var line in lines)
        {
            if (!read(line).TryGet(out var one, out var problem))
            {
                return problem;
            }

            all.Add(one);
        }

        return all;
    }

    private static Problem Wrong(string message, string hint) => new(ProblemKind.Invalid, "CL079", message, hint);

    private sealed record Line(List<string> Heading, List<string> Cells, int Row, string Path)
    {
        public int Number => Row - 1;

        public string this[string column] => Heading.IndexOf(NamePattern.Fold(column)) is >= 0 and var at && at < Cells.Count ? Cells[at] : "";

        public Result<DateTime> Time(string column) => DateTime.TryParseExact(this[column], DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : Wrong($"\"{this[column]}\" in column \"{column}\", row {Row} of {Path} is no time.", "Write it like 2026-03-31 or 2026-03-31 08:00, in UTC.");
    }
}
