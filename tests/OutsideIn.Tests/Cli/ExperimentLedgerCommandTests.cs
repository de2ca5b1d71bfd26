using System.Text.Json;
using OutsideIn.Cli;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class ExperimentLedgerCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    [Fact]
    public async Task A_ledger_in_which_nothing_stands_says_so()
    {
        Assert.Equal(ExitCode.Done, await RunAsync());

        Assert.Equal("Nothing stands in the ledger yet.\n", _terminal.Data.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_launch_nobody_has_looked_for_goes_against_the_verdict_and_needs_a_reason()
    {
        Assert.Equal(ExitCode.Problem, await RunAsync("x-day", "--decide", "launch", "--by", "Ada"));
        Assert.Contains("EX014 This decision goes against what the data say so far", _terminal.Talk, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, await RunAsync("x-day", "--decide", "launch", "--by", "Ada", "--reason", "The law demands it"));

        Assert.Contains("Ada decided to launch, against the verdict: The law demands it", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("Decisions against the verdict that turned out right: nothing is known yet of 1.", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forecast_and_what_came_of_it_are_counted()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("x-day", "--forecast", "Chase calls in June", "--metric", "k-chase", "--value", "0.4", "--low", "0.3", "--high", "0.5", "--due", "2026-06-30"));
        Assert.Equal(ExitCode.Done, await RunAsync("x-day", "--result-of", "1", "--value", "0.45", "--low", "0.44", "--high", "0.46"));

        Assert.Contains("Forecast of k-chase: Chase calls in June: 0.4 (0.3 to 0.5) by 2026-06-30.", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("Result of entry 1: 0.45 (0.44 to 0.46).", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("Forecasts whose interval held what came: 1 of 1, 100 % (21 % to 100 %).", _terminal.Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CL070", "--decide", "stop", "--by", "Ada")]
    [InlineData("EX069", "x-day", "--forecast", "Less", "--metric", "k-chaes", "--value", "1", "--low", "0", "--high", "2", "--due", "2026-06-30")]
    [InlineData("EX069", "x-day", "--forecast", "Less")]
    [InlineData("CL072", "x-day", "--result-of", "1", "--value", "1")]
    [InlineData("CL073", "x-day", "--forecast", "Less", "--metric", "k-chase", "--value", "1", "--low", "0", "--high", "2", "--due", "June")]
    [InlineData("CL073", "x-day", "--forecast", "Less", "--metric", "k-chase", "--value", "1", "--low", "0", "--high", "2")]
    [InlineData("EX015", "x-day", "--result-of", "1", "--value", "1", "--low", "0", "--high", "2")]
    [InlineData("EX016", "x-day", "--forecast", "Less", "--metric", "k-chase", "--value", "3", "--low", "0", "--high", "2", "--due", "2026-06-30")]
    [InlineData("EX003", "x-nowhere")]
    public async Task What_cannot_be_written_down_is_refused_and_nothing_is_written(string code, params string[] options)
    {
        Assert.Equal(ExitCode.Problem, await RunAsync(options));

        Assert.StartsWith(code, _terminal.Talk, StringComparison.Ordinal);
        Assert.True(!File.Exists(_folder.At("map.ledger.jsonl")) || new FileInfo(_folder.At("map.ledger.jsonl")).Length == 0);
    }

    [Fact]
    public async Task A_ledger_somebody_changed_is_told_and_shown_all_the_same()
    {
        await RunAsync("x-day", "--decide", "stop", "--by", "Ada");
        await RunAsync("x-day", "--decide", "stop", "--by", "Bea");
        var path = _folder.At("map.ledger.jsonl");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("Ada", "Eve", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Problem, await RunAsync("--json", "-"));

        Assert.Contains("EX011 Line 2 of the ledger does not follow line 1", _terminal.Talk, StringComparison.Ordinal);
        var answer = JsonDocument.Parse(_terminal.Output).RootElement;
        Assert.Equal(2, answer.GetProperty("entries").GetArrayLength());
        Assert.Equal(1, answer.GetProperty("faults").GetArrayLength());
    }

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private Task<int> RunAsync(params string[] options) =>
        CommandLine.RunAsync(["experiment", "ledger", _folder.Write("map.yaml", ExperimentPlanCommandTests.Map), .. options], _terminal.Terminal);
}
