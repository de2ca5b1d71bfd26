using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace OutsideIn.Web.Tests;

public sealed class SurveyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_score_needs_a_column_of_numbers()
    {
        await using var workspace = await RunningWorkspace.Start(WebWorkspace.Build, static options => options);
        var id = MeasureTests.WithMap(workspace);

        using var reply = await workspace.Client.PostAsJsonAsync($"/api/logs/{id}/survey", new { score = "satisfaction" }, Stop);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Equal("PR065", (await reply.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }
}
