using System.Text;
using OutsideIn.Cli;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class MoveCommandTests
{
    private const string Map = """
        outsidein: 2

        moments of truth:
          # How it begins.
          - id: m1
            name: Report by phone
            kind: person-person
          - id: m2
            name: Ask the assessor
            from: claims
            to: assessor
            feel: misery

        """;

    [Fact]
    public async Task An_entry_is_moved_comments_stay_and_what_is_lost_is_said()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new TerminalDouble();

        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["map", "move", folder.Write("map.yaml", Map), "m2"], terminal.Terminal));

        var text = Encoding.UTF8.GetString(terminal.Output);
        Assert.Contains("  # How it begins.\n  - id: m1\n", text, StringComparison.Ordinal);
        Assert.Contains("breakpoints:\n", text, StringComparison.Ordinal);
        Assert.Contains("to: assessor", text, StringComparison.Ordinal);
        Assert.DoesNotContain("misery", text, StringComparison.Ordinal);
        Assert.Contains("moments/m2: feel", terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_of_neither_is_a_problem_that_names_the_nearest()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new TerminalDouble();

        Assert.Equal(ExitCode.Problem, await CommandLine.RunAsync(["map", "move", folder.Write("map.yaml", Map), "m22"], terminal.Terminal));

        Assert.Contains("CL031", terminal.Talk, StringComparison.Ordinal);
        Assert.Contains("m2", terminal.Talk, StringComparison.Ordinal);
        Assert.Empty(terminal.Output);
    }
}
