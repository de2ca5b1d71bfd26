using System.CommandLine;
using System.Text;
using OutsideIn.Method;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein map move MAP ID</c>: an entry that stands in the wrong inventory, put into the other.</summary>
internal static class MoveCommand
{
    public static Command Create(Terminal terminal)
    {
        var map = new Argument<string>("MAP") { Description = "The map (YAML)." };
        var id = new Argument<string>("ID") { Description = "Id of the Moment of Truth or breakpoint." };
        var command = new Command(
            "move",
            "Prints a map in which a Moment of Truth without a customer end is a breakpoint, or a breakpoint with one a Moment of Truth (findings MOT-02 and BPT-02). "
            + "Comments stay; what the other sort cannot say is listed.")
        {
            map, id,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(map)!, parsed.GetValue(id)!));
        return command;
    }

    private static int Run(Terminal terminal, string path, string id)
    {
        if (MapFile.Read(terminal, path) is not { } map)
        {
            return ExitCode.Problem;
        }

        if (WrongInventory.Move(map, id) is not { } moved)
        {
            var known = map.Moments.Select(static one => one.Id).Concat(map.Breakpoints.Select(static one => one.Id));
            return ProblemText.Show(terminal, new Problem(
                ProblemKind.NotFound,
                "CL031",
                $"No Moment of Truth and no breakpoint has the id \"{id}\".",
                NearestNames.Question(id, known) ?? "The findings MOT-02 and BPT-02 name those that stand in the wrong list."));
        }

        using var output = terminal.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(MapYaml.Rewrite(File.ReadAllText(path), moved.Map)));
        foreach (var lost in moved.Lost)
        {
            terminal.Talk.MarkupLineInterpolated($"[grey]Left out:[/] {lost}");
        }

        return ExitCode.Done;
    }
}
