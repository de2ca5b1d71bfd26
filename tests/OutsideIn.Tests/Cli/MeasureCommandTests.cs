using System.Text;
using System.Text.Json;
using OutsideIn.Cli;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class MeasureCommandTests : IDisposable
{
    /// <summary>Three claims: two get their car back, after 4 and after 6.25 days; the third is still running.</summary>
    private const string Claims = """
        claim,step,at,channel
        c1,Report,2026-01-05T09:00:00Z,phone
        c1,Car collected,2026-01-09T09:00:00Z,
        "c,2",Report,2026-01-06T10:00:00Z,app
        "c,2",Chase call,2026-01-08T10:30:00Z,phone
        "c,2",Car collected,2026-01-12T16:00:00Z,
        c3,Report,2026-01-12T08:00:00Z,phone
        """;

    private const string Map = """
        outsidein: 2
        organisation: { name: Small insurer }
        outcomes:
          - { id: road, one-liner: Back on the road, first need: [Report], reached: [Car collected] }
        moments of truth:
          - { id: m1, name: Report, demand: value, begun by: customer }
          - { id: m2, name: Chase call, demand: chase, begun by: customer }
          - { id: m3, name: Car collected, demand: value, begun by: customer }
        """;

    private const string Wait = "time from \"Report\" to \"Car collected\"";
    private static readonly string[] Columns = ["--case", "claim", "--activity", "step", "--time", "at", "--channel", "channel"];

    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    [Fact]
    public async Task The_verdict_comes_first_then_the_figures_with_both_clocks()
    {
        var code = await RunAsync(Wait, "--map", MapFile(), "--objective", "95% of cases <= 3d", "--as-of", "2026-01-20", "--by", "channel");

        Assert.Equal((ExitCode.Done, ""), (code, _terminal.Talk));
        Assert.StartsWith("Missed: 0 %", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("Of all cases 0 met it, 3 missed it, 0 can still turn, 0 not applicable.", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("The customer's clock: share of cases <= 3d", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("The firm's clock: median", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("By month of the start", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("By channel", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("As of 2026-01-20 00:00 UTC", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_map_it_says_what_is_not_known()
    {
        var code = await RunAsync(Wait);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Without --map no event is a contact", _terminal.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain("clock", _terminal.Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("met", "c1")]
    [InlineData("missed", "c,2")]
    [InlineData("open", "c3")]
    [InlineData("not-applicable", "")]
    public async Task Cases_prints_the_names_on_one_side_and_nothing_else(string side, string name)
    {
        var code = await RunAsync(Wait, "--map", MapFile(), "--objective", "95% of cases <= 5d", "--cases", side, "--as-of", "2026-01-13");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(name, _terminal.Data.Trim());
    }

    [Fact]
    public async Task Met_and_missed_need_an_objective_and_open_does_not()
    {
        Assert.Equal(ExitCode.Done, await RunAsync(Wait, "--map", MapFile(), "--cases", "open"));
        Assert.Equal("c3", _terminal.Data.Trim());
        Assert.Equal(ExitCode.Problem, await RunAsync(Wait, "--map", MapFile(), "--cases", "met"));
        Assert.Contains("CL060", _terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_csv_has_a_row_a_case_with_names_as_they_are()
    {
        await RunAsync(Wait, "--map", MapFile(), "--objective", "95% of cases <= 5d", "--csv", _folder.At("out.csv"));

        Assert.Equal(
            "subject,value,unit,state,side\r\nc1,345600,seconds,known,met\r\n\"c,2\",540000,seconds,known,missed\r\nc3,28800,seconds,open,open\r\n",
            File.ReadAllText(_folder.At("out.csv")));
    }

    [Fact]
    public async Task Csv_to_standard_output_leaves_the_summary_out()
    {
        await RunAsync("has \"Chase call\"", "--map", MapFile(), "--csv", "-");

        Assert.Equal("", _terminal.Data);
        Assert.Equal("subject,value,unit,state,side\r\nc1,no,yes or no,known,\r\n\"c,2\",yes,yes or no,known,\r\nc3,,yes or no,open,\r\n", Encoding.UTF8.GetString(_terminal.Output));
    }

    [Fact]
    public async Task The_json_is_the_answer_of_docs_measure_json()
    {
        await RunAsync(Wait, "--map", MapFile(), "--objective", "95% of cases <= 5d", "--json", "-");

        using var json = JsonDocument.Parse(_terminal.Output);
        var result = json.RootElement.GetProperty("result");
        Assert.Equal("claims.csv", json.RootElement.GetProperty("log").GetString());
        Assert.Equal("notYetProvable", result.GetProperty("verdict").GetProperty("kind").GetString());
        Assert.Equal(1, result.GetProperty("counts").GetProperty("open").GetInt32());
        Assert.Equal("", _terminal.Data);
    }

    [Fact]
    public async Task A_wrong_measure_is_shown_with_a_caret_under_it_and_refused()
    {
        var code = await RunAsync("time from \"Reprot\" to \"Car collected\"", "--objective", "95% of cases <= 5");

        Assert.Equal(ExitCode.Problem, code);
        Assert.Contains(
            """
              time from "Reprot" to "Car collected"
                        ^^^^^^^^
            error ME130:
            """.ReplaceLineEndings("\n"),
            _terminal.Talk.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        Assert.Contains("Did you mean \"Report\"?", _terminal.Talk, StringComparison.Ordinal);
        Assert.Contains("error ME150", _terminal.Talk, StringComparison.Ordinal);
        Assert.Equal("", _terminal.Data);
    }

    [Theory]
    [InlineData("--by", "chanel", "DG032")]
    [InlineData("--as-of", "soon", "CL004")]
    [InlineData("--map", "nowhere.yaml", "MP001")]
    public async Task What_cannot_be_served_is_said_with_its_code(string option, string value, string code)
    {
        Assert.Equal(ExitCode.Problem, await RunAsync(Wait, option, value));
        Assert.Contains(code, _terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_that_is_none_is_a_usage_error()
    {
        Assert.Equal(ExitCode.Usage, await RunAsync(Wait, "--cases", "lost"));
        Assert.Contains("CL001", _terminal.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("measure log.csv \"time fr", "time from")]
    [InlineData("measure log.csv 'time from \"A\" t", "time from \"A\" to")]
    [InlineData("measure log.csv 'has \"A\"' --objective \"90% of ca", "90% of cases")]
    public void The_shell_is_offered_the_text_continued(string line, string expected) =>
        Assert.Contains(expected, CommandLine.Root(_terminal.Terminal).Parse(line).GetCompletions(line.Length).Select(static one => one.Label.Trim()));

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private string MapFile() => _folder.Write("map.yaml", Map);

    private Task<int> RunAsync(string measure, params string[] options) =>
        CommandLine.RunAsync(["measure", _folder.Write("claims.csv", Claims), measure, .. options, .. Columns], _terminal.Terminal);
}
