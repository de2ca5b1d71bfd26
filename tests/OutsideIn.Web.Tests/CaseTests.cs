using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutsideIn.Events;

namespace OutsideIn.Web.Tests;

public sealed class CaseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cases_behind_a_figure_are_listed_and_open_their_stories()
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        var id = workspace.AddSmallLog();

        var list = await workspace.Client.GetFromJsonAsync<JsonElement>($"/api/logs/{id}/cases?figure=outcome%2Freached", Stop);
        var address = list.GetProperty("cases")[0].GetString();
        var story = await workspace.Client.GetFromJsonAsync<JsonElement>($"/api/logs/{id}/cases/{address}", Stop);

        Assert.Equal("2 cases", list.GetProperty("count").GetString());
        Assert.Equal("C-1", address);
        var waits = story.GetProperty("events").EnumerateArray().Select(static one => one.GetProperty("wait").GetString());
        Assert.Equal([null, "2 h", "2 d", "10 h"], waits);
    }

    [Theory]
    [InlineData("sort=-events", "C-2")]
    [InlineData("sort=events", "C-3")]
    [InlineData("sort=nonsense", "C-1")]
    [InlineData("page=99", "C-1")]
    [InlineData("page=-3", "C-1")]
    [InlineData("text=c-3", "C-3")]
    public async Task What_the_address_asks_is_done_and_what_is_out_of_range_falls_back(string query, string first)
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        var id = workspace.AddSmallLog();

        var list = await workspace.Client.GetFromJsonAsync<JsonElement>($"/api/logs/{id}/cases?{query}", Stop);

        Assert.Equal(first, list.GetProperty("cases")[0].GetString());
    }

    [Fact]
    public async Task A_figure_or_case_that_is_not_there_is_a_problem()
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        var id = workspace.AddSmallLog();

        using var figure = await workspace.Client.GetAsync($"/api/logs/{id}/cases?figure=none", Stop);
        using var one = await workspace.Client.GetAsync($"/api/logs/{id}/cases/none", Stop);

        Assert.Equal(HttpStatusCode.NotFound, figure.StatusCode);
        Assert.Equal("WB015", (await one.Content.ReadFromJsonAsync<ProblemReply>(Stop))!.Code);
    }

    [Theory]
    [InlineData("C-1", "C-1")]
    [InlineData("Ä 7", "Ä 7")]
    [InlineData("a/b", "~1")]
    [InlineData("..", "~1")]
    [InlineData("~1", "~1")]
    [InlineData("", "~1")]
    public void Every_case_has_an_address_that_leads_back_to_it(string name, string address)
    {
        var log = new EventLogBuilder();
        log.Add(new EventRow(log.Case(name), log.Activity("a"), 0));
        var built = log.Build();

        Assert.Equal(address, CaseAddress.Of(name, 0));
        Assert.True(CaseAddress.Find(built, address).TryGet(out var found, out _));
        Assert.Equal(0, found);
    }

    [Fact]
    public void Waits_are_drawn_to_scale_up_to_a_round_cap_and_marked_beyond()
    {
        var scale = WaitScale.Of([0, 3_600, 7_200, 10_800, 14_400, 18_000, 21_600, 25_200, 28_000, 28_000, 9_000_000]);

        Assert.Equal(28_800, scale.CapSeconds);
        Assert.Equal(0.25, scale.LengthOf(7_200));
        Assert.True(scale.Cuts(9_000_000));
        Assert.False(scale.Cuts(28_800));
        Assert.Equal(1, scale.LengthOf(9_000_000));
    }
}
