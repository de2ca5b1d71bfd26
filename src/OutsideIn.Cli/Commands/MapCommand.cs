using System.CommandLine;
using System.Text;
using OutsideIn.Method;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein map …</c>: what can be done with a map alone.</summary>
internal static class MapCommand
{
    public static Command Create(Terminal terminal) => new("map", "What can be done with a map alone, without a log.")
    {
        Schema(terminal),
        Format(terminal),
        MoveCommand.Create(terminal),
        MapBookCommand.Export(terminal),
        MapBookCommand.Import(terminal),
        MapBookCommand.Diff(terminal),
    };

    private static Command Schema(Terminal terminal)
    {
        var command = new Command("schema", "Prints the JSON Schema of the written map, with which an editor completes its keys.");
        command.SetAction(_ =>
        {
            using var output = terminal.OpenStandardOutput();
            output.Write(Encoding.UTF8.GetBytes(MapJsonSchema.Text));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Format(Terminal terminal)
    {
        var map = new Argument<string>("MAP") { Description = "The map: a YAML file, with the files it includes." };
        var command = new Command("format", "Prints a map in the newest format, with its comments and with the entries of the files it includes.") { map };
        command.SetAction(parsed => Format(terminal, parsed.GetValue(map)!));
        return command;
    }

    private static int Format(Terminal terminal, string path)
    {
        if (!MapYaml.ReadFile(path).TryGet(out var document, out var problem))
        {
            return ProblemText.Show(terminal, problem);
        }

        foreach (var finding in document.Diagnostics)
        {
            terminal.Talk.WriteLine(finding.ToString());
        }

        // What could not be read would be lost.
        if (document.HasErrors)
        {
            return ExitCode.Problem;
        }

        var text = MapYaml.Rewrite(MapYaml.BringForward(File.ReadAllText(path)), document.Map);
        using var output = terminal.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(text));
        return ExitCode.Done;
    }
}
