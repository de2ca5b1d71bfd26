using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Method;

namespace OutsideIn.Cli;

/// <summary><c>outsidein rate MAP</c>: every rating of a map.</summary>
internal sealed class RateCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly MapAndLog _arguments = new();

    private RateCommand(Terminal terminal, TimeProvider clock) => (_terminal, _clock) = (terminal, clock);

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var one = new RateCommand(terminal, clock);
        var command = new Command(
            "rate",
            "Prints every rating of a map: points of failure, line of sight, rewards, costing, stop list, mask, challenges and steps (docs/ratings.md).");
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

        var evidence = given.Diagnosis is null ? null : MapEvidence.Of(given.Diagnosis, given.Map);
        var ratings = ConformanceInterval.On(MapRatings.Of(given.Map, given.Today, evidence));
        if (_arguments.Write(_terminal, parsed, ratings))
        {
            new RatingsSummary(_terminal.Data, MapIndex.Of(given.Map)).Show(ratings);
        }

        return ExitCode.Done;
    }
}
