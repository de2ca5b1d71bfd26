using System.CommandLine;
using OutsideIn.Documents;
using OutsideIn.Experiments;
using OutsideIn.Method;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein experiment assign MAP ID</c>: who is given which arm, as a list to work by.</summary>
internal sealed class ExperimentAssignCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly ExperimentArguments _arguments = new();
    private readonly AssignmentOptions _how = new();
    private readonly Option<string> _units = new("--units") { Description = "A CSV file with a heading and one unit a row: whom to assign. Or take them from a log with --log.", HelpName = "FILE" };
    private readonly Option<string> _id = new("--id-column") { Description = "The column of the file that holds the units' ids. Default: the first.", HelpName = "COLUMN" };
    private readonly Option<string[]> _strata = new("--strata") { Description = "A column within whose values the arms are balanced; repeat it for several. Default: the plan's.", HelpName = "COLUMN" };
    private readonly Option<string> _before = new("--before") { Description = "The column of the file with each unit's outcome before, by which sets are matched.", HelpName = "COLUMN" };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The list to write, .csv or .xlsx; must not be there yet.", HelpName = "FILE", Required = true };

    private ExperimentAssignCommand(Terminal terminal, TimeProvider clock) => (_terminal, _clock) = (terminal, clock);

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var one = new ExperimentAssignCommand(terminal, clock);
        var command = new Command("assign", "Gives units their arm by chance, the same list each time, and writes it as CSV or as a workbook; or makes a schedule.");
        one._arguments.AddTo(command, isWithLog: true);
        Option[] options = [one._units, one._id, one._strata, one._before];
        foreach (var option in options)
        {
            command.Add(option);
        }

        one._how.AddTo(command);
        command.Add(one._output);
        command.SetAction(one.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (_arguments.Map(_terminal, parsed) is not { } map)
        {
            return ExitCode.Problem;
        }

        if (!PlannedExperiments.Of(map, _arguments.IdOf(parsed)!).TryGet(out var plan, out var problem)
            || !Output(parsed).TryGet(out var path, out problem)
            || !(await UnitsAsync(parsed, map, plan, stop)).TryGet(out var units, out problem)
            || !AssignmentSheet.Of(plan, units, _how.Order(parsed, plan)).TryGet(out var sheet, out problem)
            || !(await _arguments.Ledger(parsed, _clock).ReadAsync(stop)).TryGet(out var ledger, out problem)
            || !Write(sheet, path).TryGet(out var rows, out problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        var answer = AssignmentAnswer.Of(plan, sheet, ledger);
        if (_arguments.WriteJson(_terminal, parsed, answer))
        {
            Show(answer);
        }

        _terminal.Talk.MarkupLineInterpolated($"[grey]Written:[/] {path}[grey], {CountText.Of(rows, "row", "rows")}.[/]");
        if (!answer.IsLocked)
        {
            _terminal.Talk.MarkupLineInterpolated($"[yellow]The plan is not locked as it stands. Lock it before the first unit is given its arm: outsidein experiment plan … {plan.Id} --lock[/]");
        }

        return ExitCode.Done;
    }

    private Result<string> Output(ParseResult parsed)
    {
        var path = parsed.GetValue(_output)!;
        if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            return new Problem(ProblemKind.Invalid, "CL076", $"{path} is neither .csv nor .xlsx.", "Name a file that ends so.");
        }

        return File.Exists(path)
            ? new Problem(ProblemKind.Conflict, "CL076", $"{path} is there already.", "People may be working by it. Name another file, or move this one away.")
            : path;
    }

    private static Result<long> Write(AssignmentSheet sheet, string path) => WholeFile.Write(path, stream =>
    {
        if (path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            return ListWorkbook.Write("list", sheet.Headings, sheet.Rows, stream);
        }

        sheet.WriteCsv(stream);
        return (Result<long>)sheet.Rows.Count;
    });

    private async Task<Result<IReadOnlyList<ListedUnit>>> UnitsAsync(ParseResult parsed, OutsideInMap map, ExperimentPlan plan, CancellationToken stop)
    {
        var order = _how.Order(parsed, plan);
        if (!order.NeedsUnits)
        {
            return Array.Empty<ListedUnit>();
        }

        var strata = parsed.GetValue(_strata) is { Length: > 0 } named ? named : plan.Strata;
        if (parsed.GetValue(_units) is { } file && !_arguments.HasLog(parsed))
        {
            return UnitsFile.Read(file, new UnitColumns(parsed.GetValue(_id), strata, parsed.GetValue(_before)));
        }

        if (parsed.GetValue(_units) is not null || !_arguments.HasLog(parsed))
        {
            return new Problem(ProblemKind.Invalid, "CL074", "Whom to assign is said by a file or by a log: by one of the two.", "Give --units FILE or --log LOG.");
        }

        var read = await _arguments.LogAsync(_terminal, parsed, map, stop);
        return read.Then(log => UnitLists.Of(log, plan with { Strata = strata }, order.NeedsOutcome, stop));
    }

    private void Show(AssignmentAnswer list)
    {
        var console = _terminal.Data;
        console.WriteLine(list.Says);
        var table = Tables.New("Units", ["Stratum", .. list.Arms]);
        foreach (var stratum in list.Balance.Take(2 * Tables.RowsShown))
        {
            table.Row([stratum.Stratum.Length == 0 ? "all" : stratum.Stratum, .. stratum.Counts.Select(static count => CountText.Of(count))]);
        }

        if (list.Balance.Count > 0)
        {
            Tables.Show(console, table, list.Balance.Count - (2 * Tables.RowsShown));
        }
        else
        {
            foreach (var row in list.Rows.Take(2 * Tables.RowsShown))
            {
                console.WriteLine(string.Join("  ", row));
            }
        }
    }
}
