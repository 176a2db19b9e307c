using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Browser;

[Collection(BrowserTests.Name)]
public class ContrastTests(SharedBrowser browser)
{
    [BrowserFact]
    public Task Every_text_can_be_read_on_light_ground() => Check(new PageSetting());

    [BrowserFact]
    public Task Every_text_can_be_read_on_dark_ground() => Check(new PageSetting { IsDark = true });

    private async Task Check(PageSetting setting)
    {
        await using var page = await browser.Open(ShowcasePage.Of(Showcase.All, withDrawings: true), setting);
        var found = await page.Find<string[]>("contrast");
        Assert.Matches("^texts [1-9][0-9]{2,}$", Assert.Single(found));
    }
}
