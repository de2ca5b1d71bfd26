using System.Text.Json;
using OutsideIn.Cli;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class DriversCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    [Fact]
    public async Task The_sentence_comes_first_then_the_parts_and_what_speaks_against_them()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("--measure", "count of \"Chase\"", "--by", "rank", "--by", "part=odd"));

        Assert.StartsWith("Rank goes most with the mean of", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("outsidein experiment plan", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("part=odd", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("Every driver was known before the outcome.", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_the_answer_and_nothing_else_is_printed()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("--measure", "count of \"Chase\"", "--by", "rank", "--json", "-"));

        using var json = JsonDocument.Parse(_terminal.Output);
        Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        Assert.Equal("rank", json.RootElement.GetProperty("drivers")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_outcome_is_needed_once_and_wrong_texts_are_refused()
    {
        Assert.Equal(ExitCode.Usage, await RunAsync());
        Assert.Equal(ExitCode.Usage, await RunAsync("--measure", "count of \"Chase\"", "--metric", "chases"));
        Assert.Equal(ExitCode.Problem, await RunAsync("--metric", "chases"));
        Assert.Contains("PR006", _terminal.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Problem, await RunAsync("--measure", "count of \"Chsae\""));
        Assert.Contains("ME130", _terminal.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Problem, await RunAsync("--measure", "count of \"Chase\"", "--by", "rnak"));
        Assert.Contains("PR050", _terminal.Talk, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    // Sixty cases of rank 0 to 5, chased as often as their rank says, and once more in every seventh.
    private static string Log()
    {
        var lines = Enumerable.Range(0, 60).SelectMany(static n =>
        {
            var start = new DateTime(2026, 1, 1, 9, 0, 0, DateTimeKind.Utc).AddHours(n);
            string[] steps = ["Report", .. Enumerable.Repeat("Chase", (n % 6) + (n % 7 == 0 ? 1 : 0)), "Solve"];
            return steps.Select((step, at) => $"c{n},{step},{start.AddHours(at):yyyy-MM-ddTHH:mm:ssZ},{n % 6},{(n % 2 == 0 ? "even" : "odd")}");
        });
        return "case,activity,time,rank,part\n" + string.Join('\n', lines) + "\n";
    }

    private async Task<int> RunAsync(params string[] options) =>
        await CommandLine.RunAsync(["drivers", _folder.Write("log.csv", Log()), .. options], _terminal.Terminal);
}
