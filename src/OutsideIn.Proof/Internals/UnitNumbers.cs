using OutsideIn.Diagnosis;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The unit each case belongs to.</summary>
/// <param name="Names">Names by number, the first of number 1; empty where units have none.</param>
/// <param name="Cases">[cases] The number; 0 for none.</param>
/// <param name="Word">What one is called, such as <c>team</c>.</param>
internal sealed record UnitNumbers(IReadOnlyList<string> Names, int[] Cases, string Word)
{
    private const long WeekMicros = 7 * 86_400_000_000;

    // 1970-01-01 was a Thursday, three days behind a Monday.
    private const long FirstMondayMicros = 3 * 86_400_000_000;

    /// <returns>The numbers; <c>EX018</c> where the log does not tell the plan's unit.</returns>
    public static Result<UnitNumbers> Of(MeasuredLog log, ExperimentQuestion question, CaseMembers members) => (question.Arms, question.Plan.Unit) switch
    {
        (ArmBlocks blocks, _) => OfBlocks(blocks, members),
        (_, ExperimentUnit.Case) => new UnitNumbers(log.Log.CaseNames, [.. Enumerable.Range(1, log.Log.CaseCount)], "case"),
        (_, ExperimentUnit.Week) => OfWeeks(members),
        var (_, unit) => OfColumn(log, UnitColumn.WordOf(unit)!),
    };

    private static Result<UnitNumbers> OfColumn(MeasuredLog log, string word) => CaseColumns.Of(log, word).TryGet(out var column, out _)
        ? new UnitNumbers(column.Names, [.. Enumerable.Range(0, log.Log.CaseCount).Select(one => column[one])], word)
        : new Problem(
            ProblemKind.NotFound, "EX018", $"The plan counts by {word}, and the log does not say which {word} a case belongs to.",
            $"Say which column it is when the log is read, or give a log with a column \"{word}\".");

    private static UnitNumbers OfWeeks(CaseMembers members)
    {
        var first = members.StartMicros.DefaultIfEmpty(0).Min();
        var monday = first - Modulo(first + FirstMondayMicros, WeekMicros);
        return new UnitNumbers([], Array.ConvertAll(members.StartMicros, start => (int)((start - monday) / WeekMicros) + 1), "week");
    }

    private static UnitNumbers OfBlocks(ArmBlocks blocks, CaseMembers members)
    {
        var times = blocks.Blocks.Select(static block => (From: Micros(block.CountsFrom), End: Micros(block.End))).ToArray();
        return new UnitNumbers([], Array.ConvertAll(members.StartMicros, start => Array.FindIndex(times, time => start >= time.From && start < time.End) + 1), "block");
    }

    /// <summary>An instant of a schedule, read as UTC, in microseconds.</summary>
    public static long Micros(DateTime time) => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)).ToUnixTimeMilliseconds() * 1_000;

    private static long Modulo(long value, long by) => ((value % by) + by) % by;
}
