using System.CommandLine;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>A command that reads a map, and a log where one is given, computes one answer and gives it as tables or as JSON.</summary>
/// <param name="compute">The answer, or why there is none.</param>
/// <param name="show">The answer as tables; gives the exit code.</param>
internal sealed class MapAnswer<T>(Func<MapWithLog, ParseResult, CancellationToken, Result<T>> compute, Func<Terminal, MapWithLog, ParseResult, T, int> show)
    where T : notnull
{
    private readonly MapAndLog _arguments = new();

    public Command Create(string name, string description, Terminal terminal, TimeProvider clock)
    {
        var command = new Command(name, description);
        _arguments.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            if (await _arguments.ReadAsync(terminal, clock, parsed, stop) is not { } given)
            {
                return ExitCode.Problem;
            }

            if (!compute(given, parsed, stop).TryGet(out var answer, out var problem))
            {
                return ProblemText.Show(terminal, problem);
            }

            return _arguments.Write(terminal, parsed, answer) ? show(terminal, given, parsed, answer) : ExitCode.Done;
        });
        return command;
    }
}
