using System.CommandLine;
using OutsideIn.Proof;

namespace OutsideIn.Cli;

/// <summary><c>outsidein experiment check MAP ID --log LOG</c>: how the run looks without its outcomes.</summary>
internal sealed class ExperimentCheckCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly ExperimentLookOptions _options = new();

    private ExperimentCheckCommand(Terminal terminal, TimeProvider clock) => (_terminal, _clock) = (terminal, clock);

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var one = new ExperimentCheckCommand(terminal, clock);
        var command = new Command(
            "check",
            "Looks at a running experiment without its outcomes, as often as you like: who is in which arm, whether they came there as planned, whether the arms were alike "
            + "before. Nothing it shows says which arm does better. Exit code 1 where something looks wrong.");
        one._options.AddTo(command);
        command.SetAction(one.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (_options.Arguments.Map(_terminal, parsed) is not { } map)
        {
            return ExitCode.Problem;
        }

        if (!(await _options.ReadAsync(_terminal, _clock, parsed, map, stop)).TryGet(out var asked, out var problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        var looked = await WorkProgress.RunAsync(
            _terminal, "Checking", progress => ExperimentLooks.Check(asked.Log, asked.Name, asked.Question, stop, progress), stop);
        if (!looked.TryGet(out var check, out problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        if (_options.Arguments.WriteJson(_terminal, parsed, check))
        {
            ExperimentCheckScreen.Show(_terminal.Data, check);
        }

        return string.Equals(check.Answer, "sound", StringComparison.Ordinal) ? ExitCode.Done : ExitCode.Problem;
    }
}
