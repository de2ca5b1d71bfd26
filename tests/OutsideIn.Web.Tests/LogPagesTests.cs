using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace OutsideIn.Web.Tests;

public sealed class LogPagesTests
{
    public static TheoryData<string> Paths => new(LogPages.All.Select(static page => page.Path));

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_page_answers_for_a_log_and_exports_each_of_its_tables(string path)
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        var id = workspace.AddSmallLog();
        var stop = TestContext.Current.CancellationToken;

        var page = await workspace.Client.GetFromJsonAsync<JsonElement>($"/api/logs/{id}/{path}", stop);

        Assert.Equal(JsonValueKind.Object, page.ValueKind);
        foreach (var table in Tables(page))
        {
            var csv = await workspace.Client.GetStringAsync($"/api/logs/{id}/{path}/tables/{table.GetProperty("key").GetString()}.csv", stop);
            Assert.Equal(table.GetProperty("rows").GetArrayLength() + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        }
    }

    [Fact]
    public async Task A_log_that_is_not_there_is_a_problem_with_a_code_and_a_way_out()
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();

        using var reply = await workspace.Client.GetAsync("/api/logs/none/overview", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        var problem = await reply.Content.ReadFromJsonAsync<ProblemReply>(TestContext.Current.CancellationToken);
        Assert.Equal("ST005", problem?.Code);
        Assert.NotNull(problem?.Hint);
    }

    [Theory]
    [InlineData("/api/logs/..%2f..%2fetc/overview")]
    [InlineData("/api/logs/.hidden/overview")]
    [InlineData("/api/logs/UPPER/overview")]
    public async Task An_id_can_never_leave_the_folder_of_logs(string path)
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();

        using var reply = await workspace.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    private static IEnumerable<JsonElement> Tables(JsonElement view) => view.ValueKind switch
    {
        JsonValueKind.Object when view.TryGetProperty("columns", out _) && view.TryGetProperty("rows", out _) => [view],
        JsonValueKind.Object => view.EnumerateObject().SelectMany(static one => Tables(one.Value)),
        JsonValueKind.Array => view.EnumerateArray().SelectMany(Tables),
        _ => [],
    };
}
