using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Browser;

[Collection(BrowserTests.Name)]
public class GeometryTests(SharedBrowser browser)
{
    [BrowserFact]
    public Task On_a_wide_page_nothing_overlaps_or_is_clipped() => Check(new PageSetting());

    [BrowserFact]
    public Task On_a_narrow_page_nothing_overlaps_or_is_clipped() => Check(new PageSetting { Width = 400 });

    [BrowserFact]
    public Task On_a_dark_page_nothing_overlaps_or_is_clipped() =>
        Check(new PageSetting { Width = 700, IsDark = true });

    [BrowserFact]
    public async Task On_a_narrow_page_what_is_no_graph_needs_no_scrolling()
    {
        var parts = Showcase.Of("weights", "line of numbers", "slices", "million", "classes", "image",
            "timeline", "curve", "decision boundary", "learning rates", "loss surface", "gradcheck", "no number", "held",
            "flow", "broken flow", "flow over time", "flow histograms", "devices", "only the processor", "device",
            "fallbacks");
        await using var page = await browser.Open(ShowcasePage.Of(parts), new PageSetting { Width = 420 });
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.nbgrad-view *')]
              .filter(one => getComputedStyle(one).overflowX == 'auto' && one.scrollWidth > one.clientWidth)
              .map(one => one.closest('[data-word]').dataset.word + ': ' + one.scrollWidth)
            """));
    }

    private async Task Check(PageSetting setting)
    {
        await using var page = await browser.Open(ShowcasePage.Of(Showcase.All, withDrawings: true), setting);
        await page.FindNothing("overlaps");
        page.HasAskedForNothing();
    }
}
