using System.CommandLine;
using OutsideIn.Experiments;
using OutsideIn.Method;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein calibrate</c>: how often the methods are wrong where the truth is known, and on a log of one's own.</summary>
internal sealed class CalibrateCommand
{
    private readonly Terminal _terminal;
    private readonly MeasuredLogOptions _log = new(
        "With --log: the map of the organisation (YAML).", isMapNeeded: false);

    private readonly Option<string> _part = new("--part")
    {
        Description = $"Only one part of the simulations: {string.Join(", ", CalibrationSuite.Parts.Select(static part => part.Name.ToLowerInvariant()))}.",
        HelpName = "NAME",
    };

    private readonly Option<string> _measure = new("--measure")
    {
        Description = "With --log: what would be compared (docs/measures.md). Default: time from start to end.",
        HelpName = "MEASURE",
    };

    private readonly Option<string> _objective = new("--objective") { Description = "With --log: which figure of it, such as \"80% of cases <= 14d\".", HelpName = "OBJECTIVE" };
    private readonly Option<string> _metric = new("--metric") { Description = "With --log: a metric of the map instead of --measure and --objective.", HelpName = "ID" };
    private readonly Option<string> _unit = new("--unit") { Description = "With --log: what would be changed as a whole, such as team or customer. Default: each case.", HelpName = "COLUMN" };
    private readonly Option<double?> _followUp = new("--follow-up") { Description = "With --log: follow every case for this many days.", HelpName = "DAYS" };

    private readonly Option<int> _arms = new("--arms")
    {
        Description = "With --log: how many arms are given out by chance.",
        DefaultValueFactory = static _ => 2,
    };

    private readonly Option<int> _runs = new("--runs")
    {
        Description = "With --log: how many times arms are given out.",
        DefaultValueFactory = static _ => CalibrationQuestion.UsualRuns,
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "With --log: the same seed gives out the same arms.",
        DefaultValueFactory = static _ => 1,
    };

    private CalibrateCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var one = new CalibrateCommand(terminal);
        var command = new Command(
            "calibrate",
            "Counts how often the methods are wrong: on simulations whose truth is known (about a minute), or with --log on a log of your own, "
            + "whose units are given arms by chance many times although nothing was done. Exit code 1 where an aim is missed that is not on record as missed.")
        {
            one._part,
        };
        one._log.AddOptionalLogTo(command);
        Option[] options = [one._measure, one._objective, one._metric, one._unit, one._arms, one._runs, one._seed, one._followUp];
        foreach (var option in options)
        {
            command.Add(option);
        }

        one._log.AddTo(command);
        command.Validators.Add(result =>
        {
            if (one._log.IsLogGiven(result) ? result.GetResult(one._part) is not null : options.Any(option => result.GetResult(option) is { Implicit: false }))
            {
                result.AddError("Parts are simulations and take no log; a measure, a unit and arms are of a log: give --log.");
            }
        });
        command.SetAction(one.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) => _log.HasLog(parsed) ? OfLogAsync(parsed, stop) : OfSuiteAsync(parsed, stop);

    private async Task<int> OfSuiteAsync(ParseResult parsed, CancellationToken stop)
    {
        var wanted = parsed.GetValue(_part);
        CalibrationPart[] parts = [.. CalibrationSuite.Parts.Where(part => wanted is null || string.Equals(part.Name, wanted.Trim(), StringComparison.OrdinalIgnoreCase))];
        if (parts.Length == 0)
        {
            string[] names = [.. CalibrationSuite.Parts.Select(static part => part.Name.ToLowerInvariant())];
            return ProblemText.Show(_terminal, new Problem(
                ProblemKind.NotFound, "CL094", $"There is no part \"{wanted}\".", NearestNames.Question(wanted!, names) ?? $"The parts are {string.Join(", ", names)}."));
        }

        var answer = await WorkProgress.RunAsync(_terminal, "Simulating", progress => CalibrationAnswer.Run(parts, progress, stop), stop);
        if (_log.WriteJson(_terminal, parsed, answer))
        {
            CalibrationScreen.Show(_terminal.Data, answer);
        }

        return answer.Missed.Any(static one => one.Why is null) ? ExitCode.Problem : ExitCode.Done;
    }

    private Task<int> OfLogAsync(ParseResult parsed, CancellationToken stop) => new QuestionOfLog<CalibrationQuestion, LogCalibration>
    {
        Doing = "Giving out arms by chance",
        Question = map => QuestionOf(parsed, map),
        Ask = LogCalibrations.Measure,
        Texts = static question => (question.Of.Measure, question.Of.Objective),
        Faults = static calibration => calibration.Faults,
        Show = CalibrationScreen.Show,
    }.RunAsync(_terminal, _log, parsed, stop);

    private Result<CalibrationQuestion> QuestionOf(ParseResult parsed, OutsideInMap? map)
    {
        var asked = ComparisonQuestion.Of(map, parsed.GetValue(_metric), parsed.GetValue(_measure), parsed.GetValue(_objective));
        return asked.Then<CalibrationQuestion>(one => new CalibrationQuestion(one with
        {
            Unit = parsed.GetValue(_unit),
            FollowUpMicros = parsed.GetValue(_followUp) * ComparisonQuestion.DayMicros,
        })
        {
            Arms = parsed.GetValue(_arms),
            Runs = parsed.GetValue(_runs),
            Seed = parsed.GetValue(_seed),
        });
    }
}
