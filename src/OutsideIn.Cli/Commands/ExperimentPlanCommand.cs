using System.CommandLine;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein experiment plan MAP ID</c>: the plan as a page, what it still lacks, how it stands to what was locked; and the lock.</summary>
internal sealed class ExperimentPlanCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly ExperimentArguments _arguments = new();
    private readonly Option<bool> _lock = new("--lock")
    {
        Description = "Lock the plan: its text and hash go into the ledger, and whatever deviates from it later is exploratory.",
    };

    private ExperimentPlanCommand(Terminal terminal, TimeProvider clock) => (_terminal, _clock) = (terminal, clock);

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var one = new ExperimentPlanCommand(terminal, clock);
        var command = new Command(
            "plan",
            "Shows the plan of an experiment: what is believed, who gets what, which outcome decides and when one looks; and everything that is still missing. "
            + "Exit code 1 while something is.");
        one._arguments.AddTo(command, isWithLog: true);
        command.Add(one._lock);
        command.SetAction(one.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (_arguments.Map(_terminal, parsed) is not { } map)
        {
            return ExitCode.Problem;
        }

        MeasuredLog? log = null;
        if (_arguments.HasLog(parsed) && !(await _arguments.LogAsync(_terminal, parsed, map, stop)).TryGet(out log, out var unread))
        {
            return ProblemText.Show(_terminal, unread);
        }

        var ledger = _arguments.Ledger(parsed, _clock);
        if (!PlannedExperiments.Draft(map, _arguments.IdOf(parsed)!, log is null ? null : MeasureSchemas.Of(log)).TryGet(out var draft, out var problem)
            || !(await ledger.ReadAsync(stop)).TryGet(out var said, out problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        LedgerScreen.ShowFaults(_terminal, said);
        var page = PlanAnswer.Of(draft, said, log, stop);
        if (page.Refusal is { } refusal)
        {
            ProblemText.Show(_terminal, refusal);
        }

        if (_arguments.WriteJson(_terminal, parsed, page))
        {
            ExperimentPlanScreen.Show(_terminal.Data, draft, page);
        }

        if (draft.Plan is not { } plan)
        {
            return ExitCode.Problem;
        }

        return parsed.GetValue(_lock) ? await LockAsync(parsed, plan, stop) : ExitCode.Done;
    }

    private async Task<int> LockAsync(ParseResult parsed, ExperimentPlan plan, CancellationToken stop)
    {
        var entry = LockedEntry.Of(plan, _clock.GetUtcNow());
        if (!(await _arguments.Ledger(parsed, _clock).AppendAsync(_ => entry, stop)).TryGet(out var added, out var problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        _terminal.Talk.MarkupLineInterpolated($"Locked as entry {CountText.Of(added.Number)} of {_arguments.LedgerPath(parsed)}: {entry.Hash}");
        return ExitCode.Done;
    }
}
