using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutsideIn.Simulation;
using OutsideIn.Storage;

namespace OutsideIn.Web.Tests;

/// <summary>Comparisons over the API, of the pilot whose truth is planted.</summary>
public sealed class ComparisonTests
{
    private const string BackOnTheRoad = "time from first \"Report the claim\" to first \"Collect the car\"";

    private static readonly double[] Halves = [1, 1];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Arms_a_change_and_both_are_answered()
    {
        await using var workspace = await RunningWorkspace.Start(WebWorkspace.Build, static options => options);
        var id = Add(workspace);

        var arms = await Compare(workspace, id, new { measure = BackOnTheRoad, objective = "60% of cases <= 14d", arms = "arm", control = "as usual", unit = "team", shares = Halves });
        var change = await Compare(workspace, id, new { measure = BackOnTheRoad, objective = "60% of cases <= 14d", before = "2025-08-04" });
        var both = await Compare(workspace, id, new { measure = BackOnTheRoad, objective = "60% of cases <= 14d", before = "2025-08-04", arms = "arm", control = "as usual", unit = "team" });

        Assert.Equal([("arms", "better"), ("before and after", "notShown"), ("difference in differences", "better")], new[] { arms, change, both }.Select(static one =>
            (one.GetProperty("design").GetString(), one.GetProperty("answer").GetString())));
        Assert.Equal("call ahead", both.GetProperty("effects")[0].GetProperty("of").GetString());
    }

    [Theory]
    [InlineData("PR001", null, null)]
    [InlineData("PR008", "arm", "2025-08-04")]
    public async Task What_cannot_be_compared_is_a_problem(string code, string? arms, string? before)
    {
        await using var workspace = await RunningWorkspace.Start(WebWorkspace.Build, static options => options);

        using var reply = await workspace.Client.PostAsJsonAsync($"/api/logs/{Add(workspace)}/compare", new { measure = BackOnTheRoad, arms, before }, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(code, (await reply.Content.ReadFromJsonAsync<ProblemReply>(Stop))!.Code);
    }

    [Fact]
    public async Task False_alarms_are_counted_on_the_log_itself()
    {
        await using var workspace = await RunningWorkspace.Start(WebWorkspace.Build, static options => options);
        var id = Add(workspace);

        var found = await Post(workspace, id, "calibration", new { measure = BackOnTheRoad, objective = "60% of cases <= 14d", unit = "team", runs = 100 });
        using var refused = await workspace.Client.PostAsJsonAsync($"/api/logs/{id}/calibration", new { arms = 1 }, Stop);

        Assert.Equal(("team", 20, 100), (found.GetProperty("unit").GetString(), found.GetProperty("units").GetInt32(), found.GetProperty("runs").GetInt32()));
        Assert.Equal(2, found.GetProperty("rates").GetArrayLength());
        Assert.Equal("PR010", (await refused.Content.ReadFromJsonAsync<ProblemReply>(Stop))!.Code);
    }

    private static string Add(RunningWorkspace workspace)
    {
        Assert.True(workspace.Workspace.Add(new NewLog("Pilot", "pilot.csv", false, null), SmallLog.Imported with { Log = NorthbankPilot.Generate() }).TryGet(out var entry, out _));
        return entry.Id;
    }

    private static Task<JsonElement> Compare(RunningWorkspace workspace, string id, object body) => Post(workspace, id, "compare", body);

    private static async Task<JsonElement> Post(RunningWorkspace workspace, string id, string address, object body)
    {
        using var reply = await workspace.Client.PostAsJsonAsync($"/api/logs/{id}/{address}", body, Stop);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(Stop));
        return await reply.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }
}
