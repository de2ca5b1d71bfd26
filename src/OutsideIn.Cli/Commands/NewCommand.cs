using System.CommandLine;
using System.Globalization;
using System.Text;
using OutsideIn.Method;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein new [FILE]</c>: a new map, by answering the six questions or from a sample.</summary>
internal static class NewCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the map; never over a file that is there.", DefaultValueFactory = static _ => "map.yaml" };
        var from = new Option<string>("--from") { Description = "Begin with a sample map instead of the questions.", HelpName = "SAMPLE" };
        var list = new Option<bool>("--list") { Description = "List the sample maps and what each teaches, and write nothing." };
        var command = new Command("new", "Writes a new map: asks the six questions one after another, or begins with a sample map.") { file, from, list };
        command.SetAction(parsed => parsed.GetValue(list) ? List(terminal) : Write(terminal, parsed.GetValue(file)!, parsed.GetValue(from)));
        return command;
    }

    private static int List(Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("sample", "about", "teaches");
        foreach (var sample in SampleMaps.All)
        {
            table.AddRow(Markup.Escape(sample.Id), Markup.Escape(sample.Title), Markup.Escape(sample.Teaches));
        }

        terminal.Data.Write(table);
        return ExitCode.Done;
    }

    private static int Write(Terminal terminal, string file, string? from)
    {
        if (File.Exists(file))
        {
            return ProblemText.Show(terminal, IsThere(file));
        }

        if (from is null)
        {
            return WriteAnswers(terminal, file);
        }

        if (SampleMaps.Find(from) is not { } sample)
        {
            return ProblemText.Show(terminal, new Problem(
                ProblemKind.NotFound, "CL041", $"There is no sample map '{from}'.", $"There are: {string.Join(", ", SampleMaps.All.Select(static one => one.Id))}."));
        }

        if (TryCreate(file, sample.Text) is { } problem)
        {
            return ProblemText.Show(terminal, problem);
        }

        terminal.Talk.MarkupLineInterpolated($"[grey]Written:[/] {file} [grey]({sample.Title})[/]");
        terminal.Talk.MarkupLineInterpolated($"[grey]Next:[/] outsidein check {file}");
        return ExitCode.Done;
    }

    private static int WriteAnswers(Terminal terminal, string file)
    {
        var answers = new QuestionTalk(terminal).Ask();
        if (!answers.HasAny)
        {
            terminal.Talk.MarkupLine("Nothing was answered; nothing was written.");
            return ExitCode.Done;
        }

        var map = AnsweredMap.Of(answers);
        if (TryCreate(file, MapYaml.Write(map)) is { } problem)
        {
            return ProblemText.Show(terminal, problem);
        }

        ShowWhatIsOpen(terminal, answers, map);
        terminal.Talk.MarkupLineInterpolated($"[grey]Written:[/] {file}");
        terminal.Talk.MarkupLineInterpolated($"[grey]Next:[/] ask a stakeholder and a customer the same, then outsidein check {file}");
        return ExitCode.Done;
    }

    private static void ShowWhatIsOpen(Terminal terminal, Answers answers, OutsideInMap map)
    {
        var open = answers.OpenNumbers();
        terminal.Talk.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{6 - open.Count} of 6 questions have an answer{(open.Count == 0 ? "" : $"; open: {string.Join(", ", open)}")}.");
        var index = MapIndex.Of(map);
        foreach (var outcome in map.Outcomes)
        {
            foreach (var statement in outcome.Statements)
            {
                var smart = Smart.Of(statement, outcome, index);
                terminal.Talk.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"SMART {smart.Score} of 5: {statement.Name}");
                foreach (var missing in smart.Missing)
                {
                    terminal.Talk.MarkupLineInterpolated($"  [grey]{missing}[/]");
                }
            }
        }
    }

    /// <summary>Writes a file that is not there yet; the problem where it is there, even where it came a moment ago.</summary>
    private static Problem? TryCreate(string file, string text)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(text));
            return null;
        }
        catch (IOException) when (File.Exists(file))
        {
            return IsThere(file);
        }
    }

    private static Problem IsThere(string file) =>
        new(ProblemKind.Conflict, "CL040", $"{file} is there already.", "Name another file, or move this one away.");
}
