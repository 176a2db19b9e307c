using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Browser;

[Collection(BrowserTests.Name)]
public class ThemeTests(SharedBrowser browser)
{
    /// <summary>How hosts say which theme they show.</summary>
    public static TheoryData<string, bool> Hosts => new()
    {
        { "class=\"vscode-dark\"", true },
        { "class=\"vscode-high-contrast\"", true },
        { "class=\"vscode-light\"", false },
        { "class=\"vscode-high-contrast vscode-high-contrast-light\"", false },
        { "data-jp-theme-light=\"false\"", true },
        { "data-jp-theme-light=\"true\"", false },
        { "data-theme=\"dark\"", true },
        { "data-theme=\"light\"", false },
    };

    [BrowserTheory]
    [MemberData(nameof(Hosts))]
    public async Task A_host_that_says_its_theme_is_believed_before_the_system(string attribute, bool isDark)
    {
        var asked = await Look("", isDark);
        Assert.Equal(asked, await Look(attribute, !isDark));
    }

    [BrowserFact]
    public async Task Light_and_dark_differ() =>
        Assert.NotEqual(await Look("", isDark: false), await Look("", isDark: true));

    [BrowserFact]
    public async Task Few_colours_of_the_systems_own_leave_every_text_readable()
    {
        await using var page = await browser.Open(
            ShowcasePage.Of(Showcase.All), new PageSetting { HasForcedColours = true });
        await page.Picture("forced colours");
        Assert.StartsWith("texts ", Assert.Single(await page.Find<string[]>("contrast")));
    }

    [BrowserFact]
    public async Task Nothing_moves_where_that_is_asked_for()
    {
        await using var page = await browser.Open(
            ShowcasePage.Of(Showcase.All), new PageSetting { HasReducedMotion = true });
        var moving = await page.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.nbgrad-view, .nbgrad-view *')]
              .filter(one => getComputedStyle(one).animationName != 'none'
                || parseFloat(getComputedStyle(one).transitionDuration) > 0)
              .map(one => one.outerHTML.slice(0, 80))
            """);
        Assert.Empty(moving);
    }

    [BrowserFact]
    public async Task Print_is_light_and_leaves_nothing_folded()
    {
        await using var page = await browser.Open(ShowcasePage.Of(Showcase.All), new PageSetting { IsDark = true });
        await page.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await page.Picture("print");
        var wrong = await page.Page.EvaluateAsync<string[]>(
            """
            () => [document.documentElement].filter(page => page.scrollWidth > innerWidth)
              .map(page => 'wider than the paper: ' + page.scrollWidth).concat(
              [...document.querySelectorAll('.nbgrad-view')].flatMap(view => [
              ...getComputedStyle(view).backgroundColor == 'rgb(255, 255, 255)' ? [] : ['dark: ' + view.ariaLabel],
              ...[...view.querySelectorAll('details > :not(summary, style)')]
                .filter(part => !part.checkVisibility({ contentVisibilityAuto: true }) || !part.offsetHeight)
                .map(part => 'folded: ' + part.textContent.slice(0, 60)),
            ]))
            """);
        Assert.Empty(wrong);
    }

    private async Task<byte[]> Look(string attribute, bool isDark)
    {
        // The page itself follows the system; only the views are compared.
        var html = ShowcasePage.Of(Showcase.Of("perceptron", "weights", "ledger"))
            .Replace("<body>", $"<body {attribute} style=\"background:gray\">");
        await using var page = await browser.Open(html, new PageSetting { IsDark = isDark });
        var looks = new List<byte>();
        foreach (var view in await page.Page.Locator(".nbgrad-view").AllAsync())
        {
            looks.AddRange(await view.ScreenshotAsync());
        }

        return [.. looks];
    }
}
