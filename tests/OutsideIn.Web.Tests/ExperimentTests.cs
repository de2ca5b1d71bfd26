using System.Text.Json;
using OutsideIn.Diagnosis;
using OutsideIn.Proof;

namespace OutsideIn.Web.Tests;

/// <summary>Planning, locking and looking over the API, on the pilot whose truth is planted.</summary>
public sealed class ExperimentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_experiment_goes_from_plan_over_lock_and_look_to_what_is_known_of_it()
    {
        await using var pilot = await PilotWorkspace.Start(isLocked: false);
        var before = Only(await pilot.Get("/api/logs/pilot/experiments"));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, 0), (before.GetProperty("locked").ValueKind, before.GetProperty("lastLook").ValueKind, before.GetProperty("missing").GetArrayLength()));

        var locked = await pilot.Post($"{PilotWorkspace.Experiment}/lock", new { });
        Assert.Equal((1, "locked"), (locked.GetProperty("number").GetInt32(), locked.GetProperty("entry").GetProperty("kind").GetString()));
        Assert.Equal((409, "EX013"), await pilot.Refused($"{PilotWorkspace.Experiment}/lock", new { }));

        var plan = await pilot.Get(PilotWorkspace.Experiment);
        Assert.Equal(locked.GetProperty("entry").GetProperty("hash").GetString(), plan.GetProperty("hash").GetString());
        Assert.Equal(20, plan.GetProperty("power").GetProperty("unitsInLog").GetInt32());
        Assert.Equal(0, plan.GetProperty("deviations").GetArrayLength());

        var look = await pilot.Post($"{PilotWorkspace.Experiment}/analyse", new { });
        Assert.Equal(2, look.GetProperty("entry").GetInt32());

        var after = Only(await pilot.Get("/api/logs/pilot/experiments"));
        Assert.True(after.GetProperty("isAsLocked").GetBoolean());
        Assert.Equal(1, after.GetProperty("looks").GetInt32());
        Assert.Equal(look.GetProperty("analysis").GetProperty("sentence").GetString(), after.GetProperty("lastLook").GetProperty("sentence").GetString());
    }

    [Fact]
    public async Task A_check_shows_the_run_and_nothing_of_its_outcomes()
    {
        await using var pilot = await PilotWorkspace.Start();

        var check = await pilot.Post($"{PilotWorkspace.Experiment}/check", new { asOf = "2025-09-14" });

        Assert.Equal(("sound", 1, 4), (check.GetProperty("answer").GetString(), check.GetProperty("progress").GetProperty("look").GetInt32(), check.GetProperty("progress").GetProperty("looks").GetInt32()));
        Assert.Equal([10, 10], check.GetProperty("arms").EnumerateArray().Select(static arm => arm.GetProperty("units").GetInt32()));
        Assert.DoesNotContain("points", check.GetRawText(), StringComparison.Ordinal);
        Assert.Single((await pilot.Get("/api/logs/pilot/ledger")).GetProperty("entries").EnumerateArray());
    }

    [Fact]
    public async Task An_analysis_is_the_one_the_library_makes_and_stands_in_the_ledger_once()
    {
        await using var pilot = await PilotWorkspace.Start();

        var early = await pilot.Post($"{PilotWorkspace.Experiment}/analyse", new { asOf = "2025-09-07" });
        var again = await pilot.Post($"{PilotWorkspace.Experiment}/analyse", new { asOf = "2025-09-07T00:00:00Z" });
        var late = await pilot.Post($"{PilotWorkspace.Experiment}/analyse", new { prior = new { mean = 0, standardDeviation = 0.1 }, tookUp = "has \"Call ahead\"" });

        Assert.Equal([(2, true), (2, false), (3, true)], new[] { early, again, late }.Select(static one => (one.GetProperty("entry").GetInt32(), one.GetProperty("isNew").GetBoolean())));
        Assert.Equal(["notYet", "better"], new[] { early, late }.Select(static one => one.GetProperty("analysis").GetProperty("answer").GetString()));
        var verdict = late.GetProperty("analysis").GetProperty("verdicts")[0];
        Assert.Equal(0.1, verdict.GetProperty("secondOpinion").GetProperty("prior").GetProperty("standardDeviation").GetDouble());
        Assert.Equal(JsonValueKind.Object, verdict.GetProperty("uptake").ValueKind);

        // The same by hand, without the workspace: ledger, log and map are what the command has.
        Assert.True(pilot.Workspace.LedgerOf("pilot").TryGet(out var ledger, out _));
        Assert.True((await ledger.ReadAsync(Stop)).TryGet(out var said, out _));
        Assert.True(ExperimentQuestion.Of(PilotWorkspace.Map, "EX1", said with { Entries = [.. said.Entries.Take(2)] }, ArmColumn.Usual).TryGet(out var question, out _));
        Assert.True(ExperimentLooks.Analyse(MeasuredLogs.Of(PilotWorkspace.Log, PilotWorkspace.Map, null), "Pilot", question, Stop).TryGet(out var same, out _));
        Assert.Equal((same.Data, same.Sentence), (late.GetProperty("analysis").GetProperty("data").GetString(), late.GetProperty("analysis").GetProperty("sentence").GetString()));
        Assert.Equal(same.Verdicts[0].Primary!.Low, verdict.GetProperty("primary").GetProperty("low").GetDouble());
    }

    [Fact]
    public async Task Who_was_given_what_may_be_sent_as_a_list_as_blocks_or_as_steps()
    {
        await using var pilot = await PilotWorkspace.Start();
        var teams = Enumerable.Range(1, 20).Select(static team => $"Team {team:00}").ToArray();

        var list = await Unit(new { list = teams.Select(static (unit, at) => new { unit, arm = at % 2 == 0 ? "as usual" : "call ahead" }) });
        var blocks = await Unit(new
        {
            blocks = new[]
            {
                new { countsFrom = "2025-08-05", ends = "2025-09-01", arm = "as usual" },
                new { countsFrom = "2025-09-02", ends = "2025-10-01", arm = "call ahead" },
            },
        });
        var steps = await Unit(new { steps = teams.Select(static (unit, at) => new { unit, changesOn = at < 10 ? "2025-09-01" : "2025-10-01", countsFrom = at < 10 ? "2025-09-01" : "2025-10-01" }) });

        Assert.Equal(["team", "block", "team"], [list, blocks, steps]);

        async Task<string> Unit(object body) => (await pilot.Post($"{PilotWorkspace.Experiment}/check", body)).GetProperty("unit").GetString()!;
    }

    [Fact]
    public async Task A_run_whose_units_came_into_the_arms_otherwise_than_planned_shows_no_figure()
    {
        // Half of the claims were under the change, where three in ten were to be.
        await using var pilot = await PilotWorkspace.Start(isLocked: false, static yaml => yaml
            .Replace("unit: team", "unit: case", StringComparison.Ordinal)
            .Replace("name: as usual, share: 50%", "name: as usual, share: 70%", StringComparison.Ordinal)
            .Replace("name: call ahead, share: 50%", "name: call ahead, share: 30%", StringComparison.Ordinal));

        var analysis = (await pilot.Post($"{PilotWorkspace.Experiment}/analyse", new { prior = new { mean = 0, standardDeviation = 0.1 } })).GetProperty("analysis");

        Assert.Equal("withheld", analysis.GetProperty("answer").GetString());
        Assert.Equal(0, analysis.GetProperty("groups").GetArrayLength());
        var verdict = analysis.GetProperty("verdicts")[0];
        Assert.All(["primary", "figure", "novelty", "uptake", "secondOpinion"], name => Assert.Equal(JsonValueKind.Null, verdict.GetProperty(name).ValueKind));
        Assert.Equal(0, verdict.GetProperty("others").GetArrayLength());
    }

    [Fact]
    public async Task The_locked_plan_is_followed_unless_the_map_is_asked_for()
    {
        await using var pilot = await PilotWorkspace.Start(map: static yaml => yaml.Replace("minimum effect: 5%", "minimum effect: 2%", StringComparison.Ordinal));

        var followed = await pilot.Post($"{PilotWorkspace.Experiment}/check", new { });
        var map = await pilot.Post($"{PilotWorkspace.Experiment}/check", new { followMap = true });

        Assert.Equal(0, followed.GetProperty("deviations").GetArrayLength());
        Assert.Equal("\"minimum effect\" was \"0.05\", and is \"0.02\" now.", Assert.Single(map.GetProperty("deviations").EnumerateArray()).GetString());
        Assert.False(Only(await pilot.Get("/api/logs/pilot/experiments")).GetProperty("isAsLocked").GetBoolean());
    }

    [Fact]
    public async Task The_ledger_outlives_its_log_and_a_log_added_under_its_id_goes_on_with_it()
    {
        await using var pilot = await PilotWorkspace.Start();
        using var deleted = await pilot.Client.DeleteAsync(new Uri("/api/logs/pilot", UriKind.Relative), Stop);
        Assert.True(deleted.IsSuccessStatusCode);

        var ledger = await pilot.Get("/api/logs/pilot/ledger");
        Assert.Equal(("locked", 64), (Only(ledger.GetProperty("entries")).GetProperty("entry").GetProperty("kind").GetString(), ledger.GetProperty("lastHash").GetString()!.Length));
        Assert.Equal((404, "ST005"), await pilot.Refused("/api/logs/pilot/experiments", null));

        pilot.Add(OutsideIn.Simulation.NorthbankPilot.MapYaml);
        Assert.True(Only(await pilot.Get("/api/logs/pilot/experiments")).GetProperty("isAsLocked").GetBoolean());
    }

    [Theory]
    [InlineData(404, "EX003", "/api/logs/pilot/experiments/EX9", null)]
    [InlineData(404, "EX003", "/api/logs/pilot/experiments/EX9/lock", "{}")]
    [InlineData(404, "EX003", "/api/logs/pilot/experiments/EX9/analyse", "{}")]
    [InlineData(404, "ST005", "/api/logs/other/experiments", null)]
    [InlineData(404, "ST005", "/api/logs/other/ledger", null)]
    [InlineData(400, "WB016", PilotWorkspace.Experiment + "/check", """{"asOf":"soon"}""")]
    [InlineData(400, "WB016", PilotWorkspace.Experiment + "/check", """{"blocks":[{"countsFrom":"2025-08-05","ends":"soon","arm":"as usual"}]}""")]
    [InlineData(400, "WB017", PilotWorkspace.Experiment + "/check", """{"arms":"arm","list":[]}""")]
    [InlineData(400, "WB018", PilotWorkspace.Experiment + "/analyse", """{"prior":{"mean":0,"standardDeviation":0}}""")]
    [InlineData(400, "WB005", PilotWorkspace.Experiment + "/analyse", """{"prior":"sure"}""")]
    [InlineData(400, "WB005", PilotWorkspace.Experiment + "/check", """{"list":[null]}""")]
    [InlineData(400, "WB005", PilotWorkspace.Experiment + "/check", """{"steps":[null]}""")]
    [InlineData(400, "WB005", PilotWorkspace.Experiment + "/assign", """{"strata":[null]}""")]
    [InlineData(400, "WB005", "/api/logs/pilot/compare", """{"arms":"arm","adjust":[null]}""")]
    [InlineData(400, "PR004", "/api/logs/pilot/compare", """{"arms":"arm","shares":[0.5,0]}""")]
    [InlineData(400, "PR004", "/api/logs/pilot/compare", """{"arms":"arm","shares":[1]}""")]
    [InlineData(404, "DG032", PilotWorkspace.Experiment + "/analyse", """{"arms":"armm"}""")]
    [InlineData(400, "PR044", PilotWorkspace.Experiment + "/analyse", """{"tookUp":"count of events"}""")]
    public async Task What_cannot_be_asked_is_a_problem_and_costs_no_look(int status, string code, string address, string? body)
    {
        await using var pilot = await PilotWorkspace.Start();

        Assert.Equal((status, code), await pilot.Refused(address, body is null ? null : JsonSerializer.Deserialize<JsonElement>(body)));

        Assert.Single((await pilot.Get("/api/logs/pilot/ledger")).GetProperty("entries").EnumerateArray());
    }

    [Fact]
    public async Task Two_who_look_at_once_make_two_looks_or_one_is_told_to_look_again()
    {
        await using var pilot = await PilotWorkspace.Start();
        await pilot.Get("/api/logs/pilot/experiments");

        var statuses = await Task.WhenAll(Enumerable.Range(0, 4).Select(async at =>
        {
            using var content = new StringContent($$"""{"asOf":"2025-09-{{at + 10}}"}""", System.Text.Encoding.UTF8, "application/json");
            using var reply = await pilot.Client.PostAsync(new Uri($"{PilotWorkspace.Experiment}/analyse", UriKind.Relative), content, Stop);
            return (int)reply.StatusCode;
        }));

        var ledger = await pilot.Get("/api/logs/pilot/ledger");
        Assert.All(statuses, static status => Assert.True(status is 200 or 409));
        Assert.Equal(1 + statuses.Count(static status => status == 200), ledger.GetProperty("entries").GetArrayLength());
        Assert.Equal(0, ledger.GetProperty("faults").GetArrayLength());
    }

    private static JsonElement Only(JsonElement list) => Assert.Single((list.ValueKind == JsonValueKind.Array ? list : list.GetProperty("experiments")).EnumerateArray());
}
