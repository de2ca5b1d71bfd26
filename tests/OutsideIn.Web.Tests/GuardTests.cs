using System.Net;
using System.Net.Http.Json;

namespace OutsideIn.Web.Tests;

public sealed class GuardTests
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("10.0.0.1")]
    public async Task A_name_that_is_not_this_computer_is_refused(string host)
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/logs");
        request.Headers.Host = host;

        using var reply = await workspace.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Equal("WB001", (await reply.Content.ReadFromJsonAsync<ProblemReply>(TestContext.Current.CancellationToken))?.Code);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_from_elsewhere_may_change_nothing(string header, string value)
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/logs/anything");
        request.Headers.Add(header, value);

        using var reply = await workspace.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("WB002", (await reply.Content.ReadFromJsonAsync<ProblemReply>(TestContext.Current.CancellationToken))?.Code);
    }

    [Fact]
    public async Task Every_answer_forbids_foreign_scripts_and_guessing_at_types()
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();

        using var reply = await workspace.Client.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Contains("script-src 'self';", reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
