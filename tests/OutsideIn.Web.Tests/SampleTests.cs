using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace OutsideIn.Web.Tests;

/// <summary>The workspace as it opens for the first time: the sample, diagnosed by the real engine.</summary>
public sealed class SampleTests
{
    private static readonly string[] Pages = [.. LogPages.All.Select(static page => page.Path), "cases"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_is_there_at_the_first_start_says_it_is_made_up_and_does_not_come_back_once_deleted()
    {
        await using var workspace = await Start();

        var sample = Assert.Single(workspace.Workspace.List().Entries);
        Assert.True(sample.IsSample);
        Assert.Equal(5_000, sample.Cases);
        var log = await workspace.Client.GetFromJsonAsync<JsonElement>($"/api/logs/{sample.Id}", Stop);
        Assert.Contains("made-up", log.GetProperty("sampleNote").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, log.GetProperty("suggestedNote").ValueKind);

        using var deleted = await workspace.Client.DeleteAsync($"/api/logs/{sample.Id}", Stop);
        Assert.True(deleted.IsSuccessStatusCode);
        await using var again = WebWorkspace.Build(new WorkspaceOptions { DataFolder = workspace.Folder, Port = 0 });
        await again.StartAsync(Stop);
        Assert.Empty(workspace.Workspace.List().Entries);
    }

    [Fact]
    public async Task The_file_of_a_list_of_cases_has_every_case_of_it_once()
    {
        await using var workspace = await Start();
        var id = workspace.Workspace.List().Entries[0].Id;

        var all = await workspace.Client.GetStringAsync($"/api/logs/{id}/cases/tables/cases.csv", Stop);
        var lost = await workspace.Client.GetStringAsync($"/api/logs/{id}/cases/tables/cases.csv?figure=outcome%2Flost", Stop);

        Assert.Equal(5_000, Names(all).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(5_000, Names(all).Count());
        Assert.Equal(510, Names(lost).Count());

        static IEnumerable<string> Names(string csv) =>
            csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static line => line.Split(',')[0]);
    }

    [Fact]
    public async Task Every_figure_on_every_page_opens_cases()
    {
        await using var workspace = await Start();
        var id = workspace.Workspace.List().Entries[0].Id;

        foreach (var path in LogPages.All.Select(static page => page.Path))
        {
            var page = await workspace.Client.GetFromJsonAsync<JsonElement>($"/api/logs/{id}/{path}", Stop);
            foreach (var figure in Figures(page).Distinct(StringComparer.Ordinal))
            {
                using var reply = await workspace.Client.GetAsync($"/api/logs/{id}/cases?figure={Uri.EscapeDataString(figure)}", Stop);
                Assert.True(reply.IsSuccessStatusCode, $"{path}: {figure}");
            }
        }
    }

    [Fact]
    public async Task The_pages_of_the_sample_draw_without_a_complaint()
    {
        await using var browser = await Browser.Open();
        await using var workspace = await Start();
        var id = workspace.Workspace.List().Entries[0].Id;

        foreach (var path in Pages)
        {
            await browser.Page.GotoAsync(new Uri(workspace.Address, $"/logs/{id}/{path}").ToString());
            await browser.Page.Locator("#page-title").WaitForAsync();
            await browser.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await browser.Keep($"sample-{path}");
        }

        browser.IsQuiet();
    }

    [Fact]
    public async Task A_case_with_failure_demand_is_told_with_its_waits_to_scale()
    {
        await using var browser = await Browser.Open();
        await using var workspace = await Start();
        var id = workspace.Workspace.List().Entries[0].Id;
        var page = browser.Page;
        await page.GotoAsync(new Uri(workspace.Address, $"/logs/{id}/cases?sort=-failure").ToString());

        await page.Locator("[data-table=cases] tbody a").First.ClickAsync();
        await page.GetByText("As the customer lived it").WaitForAsync();

        await page.Locator("[data-failure]").First.WaitForAsync();
        var waits = await page.Locator("[class*=gap]").EvaluateAllAsync<double[]>("all => all.map(one => one.getBoundingClientRect().height)");
        Assert.True(waits.Max() > waits.Min(), string.Join(", ", waits.Select(static one => one.ToString(CultureInfo.InvariantCulture))));
        await browser.Keep("sample-case", isWhole: false);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await browser.Keep("sample-case-dark", isWhole: false);
        await page.SetViewportSizeAsync(390, 844);
        await browser.Keep("sample-case-phone", isWhole: false);
        browser.IsQuiet();
    }

    private static Task<RunningWorkspace> Start() =>
        RunningWorkspace.Start(WebWorkspace.Build, static options => options with { WithSample = true });

    private static IEnumerable<string> Figures(JsonElement view) => view.ValueKind switch
    {
        JsonValueKind.Object => view.EnumerateObject().SelectMany(static one =>
            one.Name.EndsWith("igure", StringComparison.Ordinal) && one.Value.ValueKind == JsonValueKind.String
                ? [one.Value.GetString()!]
                : Figures(one.Value)),
        JsonValueKind.Array => view.EnumerateArray().SelectMany(Figures),
        _ => [],
    };
}
