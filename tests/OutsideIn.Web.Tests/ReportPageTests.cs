using Microsoft.Playwright;
using OutsideIn.Diagnosis;
using OutsideIn.Events;

namespace OutsideIn.Web.Tests;

public sealed class ReportPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outsidein-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_report_opens_from_the_disk_loads_nothing_and_leads_from_figure_to_case()
    {
        await using var browser = await Browser.Open();
        var path = Write(SmallLog.Imported, "Small claims");
        var requests = new List<string>();
        browser.Page.Request += (_, request) => requests.Add(request.Url);

        await browser.Page.GotoAsync(new Uri(path).ToString());
        await browser.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Overview" }).WaitForAsync();
        await browser.Keep("report-overview");
        await browser.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Cases", Exact = true }).ClickAsync();
        await browser.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "C-2" }).ClickAsync();
        await browser.Page.GetByText("As the customer lived it").WaitForAsync();
        await browser.Keep("report-case");

        Assert.All(requests, one => Assert.StartsWith("file:", one, StringComparison.Ordinal));
        browser.IsQuiet();
    }

    [Fact]
    public async Task A_name_that_would_end_the_script_it_stands_in_is_only_a_name()
    {
        await using var browser = await Browser.Open();
        var log = new EventLogBuilder();
        log.Add(new EventRow(log.Case("</script><script>document.title='taken'</script>"), log.Activity("<img src=x onerror=alert(1)>"), 0));
        var path = Write(SmallLog.Imported with { Log = log.Build() }, "</script><b>bold</b>");

        await browser.Page.GotoAsync(new Uri(path) + "#/logs/report/cases");
        await browser.Page.GetByText("</script><script>document.title='taken'</script>").WaitForAsync();

        Assert.NotEqual("taken", await browser.Page.TitleAsync());
        browser.IsQuiet();
    }

    private string Write(ImportedLog imported, string name)
    {
        var map = MapSuggestion.Suggest(imported.Log, name);
        var result = Diagnoser.Diagnose(imported.Log, imported.Report, map, new DiagnosisOptions { LogName = name }, CancellationToken.None);
        var path = Path.Combine(_folder, "report.html");
        using var stream = File.Create(path);
        Assert.True(ReportPage.Write(stream, result, map).TryGet(out var bytes, out _));
        Assert.Equal(stream.Length, bytes);
        return path;
    }
}
