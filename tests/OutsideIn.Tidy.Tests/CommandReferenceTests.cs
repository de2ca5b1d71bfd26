using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using OutsideIn.Cli;

namespace OutsideIn.Tidy.Tests;

/// <summary>The reference of the commands is printed from the commands themselves.</summary>
public sealed class CommandReferenceTests
{
    [Fact]
    public void The_reference_says_what_the_commands_say() =>
        Approved.Check("docs/cli.md", Print(CommandLine.Root(Terminal.OfProcess())));

    private static string Print(RootCommand root)
    {
        var text = new StringBuilder("# Commands\n\n");
        text.Append("Data go to standard output, talk to standard error. Exit codes: 0 done, 1 problem, 2 usage, 3 something outside failed.\n");
        PrintCommand(text, "outsidein", root);
        return text.ToString();
    }

    private static void PrintCommand(StringBuilder text, string name, Command command)
    {
        var arguments = string.Concat(command.Arguments.Select(static one => $" {one.Name}"));
        var hasTable = command.Arguments.Count + command.Options.Count(static one => one is not HelpOption and not VersionOption) > 0;
        text.Append($"\n## `{name}{arguments}`\n\n{command.Description}\n{(hasTable ? "\n| | |\n| --- | --- |\n" : "")}");
        foreach (var argument in command.Arguments)
        {
            text.Append($"| `{argument.Name}` | {argument.Description} |\n");
        }

        foreach (var option in command.Options.Where(static one => one is not HelpOption and not VersionOption))
        {
            text.Append($"| `{option.Name}{ValueOf(option)}` | {option.Description} |\n");
        }

        foreach (var inner in command.Subcommands)
        {
            PrintCommand(text, $"{name} {inner.Name}", inner);
        }
    }

    private static string ValueOf(Option option) => option.ValueType.IsEnum
        ? " " + string.Join('\\', Enum.GetNames(option.ValueType).Select(static one => one.ToLowerInvariant())).Replace("\\", "\\|", StringComparison.Ordinal)
        : option.HelpName is { } value ? " " + value : "";
}
