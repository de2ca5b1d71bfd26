using System.Text;
using Microsoft.Playwright;
using OutsideIn.Documents;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Web.Tests;

/// <summary>The pages of OutsideIn.Documents as a browser prints them.</summary>
public sealed class HandoutPaperTests
{
    // The shorter and the narrower of the two papers, within margins of 14 and 15 mm, at 96 pixels an inch.
    private const int NarrowPaper = 688;

    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public async Task The_card_is_one_page_however_long_its_texts(string paper)
    {
        await using var browser = await Browser.OpenForPaper(NarrowPaper, 900);
        foreach (var map in new[] { HandoutMaps.Insurer, HandoutMaps.Longest, HandoutMaps.Widest, HandoutMaps.Hostile, HandoutMaps.LongestLarge, OutsideInMap.Empty })
        {
            Assert.Equal(1, await Pages(browser, map, HandoutKind.Card, paper));
        }
    }

    [Fact]
    public async Task The_six_questions_of_a_map_are_one_page_and_the_sequence_begins_on_the_next()
    {
        await using var browser = await Browser.OpenForPaper(NarrowPaper, 900);
        foreach (var map in new[] { HandoutMaps.Insurer, HandoutMaps.Longest, HandoutMaps.Widest, HandoutMaps.Hostile, OutsideInMap.Empty })
        {
            var noMoments = map with { Moments = [] };
            Assert.Equal(2, await Pages(browser, noMoments, HandoutKind.Map, "A4"));
            Assert.Equal(2, await Pages(browser, noMoments, HandoutKind.Map, "Letter"));
        }
    }

    [Fact]
    public async Task Nothing_is_wider_than_the_paper_and_tables_repeat_their_headings()
    {
        await using var browser = await Browser.OpenForPaper(NarrowPaper, 900);
        await browser.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var map in new[] { HandoutMaps.Insurer, HandoutMaps.Longest, HandoutMaps.Hostile })
        {
            foreach (var kind in Enum.GetValues<HandoutKind>())
            {
                await browser.Page.SetContentAsync(Html(map, kind));
                Assert.True(await browser.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= NarrowPaper, $"{kind} is cut at its right edge.");
                Assert.True(await browser.Page.EvaluateAsync<bool>("[...document.querySelectorAll('thead')].every(one => getComputedStyle(one).display === 'table-header-group')"));
            }
        }

        browser.IsQuiet();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_text_can_be_read_on_its_ground(ColorScheme scheme)
    {
        await using var browser = await Browser.OpenForPaper(1280, 900);
        await browser.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        foreach (var kind in Enum.GetValues<HandoutKind>())
        {
            await browser.Page.SetContentAsync(Html(HandoutMaps.Insurer, kind));
            // WCAG 2.2, 1.4.3: 4.5 to 1.
            Assert.Equal("", await browser.Page.EvaluateAsync<string>(Contrast));
        }
    }

    private const string Contrast = """
        () => {
          const part = c => { c /= 255; return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4); };
          const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
          const rgb = text => (text.match(/[\d.]+/g) ?? []).map(Number);
          const ground = one => { for (; one; one = one.parentElement) { const c = rgb(getComputedStyle(one).backgroundColor); if (c.length === 3 || c[3] === 1) return c; } return [255, 255, 255]; };
          const pale = [];
          for (const one of document.querySelectorAll('main *')) {
            if (one.closest('svg') || ![...one.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
            const [a, b] = [light(rgb(getComputedStyle(one).color)), light(ground(one))];
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) pale.push(`${one.className}: ${one.textContent.slice(0, 40)} ${ratio.toFixed(2)}`);
          }
          return pale.join('\n');
        }
        """;

    private static string Html(OutsideInMap map, HandoutKind kind)
    {
        Assert.True(HandoutWriter.Write(map, kind, new HandoutOptions(new DateOnly(2026, 11, 21))).TryGet(out var handout, out _));
        return handout.Html;
    }

    private static async Task<int> Pages(Browser browser, OutsideInMap map, HandoutKind kind, string paper)
    {
        await browser.Page.SetContentAsync(Html(map, kind));
        var isWide = kind is HandoutKind.Map;
        var pdf = Encoding.Latin1.GetString(await browser.Page.PdfAsync(new PagePdfOptions { Format = paper, Landscape = isWide, PrintBackground = true, PreferCSSPageSize = false }));
        return pdf.Split("/Type /Page\n").Length - 1;
    }
}
