using System.Globalization;
using System.Text;
using OutsideIn.Documents;
using OutsideIn.Experiments;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>Who is given what, as rows to be written: CSV (RFC 4180, UTF-8) or a workbook, by the ending of the file.</summary>
/// <param name="Headings">What stands above the columns.</param>
/// <param name="Rows">[rows][columns] The cells.</param>
/// <param name="Says">How it was made, in a sentence.</param>
/// <param name="Balance">Units per stratum and arm; empty for schedules.</param>
internal sealed record ListToWrite(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, string Says, IReadOnlyList<StratumBalance> Balance)
{
    public static ListToWrite Of(AssignmentList list) => new(
        ["unit", "arm", "stratum", "block"],
        [.. list.Units.Select(static unit => (IReadOnlyList<string>)[unit.Id, unit.Arm, unit.Stratum, Number(unit.BlockNumber)])],
        $"{Upper(list.Method)}, seed {Number(list.Seed)}.",
        list.Balance);

    public static ListToWrite Of(IReadOnlyList<SwitchbackBlock> blocks, ulong seed) => new(
        ["block", "starts", "counts from", "ends", "arm"],
        [.. blocks.Select(static block => (IReadOnlyList<string>)[Number(block.Number), Time(block.Start), Time(block.CountsFrom), Time(block.End), block.Arm])],
        $"Switchback in {CountText.Of(blocks.Count, "block", "blocks")}, seed {Number(seed)}: everybody is given the arm of the block.",
        []);

    public static ListToWrite Of(IReadOnlyList<SteppedUnit> units, ulong seed) => new(
        ["unit", "step", "changes on", "counts from"],
        [.. units.Select(static unit => (IReadOnlyList<string>)[unit.Id, Number(unit.StepNumber), Day(unit.ChangesOn), Day(unit.CountsFrom)])],
        $"Stepped roll-out in {CountText.Of(units.Select(static unit => unit.StepNumber).Distinct().Count(), "step", "steps")}, seed {Number(seed)}: before its day a unit is as today.",
        []);

    /// <summary>Units given their arm by the hash of their id, as a program that knows the seed would.</summary>
    public static ListToWrite Of(HashedAssignment hashed, IReadOnlyList<ListedUnit> units)
    {
        var arms = units.Select(unit => hashed.ArmIndexOf(unit.Id)).ToArray();
        var counts = hashed.Arms.Select((_, at) => arms.Count(arm => arm == at)).ToArray();
        return new ListToWrite(
            ["unit", "arm"],
            [.. units.Select((unit, at) => (IReadOnlyList<string>)[unit.Id, arms[at] is { } arm ? hashed.Arms[arm].Name : ""])],
            $"By the hash of each id with the seed \"{hashed.Seed}\": whoever knows the seed needs no list.",
            [new StratumBalance("", counts)]);
    }

    /// <summary>Writes the list.</summary>
    /// <returns>How many rows; the refusal of the workbook.</returns>
    public Result<long> Write(string path) => WholeFile.Write(path, stream => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
        ? ListWorkbook.Write("list", Headings, Rows, stream)
        : Csv(stream));

    private Result<long> Csv(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var row in Rows.Prepend(Headings))
        {
            writer.WriteLine(string.Join(',', row.Select(Field)));
        }

        return Rows.Count;
    }

    private static string Field(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
