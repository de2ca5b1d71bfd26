using Microsoft.Playwright;

namespace OutsideIn.Web.Tests;

/// <summary>The process map and the clocks in a real browser, over <see cref="SmallDiagnosis"/>.</summary>
public sealed class ProcessMapPageTests
{
    private const string Ready = ".process-map[data-ready=yes] .place";

    [Fact]
    public async Task The_slider_of_activities_folds_the_rest_into_one_place_and_the_address_keeps_it()
    {
        await using var browser = await Browser.Open();
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        await browser.Page.GotoAsync(Address(workspace, "map"));
        await browser.Page.WaitForSelectorAsync(Ready);

        await browser.Page.GetByRole(AriaRole.Slider, new PageGetByRoleOptions { Name = "Activities" }).FocusAsync();
        await browser.Page.Keyboard.PressAsync("ArrowLeft");
        await browser.Page.Keyboard.PressAsync("ArrowLeft");
        await browser.Page.Locator("[data-node=other]").GetByText("Other activities (2)").WaitForAsync();

        Assert.Contains("activities=3", browser.Page.Url, StringComparison.Ordinal);
        await browser.Page.ReloadAsync();
        await browser.Page.Locator("[data-node=other]").WaitForAsync();
        Assert.StartsWith("8 steps", await browser.Page.Locator("[data-reconciliation]").InnerTextAsync(), StringComparison.Ordinal);
        browser.IsQuiet();
    }

    [Fact]
    public async Task Fewer_connections_are_left_out_of_the_picture_and_counted_below_it()
    {
        await using var browser = await Browser.Open();
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        await browser.Page.GotoAsync(Address(workspace, "map?activities=5&connections=1"));
        await browser.Page.WaitForSelectorAsync(Ready);

        Assert.Equal(1, await browser.Page.Locator(".edge-label").CountAsync());
        Assert.Contains("8 along other connections", await browser.Page.Locator("[data-reconciliation]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_of_colours_changes_the_texts_and_the_legend_and_moves_nothing()
    {
        await using var browser = await Browser.Open();
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        await browser.Page.GotoAsync(Address(workspace, "map"));
        await browser.Page.WaitForSelectorAsync(Ready);
        var place = browser.Page.Locator("[data-node=a3]");
        var before = await place.EvaluateAsync<string>("one => one.closest('.react-flow__node').style.transform");

        await browser.Page.GetByText("Time", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await browser.Page.Locator("[data-legend=time]").WaitForAsync();

        Assert.Contains("colour=time", browser.Page.Url, StringComparison.Ordinal);
        Assert.Contains("after 2 d 6 h", await place.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await place.EvaluateAsync<string>("one => one.closest('.react-flow__node').style.transform"));
        browser.IsQuiet();
    }

    [Fact]
    public async Task A_place_picked_from_the_keyboard_opens_its_figures_and_the_way_to_its_cases()
    {
        await using var browser = await Browser.Open();
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        await browser.Page.GotoAsync(Address(workspace, "map"));
        await browser.Page.WaitForSelectorAsync(Ready);

        await browser.Page.Locator("[data-node=a1]").FocusAsync();
        await browser.Page.Keyboard.PressAsync("Enter");
        var panel = browser.Page.Locator("[data-panel]");
        await panel.WaitForAsync();

        Assert.Contains("Report the accident", await panel.InnerTextAsync(), StringComparison.Ordinal);
        Assert.EndsWith("/cases?figure=all", await panel.GetByRole(AriaRole.Link).First.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Contains("at=a1", browser.Page.Url, StringComparison.Ordinal);
        await browser.Keep("small-map");
        browser.IsQuiet();
    }

    [Fact]
    public async Task The_table_twin_of_the_map_and_of_the_clocks_says_the_same_in_rows()
    {
        await using var browser = await Browser.Open();
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        await browser.Page.GotoAsync(Address(workspace, "map?as.map=table"));
        await browser.Page.Locator("[data-table=connections] tbody tr").First.WaitForAsync();
        Assert.Equal(8, await browser.Page.Locator("[data-table=connections] tbody tr").CountAsync());

        await browser.Page.GotoAsync(Address(workspace, "clocks"));
        await browser.Page.Locator("[data-chart=curves] svg path").First.WaitForAsync();
        await browser.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "How many got there by when: Show as table" }).ClickAsync();

        await browser.Page.Locator("[data-table=curves] tbody tr").First.WaitForAsync();
        Assert.Equal(4, await browser.Page.Locator("[data-table=curves] tbody tr").CountAsync());
        Assert.Contains("as.curves=table", browser.Page.Url, StringComparison.Ordinal);
        browser.IsQuiet();
    }

    private static string Address(RunningWorkspace workspace, string page) =>
        new Uri(workspace.Address, $"/logs/{workspace.AddSmallLog()}/{page}").ToString();
}
