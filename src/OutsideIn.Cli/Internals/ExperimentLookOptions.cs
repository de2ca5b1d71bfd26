using System.CommandLine;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>The arguments of both commands that look at a running experiment: the map, the log, who was given what, and which plan is followed.</summary>
internal sealed class ExperimentLookOptions
{
    private readonly ExperimentArguments _arguments = new();
    private readonly Option<string> _arms = new("--arms") { Description = "The column of the log that holds the arm. Default: \"arm\".", HelpName = "COLUMN" };
    private readonly Option<string> _list = new("--list") { Description = "Instead of a column: the list or schedule that outsidein experiment assign wrote (CSV).", HelpName = "FILE" };
    private readonly Option<string> _asOf = new("--as-of") { Description = "The instant up to which the log is complete (ISO 8601). Default: the last event. Later events are left out.", HelpName = "TIME" };
    private readonly Option<bool> _asItIs = new("--follow-map") { Description = "Follow the plan as the map has it now, instead of the one that was locked. What differs makes the result exploratory." };

    public ExperimentArguments Arguments => _arguments;

    public void AddTo(Command command)
    {
        _arguments.AddTo(command, isWithLog: true);
        Option[] options = [_arms, _list, _asOf, _asItIs];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <summary>The log and the question; a problem where something is missing or cannot be read.</summary>
    public async Task<Result<ExperimentToLookAt>> ReadAsync(Terminal terminal, TimeProvider clock, ParseResult parsed, OutsideInMap map, CancellationToken stop)
    {
        if (!_arguments.HasLog(parsed))
        {
            return new Problem(ProblemKind.Invalid, "CL078", "To look at an experiment takes the log in which it ran.", "Give --log LOG.");
        }

        if (!Arms(parsed).TryGet(out var arms, out var problem)
            || !GivenInstant.AsOf(parsed.GetValue(_asOf)).TryGet(out var horizon, out problem)
            || !(await _arguments.LogAsync(terminal, parsed, map, stop, horizon)).TryGet(out var log, out problem)
            || !(await _arguments.Ledger(parsed, clock).ReadAsync(stop)).TryGet(out var ledger, out problem))
        {
            return problem;
        }

        LedgerScreen.ShowFaults(terminal, ledger);
        return ExperimentQuestion.Of(map, _arguments.IdOf(parsed)!, ledger, arms, parsed.GetValue(_asItIs), MeasureSchemas.Of(log))
            .Then<ExperimentToLookAt>(question => new ExperimentToLookAt(log, _arguments.LogName(parsed), question, ledger));
    }

    private Result<ArmSource> Arms(ParseResult parsed) => (parsed.GetValue(_arms), parsed.GetValue(_list)) switch
    {
        ({ } column, null) => new ArmColumn(column),
        (null, { } file) => ArmsFile.Read(file),
        (null, null) => ArmColumn.Usual,
        _ => new Problem(ProblemKind.Invalid, "CL079", "Who was given what stands in a column or in a list, and both were named.", "Give --arms or --list."),
    };
}

/// <summary>A log, the question that is asked of it, and the ledger.</summary>
internal sealed record ExperimentToLookAt(MeasuredLog Log, string Name, ExperimentQuestion Question, LedgerReading Ledger);
