using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace OutsideIn.Web.Tests;

public sealed class MeasureTests
{
    private const string Map = """
        outsidein: 2
        organisation: Northbank
        outcomes:
          - { one-liner: Back on the road, first need: Report the accident, reached: Car back with customer }
        moments of truth:
          - { id: report, name: Report the accident, demand: value, begun by: customer }
          - { id: chase, name: Chase, events: "Call: where is my car", demand: chase, begun by: customer }
        metrics:
          - { id: chased, name: Drivers who never had to call, measure: has no "Chase", unit: "%", direction: up, target: 95 }
          - { id: wait, name: Wait, measure: time from "Report the accident" to "Back on the road", objective: median <= 3d }
          - { id: wrong, name: Wrong, measure: count of }
          - { id: asked, name: Asked }
        """;

    private const string Wait = "time from \"Report the accident\" to \"Car back with customer\"";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_measure_is_answered_with_verdict_clocks_and_groups()
    {
        await using var workspace = await Real();
        var id = WithMap(workspace);

        var answer = await Post(workspace, id, "measure", new { measure = Wait, objective = "90% of cases <= 3d", by = "team", per = "week" });

        var result = answer.GetProperty("result");
        Assert.Equal("notYetProvable", result.GetProperty("verdict").GetProperty("kind").GetString());
        Assert.Equal(1, result.GetProperty("counts").GetProperty("met").GetInt32());
        Assert.Equal(["customer", "firm"], result.GetProperty("clocks").EnumerateArray().Select(static one => one.GetProperty("clock").GetString()));
        Assert.Equal("week", result.GetProperty("period").GetString());
        Assert.Equal("Claims", result.GetProperty("groups")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_is_wrong_with_a_text_is_told_with_its_place()
    {
        await using var workspace = await Real();
        var id = WithMap(workspace);

        var answer = await Post(workspace, id, "measure", new { measure = "count of \"Cahse\"", objective = "mean <= 3d" });

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("result").ValueKind);
        Assert.Equal(
            [("measure", "ME130", 9, 7), ("objective", "ME151", 5, 5)],
            answer.GetProperty("faults").EnumerateArray().Select(static one =>
                (one.GetProperty("in").GetString(), one.GetProperty("code").GetString(), one.GetProperty("start").GetInt32(), one.GetProperty("length").GetInt32())));
    }

    [Fact]
    public async Task A_column_that_is_not_there_and_a_log_that_is_not_there_are_problems()
    {
        await using var workspace = await Real();
        var id = WithMap(workspace);

        using var column = await workspace.Client.PostAsJsonAsync($"/api/logs/{id}/measure", new { measure = Wait, by = "tema" }, Stop);
        using var log = await workspace.Client.PostAsJsonAsync("/api/logs/none/measure", new { measure = Wait }, Stop);

        Assert.Equal(HttpStatusCode.NotFound, column.StatusCode);
        Assert.Equal("DG032", (await column.Content.ReadFromJsonAsync<ProblemReply>(Stop))!.Code);
        Assert.Equal(HttpStatusCode.NotFound, log.StatusCode);
    }

    [Fact]
    public async Task The_scorecard_has_every_metric_with_a_measure()
    {
        await using var workspace = await Real();
        var id = WithMap(workspace);

        var card = await workspace.Client.GetFromJsonAsync<JsonElement>($"/api/logs/{id}/scorecard?per=quarter", Stop);

        var scores = card.GetProperty("scores").EnumerateArray().ToArray();
        Assert.Equal(["chased", "wait", "wrong"], scores.Select(static one => one.GetProperty("id").GetString()));
        Assert.Equal("95% of cases yes", scores[0].GetProperty("objective").GetString());
        Assert.True(scores[0].GetProperty("isObjectiveDerived").GetBoolean());
        Assert.Equal("quarter", scores[1].GetProperty("result").GetProperty("period").GetString());
        Assert.Equal(JsonValueKind.Null, scores[2].GetProperty("result").ValueKind);
        Assert.Equal(1, card.GetProperty("counts").GetProperty("wrong").GetInt32());
        Assert.Equal("Asked", card.GetProperty("withoutMeasure")[0].GetString());
    }

    [Fact]
    public async Task The_cases_on_a_side_lead_to_their_stories()
    {
        await using var workspace = await Real();
        var id = WithMap(workspace);

        var missed = await Post(workspace, id, "measure/cases", new { measure = Wait, objective = "90% of cases <= 3d", side = "missed" });
        var all = await Post(workspace, id, "measure/cases", new { measure = Wait, page = 7 });

        Assert.Equal(("C-2", "11.5 d", "known"), Told(missed.GetProperty("subjects")[0]));
        Assert.Equal("C-2", missed.GetProperty("subjects")[0].GetProperty("cases")[0].GetString());
        Assert.Equal((3, 1), (all.GetProperty("total").GetInt32(), all.GetProperty("page").GetInt32()));
        Assert.Equal("open", all.GetProperty("subjects")[2].GetProperty("state").GetString());

        static (string?, string?, string?) Told(JsonElement one) => (one.GetProperty("name").GetString(), one.GetProperty("value").GetString(), one.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("has \"Nobody\"", null, "missed", "ME130")]
    [InlineData("has \"Chase\"", null, "missed", "WB025")]
    public async Task Cases_of_a_wrong_measure_or_of_no_objective_are_refused(string measure, string? objective, string side, string code)
    {
        await using var workspace = await Real();
        var id = WithMap(workspace);

        using var reply = await workspace.Client.PostAsJsonAsync($"/api/logs/{id}/measure/cases", new { measure, objective, side }, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(code, (await reply.Content.ReadFromJsonAsync<ProblemReply>(Stop))!.Code);
    }

    [Fact]
    public async Task What_may_be_written_next_comes_with_the_names_of_log_and_map()
    {
        await using var workspace = await Real();
        var id = WithMap(workspace);

        var names = await Post(workspace, id, "measure/completions", new { text = "count of \"C", position = 11 });
        var goals = await Post(workspace, id, "measure/completions", new { text = "", position = 0, measure = "has \"Chase\"" });

        var offered = names.EnumerateArray().Select(static one => one.GetProperty("text").GetString()).ToArray();
        Assert.Contains("\"Check the cover\"", offered);
        Assert.Contains("\"Chase\"", offered);
        Assert.Equal(9, names[0].GetProperty("start").GetInt32());
        Assert.All(goals.EnumerateArray(), static one => Assert.NotEqual("median", one.GetProperty("text").GetString()));
        Assert.NotEqual(0, goals.GetArrayLength());
    }

    private static Task<RunningWorkspace> Real() => RunningWorkspace.Start(WebWorkspace.Build, static options => options);

    internal static string WithMap(RunningWorkspace workspace)
    {
        var id = workspace.AddSmallLog();
        Assert.True(workspace.Workspace.SetMap(id, Map).TryGet(out _, out _));
        return id;
    }

    internal static async Task<JsonElement> Post(RunningWorkspace workspace, string id, string address, object body)
    {
        using var reply = await workspace.Client.PostAsJsonAsync($"/api/logs/{id}/{address}", body, Stop);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(Stop));
        return await reply.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }
}
