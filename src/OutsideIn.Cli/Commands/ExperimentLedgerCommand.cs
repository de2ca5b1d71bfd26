using System.CommandLine;
using OutsideIn.Experiments;
using OutsideIn.Method;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein experiment ledger MAP [ID]</c>: what was said and decided, how often it held; and a line more.</summary>
internal sealed class ExperimentLedgerCommand
{
    private static readonly (string Word, LedgerDecision Decision)[] Decisions = [("launch", LedgerDecision.Launch), ("stop", LedgerDecision.Stop), ("go-on", LedgerDecision.GoOn)];

    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly ExperimentArguments _arguments = new();
    private readonly Option<string> _decide = new("--decide") { Description = "Write down a decision. One that goes against the verdict of the last look needs a reason." };
    private readonly Option<string> _by = new("--by") { Description = "Who decided.", HelpName = "WHO" };
    private readonly Option<string> _reason = new("--reason") { Description = "Why.", HelpName = "TEXT" };
    private readonly Option<string> _forecast = new("--forecast") { Description = "Write down what a metric is expected to be, in words; with --metric, --value, --low, --high and --due.", HelpName = "TEXT" };
    private readonly Option<string> _metric = new("--metric") { Description = "Id of the metric that is forecast.", HelpName = "METRIC" };
    private readonly Option<int?> _resultOf = new("--result-of") { Description = "Write down what came of a forecast or a decision, by the number of its entry; with --value, --low and --high.", HelpName = "ENTRY" };
    private readonly Option<double?> _value = new("--value") { Description = "The figure, in the metric's unit; of a decision the effect measured later.", HelpName = "NUMBER" };
    private readonly Option<double?> _low = new("--low") { Description = "Lower end of its interval.", HelpName = "NUMBER" };
    private readonly Option<double?> _high = new("--high") { Description = "Upper end of its interval.", HelpName = "NUMBER" };
    private readonly Option<string> _due = new("--due") { Description = "The day by which a forecast is known, such as 2026-06-30.", HelpName = "DAY" };

    private ExperimentLedgerCommand(Terminal terminal, TimeProvider clock) => (_terminal, _clock) = (terminal, clock);

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var one = new ExperimentLedgerCommand(terminal, clock);
        one._arguments.Id.Arity = ArgumentArity.ZeroOrOne;
        one._decide.AcceptOnlyFromAmong([.. Decisions.Select(static known => known.Word)]);
        var command = new Command(
            "ledger",
            "Shows what was locked, seen, decided and forecast about the experiments of a map, and how often it held; or writes down one thing more. Nothing in it is ever changed.");
        one._arguments.AddTo(command, isWithLog: false);
        Option[] options = [one._decide, one._by, one._reason, one._forecast, one._metric, one._resultOf, one._value, one._low, one._high, one._due];
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(one.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (_arguments.Map(_terminal, parsed) is not { } map)
        {
            return ExitCode.Problem;
        }

        if (!Id(parsed, map).TryGet(out var id, out var problem) || !New(parsed, map, id).TryGet(out var make, out problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        var ledger = _arguments.Ledger(parsed, _clock);
        if (make.Entry is { } entry)
        {
            if (!(await ledger.AppendAsync(entry, stop)).TryGet(out var added, out problem))
            {
                return ProblemText.Show(_terminal, problem);
            }

            _terminal.Talk.MarkupLineInterpolated($"Written as entry {CountText.Of(added.Number)} of {_arguments.LedgerPath(parsed)}: {LedgerScreen.What(added.Entry)}");
        }

        if (!(await ledger.ReadAsync(stop)).TryGet(out var said, out problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        LedgerScreen.ShowFaults(_terminal, said);
        var answer = LedgerAnswer.Of(said, id.Length == 0 ? null : id, DateOnly.FromDateTime(_clock.GetLocalNow().DateTime));
        if (_arguments.WriteJson(_terminal, parsed, answer))
        {
            LedgerScreen.Show(_terminal.Data, answer);
        }

        return said.Faults.Count > 0 ? ExitCode.Problem : ExitCode.Done;
    }

    // The id as the map writes it; empty for all experiments.
    private Result<string> Id(ParseResult parsed, OutsideInMap map)
    {
        if (_arguments.IdOf(parsed) is not { } id)
        {
            return parsed.GetValue(_decide) is null && parsed.GetValue(_forecast) is null && parsed.GetValue(_resultOf) is null
                ? ""
                : new Problem(ProblemKind.Invalid, "CL070", "An entry of the ledger is about one experiment, and none is named.", "Write its id behind the map.");
        }

        return PlannedExperiments.Find(map, id).Then<string>(static experiment => experiment.Id);
    }

    private Result<NewEntry> New(ParseResult parsed, OutsideInMap map, string id)
    {
        var at = _clock.GetUtcNow();
        if (parsed.GetValue(_decide) is { } word)
        {
            var decision = Array.Find(Decisions, known => string.Equals(known.Word, word, StringComparison.Ordinal)).Decision;
            var decided = new DecidedEntry(at, id, decision, parsed.GetValue(_by) ?? "", parsed.GetValue(_reason), IsOverride: false);
            return new NewEntry(ledger => LedgerRules.Decision(ledger, decided));
        }

        if (parsed.GetValue(_forecast) is { } what)
        {
            if (!PlannedExperiments.MetricOf(map, parsed.GetValue(_metric)).TryGet(out var known, out var problem))
            {
                return problem;
            }

            return Figure(parsed).Then(figure => GivenDay.Read(parsed.GetValue(_due) ?? "", _clock, ("--due", "CL073"))
                .Then<NewEntry>(due => new NewEntry(_ => new ForecastEntry(at, id, what, known.Id, figure, due))));
        }

        return parsed.GetValue(_resultOf) is { } of ? Figure(parsed).Then<NewEntry>(figure => new NewEntry(_ => new ResultEntry(at, id, of, figure))) : new NewEntry(null);
    }

    private Result<LedgerFigure> Figure(ParseResult parsed) => (parsed.GetValue(_value), parsed.GetValue(_low), parsed.GetValue(_high)) switch
    {
        ({ } value, { } low, { } high) => new LedgerFigure(value, low, high),
        _ => new Problem(ProblemKind.Invalid, "CL072", "A figure of the ledger has an interval.", "Give --value, --low and --high."),
    };

    /// <summary>What is to be written; null for nothing.</summary>
    private sealed record NewEntry(Func<LedgerReading, Result<LedgerEntry>>? Entry);
}
