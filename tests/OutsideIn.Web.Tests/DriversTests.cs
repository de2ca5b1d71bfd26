using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace OutsideIn.Web.Tests;

public sealed class DriversTests
{
    private static readonly string[] Counted = ["count of \"Check the cover\""];
    private static readonly string[] Nothing = ["nothing like it"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Too_few_cases_are_answered_with_the_refusal_and_what_they_rest_on()
    {
        await using var workspace = await RunningWorkspace.Start(WebWorkspace.Build, static options => options);
        var id = MeasureTests.WithMap(workspace);

        var answer = await MeasureTests.Post(workspace, id, "drivers", new { measure = "count of \"Call*\"", by = Counted });

        Assert.Equal("refused", answer.GetProperty("answer").GetString());
        Assert.Equal("EX090", answer.GetProperty("refusal").GetProperty("code").GetString());
        Assert.NotEqual(0, answer.GetProperty("subjects").GetInt32());
    }

    [Fact]
    public async Task A_metric_that_is_not_there_and_a_driver_that_cannot_be_read_are_problems()
    {
        await using var workspace = await RunningWorkspace.Start(WebWorkspace.Build, static options => options);
        var id = MeasureTests.WithMap(workspace);

        using var metric = await workspace.Client.PostAsJsonAsync($"/api/logs/{id}/drivers", new { metric = "none" }, Stop);
        using var driver = await workspace.Client.PostAsJsonAsync($"/api/logs/{id}/drivers", new { metric = "chased", by = Nothing }, Stop);

        Assert.Equal(HttpStatusCode.NotFound, metric.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, driver.StatusCode);
        Assert.Equal("PR050", (await driver.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }
}
