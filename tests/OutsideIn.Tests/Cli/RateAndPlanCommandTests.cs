using System.Text.Json;
using OutsideIn.Cli;
using OutsideIn.Method;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Cli;

public sealed class RateAndPlanCommandTests : IDisposable
{
    private const string Claims = """
        claim,step,at,team
        c1,Report by phone,2026-01-05T09:00:00Z,
        c1,Open file,2026-01-05T09:10:00Z,Intake
        c1,Collect car,2026-01-09T09:00:00Z,
        c2,Open file,2026-01-06T10:30:00Z,Intake
        c2,Report by phone,2026-01-06T11:00:00Z,
        c2,Chase call,2026-01-08T10:30:00Z,
        c2,Collect car,2026-01-12T16:00:00Z,
        """;

    private const string Map = """
        outsidein: 2
        organisation: { name: Small insurer }
        outcomes:
          - id: road
            one-liner: Back on the road
            first need: [Report by phone]
            reached: [Collect car]
        moments of truth:
          - { id: m1, name: Report by phone, demand: value, begun by: customer }
          - { id: m2, name: Chase call, demand: chase, begun by: customer }
          - { id: m3, name: Collect car, demand: value, begun by: customer }
        activities:
          - { id: a1, name: Open file }
        """;

    private static readonly string[] Columns = ["--case", "claim", "--activity", "step", "--time", "at", "--team", "team"];

    private readonly TemporaryFolder _folder = new();
    private readonly TerminalDouble _terminal = new();

    public void Dispose()
    {
        _terminal.Dispose();
        _folder.Dispose();
    }

    // §5.2's figures, from the written map.
    [Fact]
    public async Task Rate_prints_the_call_centres_figures_as_tables()
    {
        var code = await RunAsync(["rate", _folder.Write("map.yaml", MapYaml.Write(CallCentreMap.Map))]);

        Assert.Equal("", _terminal.Talk);
        Assert.Equal(ExitCode.Done, code);
        Says("1 of 6 (17 %)");
        Says("150 of 1,000 (15 %)");
        Says("3 tasks die at business outcome (670 hours)");
        Says("80 %");
        Says("evidenced");
        Says("1 of 6 tasks with a line of sight");
    }

    // §5.1's figures, from the written map.
    [Fact]
    public async Task Rate_prints_the_insurers_points_of_failure_before_and_after()
    {
        await RunAsync(["rate", _folder.Write("map.yaml", MapYaml.Write(InsurerMap.Decided))]);

        Says("−60.0 %");
        Says("−61.5 %");
        Says("−80.0 %");
        Says("−64.3 %");
        Says("1.3 breakpoints for each Moment of Truth");
    }

    [Fact]
    public async Task Rate_gives_the_whole_result_as_json_each_figure_with_its_ids()
    {
        var code = await RunAsync(["rate", _folder.Write("map.yaml", MapYaml.Write(CallCentreMap.Map)), "--json", "-", "--today", "2026-11-21"]);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal("", _terminal.Data);
        using var json = JsonDocument.Parse(_terminal.Output);
        var root = json.RootElement;
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        Assert.Equal("2026-11-21", root.GetProperty("today").GetString());
        var tasks = root.GetProperty("lineOfSight").GetProperty("tasks");
        Assert.Equal(1 / 6.0, tasks.GetProperty("share").GetDouble(), 12);
        Assert.Equal("replacement-car", tasks.GetProperty("partIds")[0].GetString());
        Assert.Equal("businessOutcome", root.GetProperty("lineOfSight").GetProperty("deaths")[1].GetProperty("tier").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("mask").GetProperty("items")[1].GetProperty("evidenced").ValueKind);
    }

    // By hand: one of two internal events has a contact before it; one of two finished cases begins and ends with the customer;
    // four of the five contacts are not failure demand.
    [Fact]
    public async Task A_log_adds_its_evidence_to_the_mask()
    {
        await RunAsync(["rate", _folder.Write("map.yaml", Map), "--log", _folder.Write("claims.csv", Claims), "--json", _folder.At("out.json"), .. Columns]);

        using var json = JsonDocument.Parse(File.ReadAllText(_folder.At("out.json")));
        var items = json.RootElement.GetProperty("mask").GetProperty("items").EnumerateArray().ToDictionary(static one => one.GetProperty("key").GetString()!);
        JsonElement FromLog(string key) => items[key].GetProperty("evidence").EnumerateArray().Single(static one => one.GetProperty("log").GetString() == "claims.csv");
        Assert.Equal(0.5, FromLog("d8").GetProperty("share").GetDouble());
        Assert.Equal(0.5, FromLog("d3").GetProperty("share").GetDouble());
        Assert.Equal(0.8, FromLog("d7").GetProperty("share").GetDouble(), 12);

        // Wilson (1927): (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n) with p = 0.8, n = 5, z = 1.96.
        Assert.Equal(0.3755, FromLog("d7").GetProperty("low").GetDouble(), 4);
        Assert.Equal(0.9638, FromLog("d7").GetProperty("high").GetDouble(), 4);
        Says("claims.csv");
    }

    [Fact]
    public async Task A_log_adds_what_happened_conformance_surveys_and_work_beside_the_outcome()
    {
        var (map, log) = Sample();

        var code = await RunAsync(["rate", map, "--log", log, "--adjust", "damage class", "--json", _folder.At("out.json")]);

        Assert.Equal(ExitCode.Done, code);
        Says("Conformance as it happened");
        Says("Asked, and what happened: Satisfaction in the survey");
        Says("An association, never a cause");
        Says("Orphan work: no path to an outcome, in hours");
        using var json = JsonDocument.Parse(File.ReadAllText(_folder.At("out.json")));
        var found = json.RootElement.GetProperty("fromLog");
        Assert.InRange(found.GetProperty("conformance").GetProperty("experiences")[0].GetProperty("all").GetProperty("rating").GetDouble(), 0.1, 0.9);
        Assert.Contains("damage class", found.GetProperty("work").GetProperty("adjustedFor").EnumerateArray().Select(static one => one.GetString()));
        Assert.Equal("satisfaction", found.GetProperty("surveys")[0].GetProperty("metric").GetString());
    }

    [Fact]
    public async Task An_attribute_to_adjust_for_that_the_log_lacks_is_refused()
    {
        var (map, log) = Sample();

        var code = await RunAsync(["rate", map, "--log", log, "--adjust", "colour"]);

        Assert.Equal(ExitCode.Problem, code);
        Assert.Contains("DG050", _terminal.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cases_behind_a_figure_of_the_log_are_named()
    {
        var (map, log) = Sample();

        var code = await RunAsync(["rate", map, "--log", log, "--cases", "orphan/Note form as outstanding"]);

        Assert.Equal(ExitCode.Done, code);
        var names = _terminal.Data.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(names);
        Assert.All(names, static name => Assert.StartsWith("NB-", name, StringComparison.Ordinal));
    }

    private (string Map, string Log) Sample()
    {
        using var writer = new StringWriter();
        NorthbankSample.WriteCsv(NorthbankSample.Generate(400), writer);
        return (_folder.Write("map.yaml", NorthbankSample.MapYaml), _folder.Write("northbank.csv", writer.ToString()));
    }

    [Fact]
    public async Task Plan_prints_actions_in_order_with_their_sentence()
    {
        var code = await RunAsync(["plan", _folder.Write("map.yaml", MapYaml.Write(InsurerMap.Decided))]);

        Assert.Equal(ExitCode.Done, code);
        Says("Remove “Return signed form”");
        Says("B4, B5, B6, B7, R1, R2");
        Says("one step nearer to “Back on the road”");
    }

    [Fact]
    public async Task Plan_takes_candidates_from_a_log_and_gives_json()
    {
        await RunAsync(["plan", _folder.Write("map.yaml", Map), "--log", _folder.Write("claims.csv", Claims), "--json", "-", .. Columns]);

        using var json = JsonDocument.Parse(_terminal.Output);
        var chase = json.RootElement.GetProperty("ordered").EnumerateArray().Single(static one => one.GetProperty("targets").EnumerateArray().Any(static id => id.GetString() == "m2"));
        Assert.Equal("remove", chase.GetProperty("kind").GetString());
        Assert.Equal("eliminate", chase.GetProperty("stage").GetString());
        Assert.Contains("claims.csv", chase.GetProperty("reasons").EnumerateArray().Select(static one => one.GetProperty("log").GetString()));
    }

    [Fact]
    public async Task A_hand_off_of_the_log_is_the_maps_breakpoint_with_the_same_ends()
    {
        const string Handed = """
            claim,step,at,team
            c1,Report by phone,2026-01-05T09:00:00Z,
            c1,Open file,2026-01-05T09:10:00Z,Intake
            c1,Approve,2026-01-07T09:10:00Z,Finance
            c1,Collect car,2026-01-09T09:00:00Z,
            """;
        var map = Map + "\nbreakpoints:\n  - { id: b1, name: Pass the file to Finance to get it paid, from: Intake, to: Finance, caused by: m1 }\n";

        await RunAsync(["plan", _folder.Write("map.yaml", map), "--log", _folder.Write("claims.csv", Handed), "--json", "-", .. Columns]);

        using var json = JsonDocument.Parse(_terminal.Output);
        var point = json.RootElement.GetProperty("ordered").EnumerateArray().Single(static one => one.GetProperty("targets").EnumerateArray().Any(static id => id.GetString() == "b1"));
        Assert.Equal(1, point.GetProperty("breakpointsEliminated").GetInt32());
        Assert.Equal(48, point.GetProperty("customerHours").GetDouble(), 1);
        Assert.DoesNotContain(json.RootElement.GetProperty("ordered").EnumerateArray(), static one => one.GetProperty("name").GetString()!.Contains('→', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_whose_product_no_number_holds_are_told_and_do_no_harm()
    {
        var map = MapYaml.Write(new OutsideInMap { Experiments = [new Experiment { Id = "x", Name = "x", CustomersKept = 1e12, CustomerValue = 1e308, Cost = 1 }] });

        var code = await RunAsync(["rate", _folder.Write("map.yaml", map), "--json", _folder.At("out.json")]);

        Assert.Equal(("", ExitCode.Done), (_terminal.Talk, code));
        Assert.Contains("\"net\": \"Infinity\"", File.ReadAllText(_folder.At("out.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_for_an_empty_map_says_so()
    {
        await RunAsync(["plan", _folder.Write("map.yaml", "outsidein: 2\n")]);

        Says("Nothing to do");
    }

    [Theory]
    [InlineData("rate")]
    [InlineData("plan")]
    public async Task What_is_not_there_is_a_problem(string command)
    {
        Assert.Equal(ExitCode.Problem, await RunAsync([command, _folder.At("none.yaml")]));
        Assert.Equal(ExitCode.Problem, await RunAsync([command, _folder.Write("map.yaml", Map), "--log", _folder.At("none.csv")]));
        Assert.Contains("CL005", _terminal.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Problem, await RunAsync([command, _folder.Write("map.yaml", Map), "--today", "tomorrow"]));
        Assert.Contains("CL030", _terminal.Talk, StringComparison.Ordinal);
    }

    private Task<int> RunAsync(string[] arguments) => CommandLine.RunAsync(arguments, _terminal.Terminal);

    private void Says(string text) => Assert.Contains(text, _terminal.Data, StringComparison.Ordinal);
}
