using OutsideIn.Cli;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class SampleCommandTests
{
    [Fact]
    public async Task The_sample_is_a_log_and_a_map_that_can_be_read()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new TerminalDouble();

        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["sample", folder.At("try")], terminal.Terminal));

        Assert.True(File.ReadLines(folder.At("try/northbank.csv")).Skip(1).Any());
        Assert.True(MapYaml.ReadFile(folder.At("try/northbank.map.yaml")).TryGet(out var map, out _));
        Assert.False(map.HasErrors);
        Assert.Empty(Directory.EnumerateFiles(folder.At("try"), "*.part"));
    }
}
