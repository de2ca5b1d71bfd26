using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Method;

namespace OutsideIn.Cli;

/// <summary><c>outsidein plan MAP</c>: what to do about the causes of work, in order.</summary>
internal sealed class PlanCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly MapAndLog _arguments = new();

    private PlanCommand(Terminal terminal, TimeProvider clock) => (_terminal, _clock) = (terminal, clock);

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var one = new PlanCommand(terminal, clock);
        var command = new Command(
            "plan",
            "Prints the plan of a map: its own actions and the candidates its judgements, its ratings and a log give, stop-actions first.");
        one._arguments.AddTo(command);
        command.SetAction(one.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (await _arguments.ReadAsync(_terminal, _clock, parsed, stop) is not { } given)
        {
            return ExitCode.Problem;
        }

        var evidence = given.Diagnosis is null ? null : MapEvidence.PlanOf(given.Diagnosis, given.Map);
        var plan = ActionPlan.Of(given.Map, MapChecks.Check(given.Map, new CheckOptions(given.Today)), evidence);
        if (_arguments.Write(_terminal, parsed, plan))
        {
            PlanSummary.Show(_terminal.Data, plan);
        }

        return ExitCode.Done;
    }
}
