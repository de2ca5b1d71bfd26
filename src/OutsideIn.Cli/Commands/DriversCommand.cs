using System.CommandLine;
using OutsideIn.Method;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary><c>outsidein drivers LOG --metric ID</c> or <c>--measure MEASURE</c>: which of several drivers an outcome goes with.</summary>
internal sealed class DriversCommand
{
    private readonly Terminal _terminal;
    private readonly MeasuredLogOptions _log = new(
        "The map of the organisation (YAML): what contacts, hand-offs and ends of cases are. Without one none of them is known.", isMapNeeded: false);

    private readonly Option<string> _metric = new("--metric")
    {
        Description = "The outcome: a metric of the map that has a measure.",
        HelpName = "ID",
    };

    private readonly Option<string> _measure = new("--measure")
    {
        Description = "The outcome written out (docs/measures.md), instead of --metric.",
        HelpName = "MEASURE",
    };

    private readonly Option<string> _objective = new("--objective")
    {
        Description = "Of a measure which figure is explained, such as \"80% of cases <= 14d\": then who was within 14 days.",
        HelpName = "OBJECTIVE",
    };

    private readonly Option<string[]> _by = new("--by")
    {
        Description = "A driver: a column of numbers or of yes and no, a value of a column such as \"region=West\", or a measure. May be given several times. Default: the numbers of every case, and how often failure, contacts and hand-offs happened.",
        HelpName = "DRIVER",
    };

    private readonly Option<double?> _followUp = new("--follow-up")
    {
        Description = "Follow every case for this many days. Default: for as long as the log can tell.",
        HelpName = "DAYS",
    };

    private DriversCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var one = new DriversCommand(terminal);
        var command = new Command("drivers", "Shows which drivers an outcome goes with: the part of each, how sure its place is, and what speaks against reading it so. Association, not cause.");
        one._log.AddLogTo(command);
        Option[] options = [one._metric, one._measure, one._objective, one._by, one._followUp];
        foreach (var option in options)
        {
            command.Add(option);
        }

        one._log.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(one._metric) is null == result.GetResult(one._measure) is null)
            {
                result.AddError("Say which outcome is explained: either --metric ID or --measure MEASURE.");
            }
        });
        command.SetAction(one.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) => new QuestionOfLog<DriversQuestion, LogDrivers>
    {
        Doing = "Sharing out",
        Question = map => QuestionOf(parsed, map),
        Ask = DriversOfLog.Analyse,
        Texts = static question => (question.Measure, question.Objective),
        Faults = static drivers => drivers.Faults,
        Show = DriversScreen.Show,
    }.RunAsync(_terminal, _log, parsed, stop);

    private Result<DriversQuestion> QuestionOf(ParseResult parsed, OutsideInMap? map)
    {
        Result<DriversQuestion> asked = parsed.GetValue(_metric) is { } wanted
            ? DriversQuestion.OfMetric(map, wanted)
            : new DriversQuestion(parsed.GetValue(_measure)!) { Objective = parsed.GetValue(_objective) };
        return asked.Then<DriversQuestion>(one => one with
        {
            By = parsed.GetValue(_by) ?? [],
            FollowUpMicros = parsed.GetValue(_followUp) * ComparisonQuestion.DayMicros,
        });
    }
}
