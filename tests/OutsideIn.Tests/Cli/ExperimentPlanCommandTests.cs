using System.Text.Json;
using OutsideIn.Cli;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class ExperimentPlanCommandTests : IDisposable
{
    internal const string Map = """
        outsidein: 2
        activities: [{ name: Claim reported }, { name: Day told }, { name: Chase call }]
        metrics:
          - { id: k-day, name: Knows the day, direction: up, measure: has "Day told" within 2h of first "Claim reported" }
          - { id: k-chase, name: Chase calls, direction: down, measure: count of "Chase call" }
        experiments:
          - id: x-day
            name: Text message with the day
            change: A text message within 2 hours
            for: drivers whose car is repaired
            outcome: they can plan
            because: chase calls ask for the day
            target metric: k-day
            guardrails: [{ metric: k-chase, margin: 0.05 }]
            unit: case
            arms: [{ id: a, name: As today }, { id: b, name: Text message }]
            minimum effect: 5%
            strata: region
            start: 2026-01-05
            end: 2026-02-01
          - { id: x-idea, name: Idea, target metric: k-day }

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    [Fact]
    public async Task A_plan_is_shown_as_a_page()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("x-day"));

        Assert.Equal("", _terminal.Talk);
        Assert.Matches("Change +A text message within 2 hours", _terminal.Data);
        Assert.Matches("Arms +As today 50 % \\(control\\), Text message 50 %", _terminal.Data);
        Assert.Matches("Decides +Knows the day \\(more is better\\): has \"Day told\"", _terminal.Data);
        Assert.Matches("Worth having +5% more", _terminal.Data);
        Assert.Matches("Must not get worse +Chase calls \\(less is better\\): count of \"Chase call\" by 0.05 or more", _terminal.Data);
        Assert.Matches("Looks +4 times, the last at the end", _terminal.Data);
        Assert.Matches("Accepted +5 % false alarms; 80 % chance", _terminal.Data);
        Assert.Contains("Not locked.", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_missing_is_said_and_nothing_is_locked()
    {
        Assert.Equal(ExitCode.Problem, await RunAsync("x-idea", "--lock"));

        Assert.Contains("This is no plan yet; 7 things are missing or wrong.", _terminal.Data, StringComparison.Ordinal);
        Assert.Contains("EX007 The plan has 0 arms.", _terminal.Data, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("map.ledger.jsonl")));
    }

    [Fact]
    public async Task What_is_locked_stays_and_what_deviates_from_it_is_exploratory()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("x-day", "--lock"));
        Assert.Contains("Locked as entry 1 of ", _terminal.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Problem, await RunAsync("x-day", "--lock"));
        Assert.Contains("EX013", _terminal.Talk, StringComparison.Ordinal);

        await RunAsync(Map.Replace("minimum effect: 5%", "minimum effect: 2%", StringComparison.Ordinal), "x-day");

        Assert.Contains("Exploratory: \"minimum effect\" was \"0.05\", and is \"0.02\" now.", _terminal.Data, StringComparison.Ordinal);
        Assert.Single(await File.ReadAllLinesAsync(_folder.At("map.ledger.jsonl"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_answer_is_there_as_json_too()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("x-day", "--json", "-"));

        Assert.Equal("", _terminal.Data);
        var answer = JsonDocument.Parse(_terminal.Output).RootElement;
        Assert.Equal("x-day", answer.GetProperty("experiment").GetString());
        Assert.StartsWith("OutsideIn plan, version 1\nid: x-day\n", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(64, answer.GetProperty("hash").GetString()!.Length);
        Assert.Equal(0, answer.GetProperty("missing").GetArrayLength());
    }

    [Fact]
    public async Task A_log_that_lacks_what_a_measure_names_is_told()
    {
        var log = _folder.Write("claims.csv", "case,activity,time\n1,Claim reported,2026-01-01T00:00:00Z\n1,Day told,2026-01-02T00:00:00Z\n");

        await RunAsync(Map.Replace("strata: region", "exclusions: regoin = \"North\"", StringComparison.Ordinal), "x-day", "--log", log);

        Assert.Contains("EX010 The exclusion \"regoin = \"North\"\" cannot be read", _terminal.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_log_the_page_says_how_much_the_plan_needs()
    {
        var rows = Enumerable.Range(10, 40).Select(static at => $"{at},Claim reported,2026-01-{at / 2:00}T08:00:00Z\n" + (at % 2 == 0 ? $"{at},Day told,2026-01-{at / 2:00}T09:00:00Z\n" : ""));
        var log = _folder.Write("claims.csv", "case,activity,time\n" + string.Concat(rows));

        Assert.Equal(ExitCode.Done, await RunAsync("x-day", "--log", log));

        Assert.Matches("About 4,[0-9]{3} cases are needed in all. 2.1 come in a day", _terminal.Data);
        Assert.Matches("In the 28 days planned about [0-9]+ come: a chance of", _terminal.Data);
    }

    [Fact]
    public async Task An_unknown_experiment_is_answered_with_a_near_name()
    {
        Assert.Equal(ExitCode.Problem, await RunAsync("x-dya"));

        Assert.Contains("EX003", _terminal.Talk, StringComparison.Ordinal);
        Assert.Contains("x-day", _terminal.Talk, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private Task<int> RunAsync(string id, params string[] options) => id.StartsWith("outsidein", StringComparison.Ordinal)
        ? RunMapAsync(id, options)
        : RunMapAsync(Map, [id, .. options]);

    private Task<int> RunMapAsync(string map, string[] options) =>
        CommandLine.RunAsync(["experiment", "plan", _folder.Write("map.yaml", map), .. options], _terminal.Terminal);
}
