using System.Text.Json;
using OutsideIn.Cli;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private const string Map = """
        outsidein: 2
        organisation:
          name: Small insurer
          business: Keeping people mobile
        customers:
          - { id: driver, name: Driver whose car is damaged, wanted: yes, value: Renews for years }
          - { id: fraud, name: Driver who staged the accident, wanted: no }
        categories:
          - { id: earner, name: Time is money, customer: driver, need: The car earns the living }
        objectives:
          - { id: recommend, name: Drivers recommend us }
        outcomes:
          - id: road
            one-liner: Back on the road
            for: earner
            objectives: [recommend]
            statements:
              - id: day
                text: Settle claims quickly and efficiently
        business rules:
          - { id: two, name: Two approvals, type: regulatory }
        accepted:
          - { code: BRL-06, of: two, because: It is asked in every department, by: Ana, until: 2027-01-31 }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    [Fact]
    public async Task Findings_are_printed_like_a_compilers_in_the_order_of_the_text()
    {
        var map = _folder.Write("map.yaml", Map);

        var code = await CheckAsync(map);

        Assert.Equal(ExitCode.Problem, code);
        Assert.Equal("", _terminal.Talk);
        var lines = _terminal.Data.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains($"{map}(19,29): error SCO-06: \"quickly\" in \"Settle claims quickly and efficiently\" sounds like a target and measures nothing. Within how long, from what event?", lines);
        Assert.Contains(lines, line => line.StartsWith($"{map}(19,41): error SCO-06: \"efficiently\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith($"{map}(21,5): error BRL-03: \"Two approvals\" is said to be regulatory, and cites nothing.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith($"{map}(21,5): accepted BRL-06 until 2027-01-31: ", StringComparison.Ordinal)
            && line.EndsWith("Because: It is asked in every department (Ana)", StringComparison.Ordinal));
        var places = lines.Where(static line => !line.Contains("accepted", StringComparison.Ordinal)).Select(line => int.Parse(line[(map.Length + 1)..].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(places.Order(), places);
        Assert.Matches(@"map\.yaml: \d+ errors, \d+ warnings?, \d+ information, 1 accepted$", lines[^1]);
    }

    [Fact]
    public async Task A_wrong_measure_stands_at_its_words_and_names_are_checked_where_there_is_a_log()
    {
        var map = _folder.Write("map.yaml", """
            outsidein: 2
            metrics:
              - id: back
                name: Drivers who have their car back
                measure: has "Car collcted" within 14 of first "Report"
              - id: chase
                name: Drivers who never had to call
                measure: has no "Chaise call"
                objective: 95% of cases <= 3d
            """);
        var log = _folder.Write("log.csv", "case,activity,time\nc1,Report,2026-01-05T09:00:00Z\nc1,Car collected,2026-01-06T09:00:00Z\nc1,Chase call,2026-01-07T09:00:00Z\n");

        await CheckAsync(map);
        var lines = _terminal.Data.Split('\n').Where(static line => line.Contains(": error ME", StringComparison.Ordinal)).ToArray();

        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{map}(5,40): error ME113: The measure of \"Drivers who have their car back\": ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{map}(9,29): error ME153: The objective of \"Drivers who never had to call\": ", lines[1], StringComparison.Ordinal);
        await CheckAsync(map, "--log", log);
        Assert.Contains($"{map}(5,18): error ME130: ", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"Chase call\"?", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_one_finding_however_long() // A terminal of 160 columns is narrower than most of them.
    {
        await CheckAsync(_folder.Write("map.yaml", Map));

        Assert.All(_terminal.Data.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith(_folder.At("map.yaml"), line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_map_without_errors_ends_well_whatever_else_is_said()
    {
        var code = await CheckAsync(_folder.Write("map.yaml", "outsidein: 2\norganisation: { name: Small insurer }\nroles:\n  - { name: Coordinator }\n"));

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("warning WRK-13", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_stands_among_the_findings_and_is_an_error()
    {
        var map = _folder.Write("map.yaml", "outsidein: 2\nroles:\n  - { name: Coordinator, outcomes: [nowhere] }\n");

        Assert.Equal(ExitCode.Problem, await CheckAsync(map));
        Assert.Contains($"{map}(3,37): error MP016", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains($"{map}(3,5): warning WRK-13", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_counts_names_and_places_every_finding()
    {
        var map = _folder.Write("map.yaml", Map);

        Assert.Equal(ExitCode.Problem, await CheckAsync(map, "--format", "json"));

        using var json = JsonDocument.Parse(_terminal.Output);
        var root = json.RootElement;
        Assert.Equal("2026-11-21", root.GetProperty("today").GetString());
        var findings = root.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(root.GetProperty("counts").GetProperty("errors").GetInt32(), findings.Count(static one => one.GetProperty("severity").GetString() is "error"));
        var weasel = findings.First(static one => one.GetProperty("code").GetString() is "SCO-06");
        Assert.Equal(("statements/day", 19, 29, 7), (weasel.GetProperty("subject").GetString(), weasel.GetProperty("line").GetInt32(), weasel.GetProperty("column").GetInt32(), weasel.GetProperty("length").GetInt32()));
        Assert.Equal("It is asked in every department", root.GetProperty("accepted")[0].GetProperty("because").GetString());
    }

    [Fact]
    public async Task Sarif_has_a_rule_for_every_result_and_a_page_for_every_rule()
    {
        Assert.Equal(ExitCode.Problem, await CheckAsync(_folder.Write("map.yaml", Map), "--format", "sarif"));

        using var json = JsonDocument.Parse(_terminal.Output);
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.True(result.GetProperty("level").GetString() is "error" or "warning" or "note");
            var region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
            Assert.True(region.GetProperty("startLine").GetInt32() >= 1);
        }

        Assert.All(rules, static rule => Assert.Equal($"docs/findings/{rule.GetProperty("id").GetString()}.md", rule.GetProperty("helpUri").GetString()));
        var suppressed = run.GetProperty("results").EnumerateArray().Single(static one => one.TryGetProperty("suppressions", out _));
        Assert.Equal("BRL-06", suppressed.GetProperty("ruleId").GetString());
        Assert.Equal("It is asked in every department", suppressed.GetProperty("suppressions")[0].GetProperty("justification").GetString());
    }

    [Fact]
    public async Task The_day_decides_what_is_overdue()
    {
        var map = _folder.Write("map.yaml", Map);

        Assert.Equal(ExitCode.Problem, await CommandLine.RunAsync(["check", map, "--today", "2027-02-01"], _terminal.Terminal));
        Assert.Contains("warning ACC-02", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("error BRL-06", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_map_is_checked_only_when_it_is_asked_for()
    {
        var map = _folder.Write("map.yaml", "outsidein: 2\npersonal maps:\n  - statements: [{ text: Be quick }]\n");

        Assert.Equal(ExitCode.Done, await CheckAsync(map));
        Assert.DoesNotContain("quick", _terminal.Data, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Problem, await CheckAsync(map, "--private"));
        Assert.Contains("SCO-06", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_day_that_is_none_are_problems()
    {
        Assert.Equal(ExitCode.Problem, await CheckAsync(_folder.At("none.yaml")));
        Assert.Contains("MP001", _terminal.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Problem, await CommandLine.RunAsync(["check", "x.yaml", "--today", "31.3.2026"], _terminal.Terminal));
        Assert.Contains("CL030", _terminal.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "x.yaml", "--format", "xml")]
    [InlineData("check", "x.yaml", "--bogus")]
    public async Task A_wrong_command_line_is_a_usage_error(params string[] line) =>
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(line, _terminal.Terminal));

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private Task<int> CheckAsync(string map, params string[] more) =>
        CommandLine.RunAsync(["check", map, "--today", "2026-11-21", .. more], _terminal.Terminal);
}
