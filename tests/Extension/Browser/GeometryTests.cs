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

    private async Task Check(PageSetting setting)
    {
        await using var page = await browser.Open(ShowcasePage.Of(Showcase.All, withDrawings: true), setting);
        await page.FindNothing("overlaps");
        page.HasAskedForNothing();
    }
}
