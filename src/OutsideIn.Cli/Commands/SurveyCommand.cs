using System.CommandLine;
using OutsideIn.Proof;

namespace OutsideIn.Cli;

/// <summary><c>outsidein survey LOG --score COLUMN</c>: what answers say of those who gave them, and what they can say of all.</summary>
internal sealed class SurveyCommand
{
    private readonly Terminal _terminal;
    private readonly MeasuredLogOptions _log = new(
        "The map of the organisation (YAML): whether the outcome was reached, and which contacts came because something failed, are then known of everybody.", isMapNeeded: false);

    private readonly Option<string> _score = new("--score")
    {
        Description = "The column of the answers.",
        HelpName = "COLUMN",
        Required = true,
    };

    private readonly Option<SurveyScale?> _scale = new("--scale")
    {
        Description = "How answers become a score: the net promoter score, or the share that is satisfied. Default: by what the answers look like.",
    };

    private readonly Option<double?> _satisfiedFrom = new("--satisfied-from")
    {
        Description = "With --scale csat: from which answer on somebody is satisfied. Default: 4 of 5, 6 of 7, 8 of 10, 80 of 100.",
        HelpName = "ANSWER",
    };

    private readonly Option<string> _asked = new("--asked")
    {
        Description = "The activity by which somebody is asked, such as \"Survey sent\". Without it everybody counts as asked.",
        HelpName = "ACTIVITY",
    };

    private readonly Option<string[]> _margins = new("--margins")
    {
        Description = "What answers are weighted by, so that those who answered look like all: a column, or a name of \"Who answers\". May be given several times. Default: what they differ in most.",
        HelpName = "COLUMN",
    };

    private readonly Option<string> _per = new("--per")
    {
        Description = "Tell teams, people or other values of a column apart, each drawn towards all as far as its answers are few. Never a ranking.",
        HelpName = "COLUMN",
    };

    private SurveyCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var one = new SurveyCommand(terminal);
        var command = new Command("survey", "Shows a survey's score with its interval, what all may think, who answers, and the score weighted to look like all.");
        one._log.AddLogTo(command);
        Option[] options = [one._score, one._scale, one._satisfiedFrom, one._asked, one._margins, one._per];
        foreach (var option in options)
        {
            command.Add(option);
        }

        one._log.AddTo(command);
        command.SetAction(one.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (await _log.ReadAsync(_terminal, parsed, stop) is not { } log)
        {
            return ExitCode.Problem;
        }

        var question = new SurveyQuestion(parsed.GetValue(_score)!)
        {
            Scale = parsed.GetValue(_satisfiedFrom) is null ? parsed.GetValue(_scale) : SurveyScale.Csat,
            SatisfiedFrom = parsed.GetValue(_satisfiedFrom),
            Asked = parsed.GetValue(_asked),
            Margins = parsed.GetValue(_margins) ?? [],
            Per = parsed.GetValue(_per),
        };
        if (!SurveyOfLog.Read(log.Log, log.Name, question, stop).TryGet(out var survey, out var problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        if (_log.WriteJson(_terminal, parsed, survey))
        {
            SurveyScreen.Show(_terminal.Data, survey);
        }

        return ExitCode.Done;
    }
}
