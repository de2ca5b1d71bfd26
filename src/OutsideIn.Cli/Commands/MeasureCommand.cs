using System.CommandLine;
using OutsideIn.Diagnosis;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein measure LOG "…"</c>: one measure on every case of a log, judged where there is an objective.</summary>
internal sealed class MeasureCommand
{
    private readonly Terminal _terminal;
    private readonly MeasuringOptions _measuring = new(
        "The map of the organisation (YAML): what contacts, hand-offs, ends of cases and the two clocks are. Without one none of them is known.", isMapNeeded: false);

    private readonly Argument<string> _measure = new("MEASURE")
    {
        Description = "What is measured, between quotation marks, such as 'time from first \"Claim reported\" to first \"Car collected\"' (docs/measures.md).",
    };

    private readonly Option<string> _objective = new("--objective")
    {
        Description = "Which values count as success, such as \"95% of cases <= 24h\" or \"99% of cases yes by 2027-06-30\". The verdict is met, missed or not yet provable.",
        HelpName = "OBJECTIVE",
    };

    private readonly Option<string> _by = new("--by")
    {
        Description = "Tell the cases apart by the values of a column, such as channel, team, category, or a column of the log.",
        HelpName = "COLUMN",
    };

    private MeasureCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var one = new MeasureCommand(terminal);
        var command = new Command("measure", "Gives every case of a log a value, open cases counted as open, and says what the values add up to, with intervals.");
        one._measuring.AddLogTo(command);
        command.Add(one._measure);
        command.Add(one._objective);
        command.Add(one._by);
        one._measuring.AddTo(command);
        one._measure.CompletionSources.Add(context => MeasureSuggestions.OfMeasure(context, context.ParseResult.GetValue(one._measuring.Map)));
        one._objective.CompletionSources.Add(MeasureSuggestions.OfObjective);
        command.SetAction(one.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (await _measuring.ReadAsync(_terminal, parsed, stop) is not { } log)
        {
            return ExitCode.Problem;
        }

        var question = new MeasureQuestion(parsed.GetValue(_measure)!)
        {
            Objective = parsed.GetValue(_objective),
            By = parsed.GetValue(_by),
            Per = _measuring.Per(parsed),
        };
        var asked = await WorkProgress.RunAsync(_terminal, "Measuring", progress => MeasureRuns.Ask(log.Log, question, stop, progress), stop);
        if (!asked.TryGet(out var run, out var problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        FaultText.Show(_terminal.Talk, run.Faults, question.Measure, question.Objective);
        if (log.Map is null)
        {
            _terminal.Talk.MarkupLine("[grey]Without --map no event is a contact or a hand-off, no case has an end of its own, and there are no two clocks.[/]");
        }

        return run.Result is null ? Refuse(parsed, log, run) : Show(parsed, log, run);
    }

    private int Refuse(ParseResult parsed, LogToMeasure log, MeasureRun run)
    {
        _measuring.WriteJson(_terminal, parsed, MeasureAnswer.Of(log.Name, run));
        return ExitCode.Problem;
    }

    private int Show(ParseResult parsed, LogToMeasure log, MeasureRun run)
    {
        var isFree = _measuring.WriteJson(_terminal, parsed, MeasureAnswer.Of(log.Name, run));
        if (_measuring.Csv(parsed) is { } csv)
        {
            isFree &= csv is not "-";
            CsvFile.Write(_terminal, csv, hasMetrics: false, rows => rows.Write("", run.Values!, run.Sides, run.Result!.Unit));
        }

        if (_measuring.Cases(parsed) is { } side)
        {
            return ShowCases(side, run);
        }

        if (isFree)
        {
            MeasureScreen.Show(_terminal.Data, run.Result!);
        }

        return ExitCode.Done;
    }

    private int ShowCases(string side, MeasureRun run)
    {
        if (!CaseSides.Of(side, run.Values!, run.Sides).TryGet(out var names, out var problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        NameLines.Show(_terminal.Data, names);
        return ExitCode.Done;
    }
}
