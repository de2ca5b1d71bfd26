using System.Text.Json;
using OutsideIn.Cli;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class ScoreCommandTests : IDisposable
{
    private const string Head = """
        outsidein: 2
        organisation: { name: Small insurer }
        outcomes:
          - { id: road, one-liner: Back on the road, first need: [Report], reached: [Car collected] }
        moments of truth:
          - { id: m1, name: Report, demand: value, begun by: customer }
          - { id: m3, name: Car collected, demand: value, begun by: customer }
        metrics:

        """;

    private const string Missed = "  - { id: slow, name: Back in a day, measure: 'time from \"Report\" to \"Car collected\"', objective: 95% of cases <= 1d }\n";
    private const string Met = "  - { id: back, name: Back at all, measure: 'has \"Car collected\"', objective: 50% of cases yes }\n";
    private const string Open = "  - { id: quick, name: Half in two days, measure: 'time from \"Report\" to \"Car collected\"', objective: 50% of cases <= 2d }\n";
    private const string Wrong = "  - { id: wrong, name: Wrong, measure: 'has \"Cra collected\"', objective: 50% of cases yes }\n";

    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    [Theory]
    [InlineData(Met, 0)]
    [InlineData(Met + Open, 0)]
    [InlineData(Met + Missed, 1)]
    [InlineData(Met + Wrong, 2)]
    [InlineData(Missed + Wrong, 2)]
    public async Task The_exit_code_is_for_pipelines(string metrics, int expected) => Assert.Equal(expected, await RunAsync(metrics));

    [Fact]
    public async Task Each_metric_has_a_line_with_its_verdict_and_both_clocks_under_a_duration()
    {
        await RunAsync(Met + Open + Missed + "  - { id: asked, name: Satisfaction }\n");

        Assert.Equal("", _terminal.Talk);
        Assert.StartsWith("Small insurer, claims.csv: 1 met, 1 missed, 1 not yet provable.", _terminal.Data, StringComparison.Ordinal);
        var lines = _terminal.Data.Split('\n');
        Assert.Matches("Back at all +met ", lines.First(static line => line.Contains("Back at all", StringComparison.Ordinal)));
        Assert.Matches("Half in two days +not yet provable ", lines.First(static line => line.Contains("Half in two days", StringComparison.Ordinal)));
        Assert.Contains("The customer's clock: share of", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("Without a measure, so not on this card: Satisfaction.", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_metric_is_shown_with_its_fault_beside_the_others()
    {
        await RunAsync(Met + Wrong);

        Assert.Contains("1 wrong", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("Wrong: ME130", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("^^^^^^^^^^^^^^^", _terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_metric_is_shown_whole_and_opens_to_its_cases()
    {
        Assert.Contains("By month of the start", await OnlyAsync("Back at all"), StringComparison.Ordinal);
        Assert.Equal(["c0", "c10", "c20", "c30"], (await OnlyAsync("back", "--cases", "missed")).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(4).Select(static one => one.Trim()));
    }

    [Fact]
    public async Task Cases_without_a_metric_and_metrics_that_are_not_there_are_refused()
    {
        Assert.Equal(2, await RunAsync(Met + Open, "--cases", "missed"));
        Assert.Contains("CL062", _terminal.Talk, StringComparison.Ordinal);
        Assert.Equal(2, await RunAsync(Met, "--metric", "bakc"));
        Assert.Contains("CL061", _terminal.Talk, StringComparison.Ordinal);
        Assert.Contains("back", _terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_or_a_map_that_cannot_be_read_is_not_a_missed_objective()
    {
        Assert.Equal(2, await CommandLine.RunAsync(["score", _folder.At("none.csv"), "--map", _folder.Write("map.yaml", Head + Met)], _terminal.Terminal));
        Assert.Equal(2, await CommandLine.RunAsync(["score", _folder.Write("claims.csv", Claims()), "--map", _folder.At("none.yaml")], _terminal.Terminal));
    }

    [Fact]
    public async Task Json_and_csv_hold_every_metric()
    {
        await RunAsync(Met + Missed, "--json", _folder.At("card.json"), "--csv", _folder.At("cases.csv"));

        using var json = JsonDocument.Parse(File.ReadAllText(_folder.At("card.json")));
        Assert.Equal(1, json.RootElement.GetProperty("counts").GetProperty("missed").GetInt32());
        Assert.Equal(["back", "slow"], json.RootElement.GetProperty("scores").EnumerateArray().Select(static one => one.GetProperty("id").GetString()));
        var rows = File.ReadAllLines(_folder.At("cases.csv"));
        Assert.Equal("metric,subject,value,unit,state,side", rows[0]);
        Assert.Equal(["back,c0,no,yes or no,known,missed", "back,c1,yes,yes or no,known,met"], rows[1..3]);
        Assert.Equal(1 + (2 * 40), rows.Length);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    // Forty claims, of which every tenth is lost after a day; the others take 47 and 49 hours in turn.
    private static string Claims()
    {
        var lines = Enumerable.Range(0, 40).SelectMany(static n =>
        {
            var start = new DateTime(2026, 1, 1, 9, 0, 0, DateTimeKind.Utc).AddHours(n);
            var (step, hours) = n % 10 == 0 ? ("Claim withdrawn", 24) : ("Car collected", n % 2 == 0 ? 47 : 49);
            return new[] { $"c{n},Report,{start:yyyy-MM-ddTHH:mm:ssZ}", $"c{n},{step},{start.AddHours(hours):yyyy-MM-ddTHH:mm:ssZ}" };
        });
        return "claim,step,at\n" + string.Join('\n', lines) + "\n";
    }

    private async Task<string> OnlyAsync(string metric, params string[] options)
    {
        await RunAsync(Met + Open, ["--metric", metric, .. options]);
        return _terminal.Data;
    }

    private Task<int> RunAsync(string metrics, params string[] options) => CommandLine.RunAsync(
        [
            "score", _folder.Write("claims.csv", Claims()), "--map", _folder.Write("map.yaml", Head.Replace("reached: [Car collected]", "reached: [Car collected], lost: [Claim withdrawn]", StringComparison.Ordinal) + metrics),
            .. options, "--case", "claim", "--activity", "step", "--time", "at",
        ],
        _terminal.Terminal);
}
