using System.Text.Json;
using OutsideIn.Cli;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class SurveyCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    [Fact]
    public async Task Score_bounds_who_answers_and_weighted_score_come_in_this_order()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("--score", "answer", "--per", "part"));

        string[] order =
        [
            "Net promoter score", "of 120 cases have an answer", "Whatever the 80 others think", "Those who answered are not like all", "With answers weighted",
            "Who answers", "By part, by name", "This is no ranking", "Who was asked is known.",
        ];
        var from = 0;
        foreach (var one in order)
        {
            var at = _terminal.Data.ReplaceLineEndings(" ").IndexOf(one, from, StringComparison.Ordinal);
            Assert.True(at >= from, $"{one} is not behind {from} of\n{_terminal.Data}");
            from = at;
        }
    }

    [Fact]
    public async Task Json_holds_the_answer()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("--score", "answer", "--scale", "csat", "--satisfied-from", "9", "--json", "-"));

        using var json = JsonDocument.Parse(_terminal.Output);
        Assert.Equal((1, "csat"), (json.RootElement.GetProperty("version").GetInt32(), json.RootElement.GetProperty("scale").GetString()));
        Assert.Equal(40, json.RootElement.GetProperty("response").GetProperty("part").GetInt32());
    }

    [Fact]
    public async Task The_column_of_the_answers_is_needed_and_must_be_there()
    {
        Assert.Equal(ExitCode.Usage, await RunAsync());
        Assert.Equal(ExitCode.Problem, await RunAsync("--score", "asnwer"));
        Assert.Contains("PR065", _terminal.Talk, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    // A hundred and twenty cases of which the first forty answer; two thirds of those are of the North, a third of all are.
    private static string Log()
    {
        var lines = Enumerable.Range(0, 120).Select(static n =>
            $"c{n},Done,{new DateTime(2026, 1, 1, 9, 0, 0, DateTimeKind.Utc).AddHours(n):yyyy-MM-ddTHH:mm:ssZ},{(n < 40 ? (n % 4 == 0 ? 4 : 9).ToString(System.Globalization.CultureInfo.InvariantCulture) : "")},{(n < 26 || n > 105 ? "North" : "South")},part {n % 5}");
        return "case,activity,time,answer,region,part\n" + string.Join('\n', lines) + "\n";
    }

    private async Task<int> RunAsync(params string[] options) =>
        await CommandLine.RunAsync(["survey", _folder.Write("log.csv", Log()), .. options], _terminal.Terminal);
}
