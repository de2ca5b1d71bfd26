using System.Text.Json;

namespace OutsideIn.Web.Tests;

/// <summary>What is decided, forecast and found over the API, and how often it held.</summary>
public sealed class LedgerTests
{
    private const string Ledger = "/api/logs/pilot/ledger";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_against_the_verdict_needs_a_reason_and_is_marked()
    {
        await using var pilot = await PilotWorkspace.Start();
        await pilot.Post($"{PilotWorkspace.Experiment}/analyse", new { });
        Assert.Equal((400, "EX014"), await pilot.Refused($"{PilotWorkspace.Experiment}/decisions", new { decision = "stop", by = "Ada" }));
        Assert.Equal((400, "EX014"), await pilot.Refused($"{PilotWorkspace.Experiment}/decisions", new { decision = "launch", by = " " }));

        var stopped = await pilot.Post($"{PilotWorkspace.Experiment}/decisions", new { decision = "stop", by = "Ada", reason = "No phones left" });
        var launched = await pilot.Post("/api/logs/pilot/experiments/calling ahead/decisions", new { decision = "launch", by = "Bea" });

        Assert.Equal([true, false], new[] { stopped, launched }.Select(static one => one.GetProperty("entry").GetProperty("isOverride").GetBoolean()));
        Assert.Equal("EX1", launched.GetProperty("entry").GetProperty("experiment").GetString());
        var last = (await pilot.Get("/api/logs/pilot/experiments")).GetProperty("experiments")[0].GetProperty("lastDecision");
        Assert.Equal(("launch", "Bea"), (last.GetProperty("decision").GetString(), last.GetProperty("by").GetString()));
    }

    [Fact]
    public async Task A_forecast_and_what_came_of_it_are_counted_even_when_the_log_is_gone()
    {
        await using var pilot = await PilotWorkspace.Start();
        var forecast = await pilot.Post(
            $"{PilotWorkspace.Experiment}/forecasts",
            new { what = "Chases in spring", metric = "chases", figure = new { value = 1.2, low = 1.0, high = "Infinity" }, due = "2026-06-30" });
        Assert.Equal("Infinity", forecast.GetProperty("entry").GetProperty("figure").GetProperty("high").GetString());
        using var deleted = await pilot.Client.DeleteAsync(new Uri("/api/logs/pilot", UriKind.Relative), Stop);

        await pilot.Post($"{PilotWorkspace.Experiment}/results", new { of = forecast.GetProperty("number").GetInt32(), figure = new { value = 1.4, low = 1.3, high = 1.5 } });

        var record = (await pilot.Get(Ledger)).GetProperty("record").GetProperty("forecasts");
        Assert.Equal((1, 1, 0), (record.GetProperty("held").GetInt32(), record.GetProperty("count").GetInt32(), record.GetProperty("waiting").GetInt32()));
        Assert.Equal(3, (await pilot.Get(Ledger + "?experiment=ex1")).GetProperty("entries").GetArrayLength());
        Assert.Equal(0, (await pilot.Get(Ledger + "?experiment=EX9")).GetProperty("entries").GetArrayLength());
    }

    [Fact]
    public async Task A_ledger_somebody_changed_is_told_and_shown_all_the_same()
    {
        await using var pilot = await PilotWorkspace.Start();
        await pilot.Post($"{PilotWorkspace.Experiment}/decisions", new { decision = "goOn", by = "Ada" });
        await pilot.Post($"{PilotWorkspace.Experiment}/decisions", new { decision = "goOn", by = "Bea" });
        var path = Path.Combine(pilot.Folder, "ledgers", "pilot.jsonl");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, Stop)).Replace("Ada", "Eve", StringComparison.Ordinal), Stop);

        var ledger = await pilot.Get(Ledger);

        Assert.Equal(3, ledger.GetProperty("entries").GetArrayLength());
        Assert.Equal("EX011", Assert.Single(ledger.GetProperty("faults").EnumerateArray()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(404, "EX003", "/api/logs/pilot/experiments/EX9/decisions", """{"decision":"stop","by":"Ada"}""")]
    [InlineData(404, "EX069", PilotWorkspace.Experiment + "/forecasts", """{"what":"Less","metric":"chsaes","figure":{"value":1,"low":0,"high":2},"due":"2026-06-30"}""")]
    [InlineData(400, "EX016", PilotWorkspace.Experiment + "/forecasts", """{"what":"Less","metric":"chases","figure":{"value":3,"low":0,"high":2},"due":"2026-06-30"}""")]
    [InlineData(404, "EX015", PilotWorkspace.Experiment + "/results", """{"of":1,"figure":{"value":1,"low":0,"high":2}}""")]
    [InlineData(404, "ST005", "/api/logs/other/experiments/EX1/results", """{"of":1,"figure":{"value":1,"low":0,"high":2}}""")]
    [InlineData(400, "WB005", PilotWorkspace.Experiment + "/decisions", """{"decision":"perhaps","by":"Ada"}""")]
    [InlineData(400, "WB005", PilotWorkspace.Experiment + "/forecasts", """{"what":"Less"}""")]
    public async Task What_cannot_be_written_down_is_a_problem_and_nothing_is_written(int status, string code, string address, string body)
    {
        await using var pilot = await PilotWorkspace.Start();

        Assert.Equal((status, code), await pilot.Refused(address, JsonSerializer.Deserialize<JsonElement>(body)));

        Assert.Single((await pilot.Get(Ledger)).GetProperty("entries").EnumerateArray());
    }
}
