using System.CommandLine;
using System.Text;
using OutsideIn.Documents;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein print MAP PAGE</c>: a page of a map to print, or to read on a screen.</summary>
internal sealed class PrintCommand
{
    private readonly Argument<string> _map = new("MAP") { Description = "The map (YAML)." };
    private readonly Argument<HandoutKind> _page = new("PAGE")
    {
        Description = "card: the six questions on one page; map: what three groups of people answer, and where they differ; sequence: what the customer goes through; "
            + "grid: what each need rests on; landscape: what work leads to; rules: the rule register; stop: the stop list; plan: the action plan.",
    };

    private readonly Option<string> _outcome = new("--outcome") { Description = "Id or one-liner of the outcome the page is about; without it the map's first.", HelpName = "ID" };
    private readonly Option<string> _out = new("--out") { Description = "Write the page to this file instead of standard output.", HelpName = "FILE" };
    private readonly Option<string> _today = new("--today") { Description = "The day on the page, such as 2026-03-31; without it today.", HelpName = "DAY" };
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;

    private PrintCommand(Terminal terminal, TimeProvider clock) => (_terminal, _clock) = (terminal, clock);

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var one = new PrintCommand(terminal, clock);
        var command = new Command("print", "Writes a page of a map as HTML to print, save as PDF, or read on a screen. Needs no network.")
        {
            one._map, one._page, one._outcome, one._out, one._today,
        };
        command.SetAction(one.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (!GivenDay.Read(parsed.GetValue(_today), _clock, ("--today", "CL030")).TryGet(out var day, out var problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        if (MapFile.Read(_terminal, parsed.GetValue(_map)!) is not { } map)
        {
            return ExitCode.Problem;
        }

        var options = new HandoutOptions(day) { Outcome = parsed.GetValue(_outcome) };
        if (!HandoutWriter.Write(map, parsed.GetValue(_page), options).TryGet(out var handout, out problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        Put(parsed.GetValue(_out), Encoding.UTF8.GetBytes(handout.Html));
        foreach (var note in handout.Notes)
        {
            _terminal.Talk.WriteLine(note.ToString());
        }

        return ExitCode.Done;
    }

    private void Put(string? path, byte[] html)
    {
        if (path is null)
        {
            using var output = _terminal.OpenStandardOutput();
            output.Write(html);
            return;
        }

        WholeFile.Write(path, stream => stream.Write(html));
        _terminal.Talk.MarkupLineInterpolated($"[grey]Written:[/] {path}[grey]; print it, or save it as PDF, from any browser.[/]");
    }
}
