using System.Text;
using OutsideIn.Cli;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class PrintCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    [Theory]
    [InlineData("CARD")]
    [InlineData("card")]
    [InlineData("Map")]
    [InlineData("SEQUENCE")]
    [InlineData("GRID")]
    [InlineData("LANDSCAPE")]
    [InlineData("RULES")]
    [InlineData("STOP")]
    [InlineData("PLAN")]
    public async Task A_page_of_the_sample_goes_to_standard_output(string page)
    {
        Assert.Equal(ExitCode.Done, await RunAsync("print", Sample(), page, "--today", "2026-03-31"));

        var html = Encoding.UTF8.GetString(_terminal.Output);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains("31 March 2026", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_can_go_to_a_file()
    {
        var file = _folder.At("card.html");

        Assert.Equal(ExitCode.Done, await RunAsync("print", Sample(), "CARD", "--out", file));

        Assert.Contains("SCO flashcard", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Empty(_terminal.Output);
        Assert.Contains("card.html", _terminal.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MP077", "--outcome", "nowhere")]
    [InlineData("CL030", "--today", "31.3.2026")]
    public async Task What_is_not_there_or_no_day_is_named(string code, string option, string value)
    {
        Assert.Equal(ExitCode.Problem, await RunAsync("print", Sample(), "CARD", option, value));

        Assert.Contains(code, _terminal.Talk, StringComparison.Ordinal);
        Assert.Contains(value, _terminal.Talk, StringComparison.Ordinal);
        Assert.Empty(_terminal.Output);
    }

    [Fact]
    public async Task A_page_nobody_knows_is_a_usage_error() =>
        Assert.Equal(ExitCode.Usage, await RunAsync("print", Sample(), "POSTER"));

    [Fact]
    public async Task A_map_that_is_not_there_is_named()
    {
        Assert.Equal(ExitCode.Problem, await RunAsync("print", "no-such-map.yaml", "CARD"));

        Assert.Contains("no-such-map.yaml", _terminal.Talk, StringComparison.Ordinal);
    }

    private string Sample() => _folder.Write("map.yaml", NorthbankSample.MapYaml);

    private Task<int> RunAsync(params string[] line) => CommandLine.RunAsync(line, _terminal.Terminal);
}
