using OutsideIn.Events;
using OutsideIn.Experiments;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Which unit each event of a log belongs to.</summary>
/// <param name="Names">The units in the order they are met.</param>
/// <param name="Rows">[events] Place of the event's unit among <paramref name="Names"/>; −1 for none.</param>
internal sealed record UnitColumn(IReadOnlyList<string> Names, int[] Rows)
{
    private const string Branch = "branch";

    /// <summary>The word by which measures tell a unit apart; null for one they do not.</summary>
    public static string? WordOf(ExperimentUnit unit) => unit switch
    {
        ExperimentUnit.Customer => "customer",
        ExperimentUnit.Agent => "person",
        ExperimentUnit.Team => "team",
        ExperimentUnit.Branch => Branch,
        _ => null,
    };

    public static Result<UnitColumn> Of(EventLog log, ExperimentUnit unit)
    {
        var rows = new int[log.EventCount];
        if (unit == ExperimentUnit.Case)
        {
            for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
            {
                var (first, end) = log.RowsOf(caseIndex);
                rows.AsSpan(first, end - first).Fill(caseIndex);
            }

            return new UnitColumn(log.CaseNames, rows);
        }

        if (unit == ExperimentUnit.Week)
        {
            return new Problem(ProblemKind.Invalid, "EX018", "Weeks are given to everybody at once, so there is no list of units to make.", "Make a switchback schedule.");
        }

        var word = WordOf(unit)!;
        if (!StratumColumn.Of(log, word).TryGet(out var column, out _))
        {
            return new Problem(
                ProblemKind.NotFound, "EX018", $"The plan counts by {word}, and the log does not say which {word} an event belongs to.",
                unit == ExperimentUnit.Branch ? "Give a log with a column \"branch\", or list the branches in a file." : $"Say which column it is with --{(unit == ExperimentUnit.Agent ? "resource" : word)}, or list the units in a file.");
        }

        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = column.CodeAt(row) - 1;
        }

        return new UnitColumn(column.Texts.Names, rows);
    }
}
