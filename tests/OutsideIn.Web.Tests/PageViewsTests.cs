using System.Net.Http.Json;
using System.Text.Json;

namespace OutsideIn.Web.Tests;

/// <summary>What the pages say of <see cref="SmallDiagnosis"/>, whose figures were counted by hand.</summary>
public sealed class PageViewsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?activities=0&connections=0")]
    [InlineData("?activities=banana&connections=-3")]
    [InlineData("?activities=99999999999999999999&connections=1e9")]
    public async Task A_mistyped_map_address_shows_the_map_as_it_opens(string query)
    {
        var map = await Page($"map{query}");

        Assert.Equal(5, map.GetProperty("activities").GetProperty("value").GetInt32());
        Assert.Equal("5 of 5", map.GetProperty("activities").GetProperty("text").GetString());
        Assert.Equal(7, map.GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task The_map_says_with_numbers_that_it_adds_up_to_the_log()
    {
        var map = await Page("map?activities=2&connections=2");

        Assert.Equal(
            "8 steps from one event to the next: 3 along the connections drawn, 3 within one place, 2 along other connections (1, not drawn). 3 cases begin or end along connections not drawn.",
            map.GetProperty("reconciliation").GetString());
        Assert.Equal("Other activities (3)", map.GetProperty("nodes")[3].GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_twin_of_the_map_holds_every_step_of_the_log_whatever_is_drawn()
    {
        var rows = (await Page("map?activities=3&connections=2")).GetProperty("connectionsTable").GetProperty("rows").EnumerateArray();

        var counts = rows.ToLookup(
            static row => IsBorder(row), static row => row.GetProperty("cells")[2].GetProperty("value").GetDouble());

        Assert.Equal(8, counts[false].Sum());
        Assert.Equal(6, counts[true].Sum());
    }

    [Fact]
    public async Task A_connection_carries_all_three_colourings_and_says_how_often_and_how_long()
    {
        var edge = (await Page("map")).GetProperty("edges").EnumerateArray().First(static one => one.GetProperty("name").GetString() == "Report the accident → Check the cover");

        var shades = edge.GetProperty("shades");
        Assert.Equal("3", shades.GetProperty("frequency").GetProperty("text").GetString());
        Assert.Equal("3 h 20 min", shades.GetProperty("time").GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, shades.GetProperty("outcome").GetProperty("level").ValueKind);
        Assert.Equal("Report the accident to Check the cover: 3 times, 3 h 20 min", edge.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task The_export_of_the_map_is_the_map_as_drawn()
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        var id = workspace.AddSmallLog();

        var csv = await workspace.Client.GetStringAsync($"/api/logs/{id}/map/tables/activities.csv?activities=2", TestContext.Current.CancellationToken);

        Assert.Contains("Other activities (3)", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Causes_say_that_contacts_and_work_add_up_to_the_events_of_the_log()
    {
        var causes = await Page("causes");

        Assert.StartsWith("6 contacts + 5 events of work inside = 11 events of the log;", causes.GetProperty("reconciliation").GetString(), StringComparison.Ordinal);
        Assert.Equal("3 contacts in 3 cases", causes.GetProperty("causes")[0].GetProperty("contacts").GetString());
    }

    [Fact]
    public async Task Failure_demand_carries_its_interval_and_says_that_it_is_suggested()
    {
        var failure = await Page("failure-demand");

        Assert.Equal("of 4 contacts the customer began; 95 % interval 4.6 % to 70 %", failure.GetProperty("shareDetail").GetString());
        Assert.Contains("suggests", failure.GetProperty("basis").GetString(), StringComparison.Ordinal);
        Assert.Contains("suggested", failure.GetProperty("kinds").GetProperty("rows")[0].GetProperty("cells")[0].GetProperty("marks").EnumerateArray().Select(static one => one.GetString()));
    }

    [Fact]
    public async Task The_last_contact_of_a_case_that_is_open_counts_as_open_and_not_as_lost()
    {
        var row = (await Page("moments")).GetProperty("last").GetProperty("rows")[0];

        var parts = row.GetProperty("parts").EnumerateArray().ToDictionary(
            static one => one.GetProperty("name").GetString()!, static one => one.GetProperty("text").GetString());
        Assert.Equal(("0", "0", "1"), (parts["outcome followed"], parts["closed without the outcome"], parts["still open"]));
        Assert.Equal("none closed", row.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_clock_starts_at_nobody_and_names_its_interval_where_it_has_no_end()
    {
        var clocks = await Page("clocks");

        var first = clocks.GetProperty("curves").GetProperty("series")[0].GetProperty("points")[0];
        Assert.Equal((0, 0), (first.GetProperty("x").GetDouble(), first.GetProperty("y").GetDouble()));
        Assert.Equal("4 d 13 h", clocks.GetProperty("cards")[3].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_candidate_says_what_to_do_with_it_and_that_few_cases_stand_behind_it()
    {
        var one = (await Page("candidates")).GetProperty("candidates")[0];

        Assert.Equal("remove or improve", one.GetProperty("verb").GetString());
        Assert.Equal("60 hours elapsed", one.GetProperty("hours").GetString());
        Assert.Equal("Fewer than 30 cases: too few to rank by.", one.GetProperty("caution").GetString());
    }

    private static bool IsBorder(JsonElement row)
    {
        var cells = row.GetProperty("cells");
        var (from, to) = (cells[0].GetProperty("text").GetString()!, cells[1].GetProperty("text").GetString()!);
        return from == "Case begins" || to == "Case ends" || from.StartsWith("Other begins", StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Page(string address)
    {
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        return await workspace.Client.GetFromJsonAsync<JsonElement>(
            $"/api/logs/{workspace.AddSmallLog()}/{address}", TestContext.Current.CancellationToken);
    }
}
