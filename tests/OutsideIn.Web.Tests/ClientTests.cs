using Microsoft.Playwright;

namespace OutsideIn.Web.Tests;

/// <summary>The pages in a real browser.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task The_gallery_shows_every_part_in_each_of_its_states()
    {
        await using var browser = await Browser.Open();
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();

        await browser.Page.GotoAsync(new Uri(workspace.Address, "/gallery").ToString());
        await browser.Page.WaitForSelectorAsync("[data-ready=yes] svg");

        string[] states = ["loading", "empty", "refused", "too much", "done", "shapes"];
        foreach (var state in states)
        {
            Assert.True(await browser.Page.Locator($"[data-state='{state}']").IsVisibleAsync(), state);
        }

        await browser.Keep("gallery");
        browser.IsQuiet();
    }

    [Fact]
    public async Task A_table_sorts_by_value_from_the_keyboard_and_keeps_its_order_in_the_address()
    {
        await using var browser = await Browser.Open();
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        await browser.Page.GotoAsync(new Uri(workspace.Address, "/gallery").ToString());
        var wait = browser.Page.Locator("[data-table=gallery] thead button", new PageLocatorOptions { HasTextString = "Median wait" });

        await wait.FocusAsync();
        await browser.Page.Keyboard.PressAsync("Enter");

        await browser.Page.Locator("[data-table=gallery] th[aria-sort=descending]").WaitForAsync();
        Assert.Contains("sort.gallery=-wait", browser.Page.Url, StringComparison.Ordinal);
        Assert.StartsWith("Claims", await browser.Page.Locator("[data-table=gallery] tbody tr td").First.InnerTextAsync(), StringComparison.Ordinal);
        await browser.Page.ReloadAsync();
        await browser.Page.Locator("[data-table=gallery] th[aria-sort=descending]").GetByText("Median wait").WaitForAsync();
    }

    [Fact]
    public async Task The_overview_says_how_many_reached_the_outcome_and_leads_to_the_rest()
    {
        await using var browser = await Browser.Open();
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        var id = workspace.AddSmallLog();

        await browser.Page.GotoAsync(new Uri(workspace.Address, $"/logs/{id}").ToString());
        await browser.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Back on the road" }).WaitForAsync();

        Assert.EndsWith("/overview", browser.Page.Url, StringComparison.Ordinal);
        Assert.True(await browser.Page.GetByText("Suggested map.").IsVisibleAsync());
        Assert.Equal(11, await browser.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link).CountAsync());
        await browser.Keep("small-overview");
        browser.IsQuiet();
    }

    [Fact]
    public async Task A_page_that_is_not_there_and_a_log_that_is_not_there_say_so()
    {
        await using var browser = await Browser.Open();
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();

        await browser.Page.GotoAsync(new Uri(workspace.Address, "/nowhere").ToString());
        await browser.Page.GetByText("This page is not there").WaitForAsync();
        await browser.Page.GotoAsync(new Uri(workspace.Address, "/logs/none/overview").ToString());

        await browser.Page.GetByText("There is no log 'none' in this workspace.").WaitForAsync();
    }

    [Fact]
    public async Task A_file_with_an_open_question_is_added_once_it_is_answered()
    {
        await using var browser = await Browser.Open();
        await using var workspace = await RunningWorkspace.WithSmallDiagnosis();
        var page = browser.Page;
        await page.GotoAsync(workspace.Address.ToString());

        await page.SetInputFilesAsync("input[type=file] >> nth=0", new FilePayload
        {
            Name = "claims.csv",
            MimeType = "text/csv",
            Buffer = "claim,step,time\nC-1,Report,03/02/2026 09:00\nC-1,Repair,04/02/2026 09:00\nC-2,Report,05/03/2026 09:00\nC-2,Repair,06/03/2026 09:00\n"u8.ToArray(),
        });
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();
        await page.GetByText("What the data leaves open").WaitForAsync();
        await browser.Keep("upload-question");
        Assert.True(await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Import" }).IsDisabledAsync());
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await page.GetByText("Everything is answered.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Import" }).ClickAsync();

        try
        {
            await page.WaitForURLAsync("**/logs/claims/overview", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        }
        catch (TimeoutException late)
        {
            Assert.Fail($"{late.Message} The page says: {await page.InnerTextAsync("main")}");
        }

        browser.IsQuiet();
    }
}
