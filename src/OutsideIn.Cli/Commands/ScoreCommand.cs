using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary><c>outsidein score LOG --map MAP</c>: every metric of a map that has a measure, on one log, judged; for people and for pipelines.</summary>
internal sealed class ScoreCommand
{
    private readonly Terminal _terminal;
    private readonly MeasuringOptions _measuring = new("The map of the organisation (YAML) whose metrics are computed.", isMapNeeded: true);
    private readonly Option<string[]> _metric = new("--metric")
    {
        Description = "Only this metric, by id or name; repeat it for several. With one the whole result is shown.",
        HelpName = "METRIC",
    };

    private ScoreCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var one = new ScoreCommand(terminal);
        var command = new Command(
            "score",
            "Computes every metric of a map that has a measure from a log, and holds it against its objective. Exit code 0 where no objective is missed "
            + "(one that is not yet provable does not fail), 1 where one is, 2 where a measure is wrong or log or map cannot be read.");
        one._measuring.AddLogTo(command);
        command.Add(one._metric);
        one._measuring.AddTo(command);
        command.SetAction(one.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (await _measuring.ReadAsync(_terminal, parsed, stop) is not { } log)
        {
            return ExitCode.Usage;
        }

        var metrics = parsed.GetValue(_metric) is { Length: > 0 } named ? named : null;
        if (!Known(log.Map!, metrics).TryGet(out var wanted, out var problem) || !Listed(parsed, metrics).TryGet(out var side, out problem))
        {
            ProblemText.Show(_terminal, problem);
            return ExitCode.Usage;
        }

        var names = new SideNames(side);
        var options = new ScorecardOptions { LogName = log.Name, Metrics = wanted.Count == 0 ? null : wanted, Per = _measuring.Per(parsed), Each = names.Take };
        var card = await ComputeAsync(parsed, log, options, stop);
        return Show(parsed, card, names, isOne: wanted.Count == 1);
    }

    private async Task<Scorecard> ComputeAsync(ParseResult parsed, LogToMeasure log, ScorecardOptions options, CancellationToken stop)
    {
        Scorecard? card = null;
        if (_measuring.Csv(parsed) is { } file)
        {
            var names = options.Each!;
            await WorkProgress.RunAsync(_terminal, "Measuring", progress =>
            {
                CsvFile.Write(_terminal, file, hasMetrics: true, rows => card = Scorecards.Of(
                    log.Log,
                    log.Map!,
                    options with
                    {
                        Each = (score, values, sides) =>
                        {
                            rows.Write(score.Id, values, sides, score.Result!.Unit);
                            names(score, values, sides);
                        },
                    },
                    stop,
                    progress));
                return true;
            }, stop);
        }

        return card ?? await WorkProgress.RunAsync(_terminal, "Measuring", progress => Scorecards.Of(log.Log, log.Map!, options, stop, progress), stop);
    }

    private int Show(ParseResult parsed, Scorecard card, SideNames names, bool isOne)
    {
        foreach (var score in card.Scores)
        {
            FaultText.Show(_terminal.Talk, score.Faults, score.Measure, score.Objective);
        }

        var isFree = _measuring.WriteJson(_terminal, parsed, card) && _measuring.Csv(parsed) is not "-";
        if (names.Found is { } found)
        {
            if (!found.TryGet(out var lines, out var problem))
            {
                ProblemText.Show(_terminal, problem);
                return ExitCode.Usage;
            }

            NameLines.Show(_terminal.Data, lines);
        }
        else if (isFree)
        {
            ScorecardScreen.Show(_terminal.Data, card, isOne);
        }

        return card.Counts.Wrong > 0 ? ExitCode.Usage : card.Counts.Missed > 0 ? ExitCode.Problem : ExitCode.Done;
    }

    private static Result<IReadOnlyList<string>> Known(OutsideInMap map, string[]? metrics)
    {
        foreach (var name in metrics ?? [])
        {
            if (!map.Metrics.Any(one => string.Equals(one.Id, name, StringComparison.OrdinalIgnoreCase) || string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                return new Problem(
                    ProblemKind.NotFound, "CL061", $"The map has no metric \"{name}\".",
                    NearestNames.Question(name, [.. map.Metrics.Select(static one => one.Id), .. map.Metrics.Select(static one => one.Name)]) ?? "outsidein score without --metric lists them.");
            }
        }

        return metrics ?? [];
    }

    private Result<string> Listed(ParseResult parsed, string[]? metrics) => _measuring.Cases(parsed) is { } side && metrics is not { Length: 1 }
        ? new Problem(ProblemKind.Invalid, "CL062", $"--cases {side} needs to know of which metric.", "Name one with --metric.")
        : _measuring.Cases(parsed) ?? "";

    /// <summary>Keeps the names on the side that was asked for while the values are there.</summary>
    private sealed class SideNames(string side)
    {
        public Result<IReadOnlyList<string>>? Found { get; private set; }

        public void Take(Score score, Measures.MeasureValues values, IReadOnlyList<Measures.Side>? sides) =>
            Found = side.Length == 0 ? null : CaseSides.Of(side, values, sides);
    }
}
