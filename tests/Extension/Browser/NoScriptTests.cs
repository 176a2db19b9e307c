using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Browser;

[Collection(BrowserTests.Name)]
public class NoScriptTests(SharedBrowser browser)
{
    private const string Strict = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    [BrowserFact]
    public async Task Views_look_the_same_with_scripts_allowed_and_forbidden()
    {
        var html = ShowcasePage.Of(Showcase.All);
        await using var free = await browser.Open(html);
        await using var disabled = await browser.Open(html, new PageSetting { RunsScripts = false });
        await using var forbidden = await browser.Open(html, new PageSetting { Policy = Strict });
        var expected = await free.Page.ScreenshotAsync(new() { FullPage = true });
        Assert.Equal(expected, await disabled.Page.ScreenshotAsync(new() { FullPage = true }));
        Assert.Equal(expected, await forbidden.Page.ScreenshotAsync(new() { FullPage = true }));
        foreach (var page in new[] { free, disabled, forbidden })
        {
            page.HasAskedForNothing();
        }
    }
}
