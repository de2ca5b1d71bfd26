using System.Text;
using OutsideIn.Cli;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class MapCommandTests
{
    [Fact]
    public async Task The_schema_is_printed_as_the_program_has_it()
    {
        using var terminal = new TerminalDouble();
        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["map", "schema"], terminal.Terminal));
        Assert.Equal(MapJsonSchema.Text, Encoding.UTF8.GetString(terminal.Output));
    }

    [Fact]
    public async Task A_map_of_the_first_format_is_printed_in_the_newest()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new TerminalDouble();
        var path = folder.Write("map.yaml", "outsidein: 1\nactivities:\n  # By phone.\n  - { name: Call, is: moment of truth }\n");

        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["map", "format", path], terminal.Terminal));

        Assert.Equal("outsidein: 2\nmoments of truth:\n  # By phone.\n  - { name: Call }\n", Encoding.UTF8.GetString(terminal.Output));
    }

    [Fact]
    public async Task A_map_with_errors_is_not_printed_since_what_is_wrong_would_be_lost()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new TerminalDouble();
        var path = folder.Write("map.yaml", "outsidein: 2\ncustomer: []\n");

        Assert.Equal(ExitCode.Problem, await CommandLine.RunAsync(["map", "format", path], terminal.Terminal));

        Assert.Empty(terminal.Output);
        Assert.Contains("error MP008: 'customer' is not a key of a map.", terminal.Talk, StringComparison.Ordinal);
    }
}
