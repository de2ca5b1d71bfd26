using System.CommandLine;
using System.Globalization;
using OutsideIn.Experiments;
using OutsideIn.Proof;
using OutsideIn.Storage;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein experiment analyse MAP ID --log LOG</c>: what may be said now; the look goes into the ledger.</summary>
internal sealed class ExperimentAnalyseCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly ExperimentLookOptions _options = new();
    private readonly Option<bool> _final = new("--final") { Description = "Nothing more will come, although the planned end is not reached: this look is the last." };
    private readonly Option<string> _tookUp = new("--took-up")
    {
        Description = "A yes/no measure that tells who took up what their arm offered, such as 'has \"Call ahead\"': what that did is shown beside what being given the arm did.",
        HelpName = "MEASURE",
    };

    private readonly Option<string> _prior = new("--prior")
    {
        Description = "What was believed of the effect before, relative to the control, as its middle and its standard deviation in percent, such as 0,10: shows a Bayesian second opinion beside the verdict.",
        HelpName = "MEAN,SD",
    };

    private ExperimentAnalyseCommand(Terminal terminal, TimeProvider clock) => (_terminal, _clock) = (terminal, clock);

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var one = new ExperimentAnalyseCommand(terminal, clock);
        var command = new Command(
            "analyse",
            "Says what may be said of an experiment now, with the right its plan gives this look: in one sentence, the interval second, the p-value last. "
            + "\"Not yet\" is a proper answer. The look is written into the ledger, because looking costs.");
        one._options.AddTo(command);
        Option[] options = [one._final, one._tookUp, one._prior];
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(one.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (_options.Arguments.Map(_terminal, parsed) is not { } map)
        {
            return ExitCode.Problem;
        }

        if (!Prior(parsed).TryGet(out var prior, out var problem)
            || !(await _options.ReadAsync(_terminal, _clock, parsed, map, stop)).TryGet(out var asked, out problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        var question = asked.Question with { IsFinal = parsed.GetValue(_final), TookUp = parsed.GetValue(_tookUp), Prior = prior.Belief };
        var looked = await WorkProgress.RunAsync(
            _terminal, "Analysing", progress => ExperimentLooks.Analyse(asked.Log, asked.Name, question, stop, progress), stop);
        if (!looked.TryGet(out var analysis, out problem)
            || !(await NoteAsync(parsed, analysis, question.Looks.Count, stop)).TryGet(out var noted, out problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        if (_options.Arguments.WriteJson(_terminal, parsed, analysis))
        {
            ExperimentAnalysisScreen.Show(_terminal.Data, analysis);
        }

        _terminal.Talk.MarkupLineInterpolated($"[grey]{noted}[/]");
        return ExitCode.Done;
    }

    // What is shown was looked at; looking again at the same shows nothing new and costs nothing.
    private async Task<Result<string>> NoteAsync(ParseResult parsed, ExperimentAnalysis analysis, int looksBefore, CancellationToken stop)
    {
        var path = _options.Arguments.LedgerPath(parsed);
        var entry = analysis.Entry(_clock.GetUtcNow());
        var noted = await LedgerLooks.AppendAsync(_options.Arguments.Ledger(parsed, _clock), entry, looksBefore, stop);
        return noted.Then<string>(one => one.IsNew
            ? $"Written as entry {CountText.Of(one.Number)} of {path}."
            : $"The same was looked at before: entry {CountText.Of(one.Number)} of {path}.");
    }

    private Result<GivenPrior> Prior(ParseResult parsed)
    {
        if (parsed.GetValue(_prior) is not { } text)
        {
            return new GivenPrior(null);
        }

        var numbers = text.Split(',').Select(static part =>
            double.TryParse(part.Trim().TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number / 100 : double.NaN).ToArray();
        return numbers is [var mean, > 0 and var deviation] && double.IsFinite(mean) && double.IsFinite(deviation)
            ? new GivenPrior(new NormalPrior(mean, deviation))
            : new Problem(ProblemKind.Invalid, "CL080", $"--prior \"{text}\" is no belief.", "Write its middle and its standard deviation in percent of the control, such as 0,10.");
    }

    private sealed record GivenPrior(NormalPrior? Belief);
}
