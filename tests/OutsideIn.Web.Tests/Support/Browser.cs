using Microsoft.Playwright;

namespace OutsideIn.Web.Tests;

/// <summary>A real browser with one page, which fails the test on anything written to its console as an error.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";

    private readonly IPlaywright _driver;
    private readonly IBrowser _browser;
    private readonly List<string> _errors = [];

    private Browser(IPlaywright driver, IBrowser browser, IPage page)
    {
        (_driver, _browser, Page) = (driver, browser, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _errors.Add($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Opens a browser; without one, or without the client in this build, the test is skipped with the reason.</summary>
    public static Task<Browser> Open(int width = 1360, int height = 900)
    {
        Need(File.Exists(Executable), $"There is no browser at {Executable}.");
        Need(ClientFiles.AreBuilt, "This build left the client out (SkipClient=true).");
        return Start(width, height);
    }

    /// <summary>Opens a browser for a page that is no part of the client.</summary>
    public static Task<Browser> OpenForPaper(int width, int height)
    {
        Need(File.Exists(Executable), $"There is no browser at {Executable}.");
        return Start(width, height);
    }

    private static async Task<Browser> Start(int width, int height)
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        page.SetDefaultTimeout(60_000);
        return new Browser(driver, browser, page);
    }

    /// <summary>Saves the whole page under artifacts/screenshots, or only what is on screen.</summary>
    public Task Keep(string name, bool isWhole = true) => Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Approved.Root, "artifacts", "screenshots", name + ".png"),
        FullPage = isWhole,
    });

    /// <summary>Nothing was written to the console as an error or a warning.</summary>
    public void IsQuiet() => Assert.Empty(_errors);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _driver.Dispose();
    }

    private static void Need(bool isThere, string reason)
    {
        if (Environment.GetEnvironmentVariable("REQUIRE_BROWSER") == "1")
        {
            Assert.True(isThere, reason);
        }

        Assert.SkipUnless(isThere, reason);
    }
}
