using System.Text.Json;
using OutsideIn.Cli;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class DiagnoseCommandTests : IDisposable
{
    /// <summary>Three claims: two get their car back, the second after a chase; the third is still running.</summary>
    private const string Claims = """
        claim,step,at,team
        c1,Report by phone,2026-01-05T09:00:00Z,
        c1,Open file,2026-01-05T09:10:00Z,Intake
        c1,Approve repair,2026-01-06T09:10:00Z,Claims
        c1,Car collected,2026-01-09T09:00:00Z,
        c2,Report by phone,2026-01-06T10:00:00Z,
        c2,Open file,2026-01-06T10:30:00Z,Intake
        c2,Chase call,2026-01-08T10:30:00Z,
        c2,Approve repair,2026-01-08T11:00:00Z,Claims
        c2,Car collected,2026-01-12T16:00:00Z,
        c3,Report by phone,2026-01-12T08:00:00Z,
        c3,Open file,2026-01-12T08:20:00Z,Intake
        """;

    private const string Map = """
        outsidein: 1
        organisation: { name: Small insurer }
        outcomes:
          - id: road
            one-liner: Back on the road
            first need: [Report by phone]
            reached: [Car collected]
        activities:
          - { id: m1, name: Report by phone, is: moment of truth, kind: person-person, demand: value, begun by: customer }
          - { id: m2, name: Chase call, is: moment of truth, kind: person-person, demand: chase, begun by: customer }
          - { id: m3, name: Car collected, is: moment of truth, kind: person-product, demand: value, begun by: customer }
          - { id: a1, name: Open file, is: internal }
          - { id: r1, name: Approve repair, is: rule check }
        """;

    private static readonly string[] Columns = ["--case", "claim", "--activity", "step", "--time", "at", "--team", "team"];

    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    [Fact]
    public async Task The_summary_names_the_outcome_the_causes_and_the_chase()
    {
        var code = await RunAsync(["diagnose", _folder.Write("claims.csv", Claims), "--map", _folder.Write("map.yaml", Map), .. Columns]);

        Assert.Equal("", _terminal.Talk);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Back on the road", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("Chase call", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("11 events in 3 cases", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_has_the_log_and_the_reconciling_causes()
    {
        await RunAsync(
            ["diagnose", _folder.Write("claims.csv", Claims), "--map", _folder.Write("map.yaml", Map), "--json", _folder.At("out.json"), .. Columns]);

        using var json = JsonDocument.Parse(File.ReadAllText(_folder.At("out.json")));
        var root = json.RootElement;
        Assert.Equal(11, root.GetProperty("log").GetProperty("events").GetInt32());
        Assert.Equal(3, root.GetProperty("log").GetProperty("cases").GetInt32());
        var diagnosis = root.GetProperty("diagnosis");
        Assert.Equal(2, diagnosis.GetProperty("outcome").GetProperty("reached").GetInt32());
        Assert.Equal(1, diagnosis.GetProperty("outcome").GetProperty("open").GetInt32());
        Assert.Equal(2, diagnosis.GetProperty("breakpoints").GetProperty("total").GetInt32());
        Assert.Equal(1, diagnosis.GetProperty("failureDemand").GetProperty("share").GetProperty("part").GetInt32());
        Assert.True(diagnosis.GetProperty("causeOfWorkTotal").GetProperty("reconciles").GetBoolean());
    }

    [Fact]
    public async Task A_figure_opens_to_its_cases()
    {
        await RunAsync(
            ["diagnose", _folder.Write("claims.csv", Claims), "--map", _folder.Write("map.yaml", Map), "--cases", "moment/Chase call", .. Columns]);

        Assert.Equal("c2", _terminal.Data.Trim());
    }

    [Fact]
    public async Task Without_a_map_one_is_suggested_and_written_to_be_edited()
    {
        var map = _folder.At("suggested.yaml");

        var code = await RunAsync(["diagnose", _folder.Write("claims.csv", Claims), "--write-map", map, .. Columns]);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("suggested", _terminal.Data, StringComparison.Ordinal);
        var again = await RunAsync(["diagnose", _folder.At("claims.csv"), "--map", map, .. Columns]);
        Assert.Equal(ExitCode.Done, again);
    }

    [Fact]
    public async Task A_map_that_is_there_is_never_written_over()
    {
        var map = _folder.Write("mine.yaml", Map);

        var code = await RunAsync(["diagnose", _folder.Write("claims.csv", Claims), "--write-map", map, .. Columns]);

        Assert.Equal(ExitCode.Problem, code);
        Assert.Contains("CL006", _terminal.Talk, StringComparison.Ordinal);
        Assert.Equal(Map, File.ReadAllText(map));
    }

    [Fact]
    public async Task A_map_with_errors_stops_the_command_and_says_where()
    {
        var map = _folder.Write("bad.yaml", Map.Replace("is: internal", "is: iternal", StringComparison.Ordinal));

        var code = await RunAsync(["diagnose", _folder.Write("claims.csv", Claims), "--map", map, .. Columns]);

        Assert.Equal(ExitCode.Problem, code);
        Assert.Contains("bad.yaml", _terminal.Talk, StringComparison.Ordinal);
        Assert.Contains("internal", _terminal.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CL005", "diagnose", "no-such-file.csv")]
    public async Task What_is_not_there_is_named(string code, params string[] line)
    {
        Assert.Equal(ExitCode.Problem, await RunAsync(line));
        Assert.Contains(code, _terminal.Talk, StringComparison.Ordinal);
        Assert.Contains(line[^1], _terminal.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diagnose", "--bogus")]
    [InlineData("diagnose", "x.csv", "--delimiter", "ab")]
    [InlineData("diagnose", "x.csv", "--time-zone", "Mars/Olympus")]
    [InlineData("diagnose", "x.csv", "--refuse-above", "2")]
    [InlineData("diagnose")]
    public async Task A_wrong_command_line_is_a_usage_error(params string[] line)
    {
        Assert.Equal(ExitCode.Usage, await RunAsync(line));
        Assert.Contains("CL001", _terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_one_page_that_needs_nothing_else()
    {
        var page = _folder.At("report.html");

        await RunAsync(["diagnose", _folder.Write("claims.csv", Claims), "--map", _folder.Write("map.yaml", Map), "--html", page, .. Columns]);

        Assert.SkipWhen(_terminal.Talk.Contains("WB014", StringComparison.Ordinal), "This build left the client out.");
        var html = File.ReadAllText(page);
        Assert.StartsWith("<!doctype html>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script src=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link rel=\"stylesheet\" href=", html, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(page + ".part"));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private Task<int> RunAsync(string[] line) => CommandLine.RunAsync(line, _terminal.Terminal);
}
