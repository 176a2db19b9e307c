using System.Text.RegularExpressions;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Browser;

[Collection(BrowserTests.Name)]
public partial class SanitizerTests(SharedBrowser browser)
{
    [SanitizerFact]
    public async Task In_a_notebook_that_JupyterLab_does_not_trust_pictures_remain_and_nothing_spills()
    {
        var remains = await Sanitizers.Clean(Showcase.All.Select(part => part.View.ToHtml()));
        foreach (var (part, left) in Showcase.All.Zip(remains.JupyterLab))
        {
            Assert.True(Pictures().Count(left) == Pictures().Count(part.View.ToHtml()), part.Word);
        }

        await Look(remains.JupyterLab, hasPictures: true);
    }

    [SanitizerFact]
    public async Task On_GitHub_words_remain_and_nothing_spills()
    {
        var remains = await Sanitizers.Clean(Showcase.All.Select(part => part.View.ToHtml()));
        foreach (var (part, left) in Showcase.All.Zip(remains.GitHub))
        {
            Assert.True(
                left.Contains("alt=") || left.Contains("<table") || left.Contains("<pre")
                || Words(left) == Words(part.View.ToHtml()),
                part.Word);
        }

        // What stands on lines of its own by a style alone would run together.
        Assert.Contains("elements</span></div><div>mean", remains.GitHub[Index("million")]);
        await Look(remains.GitHub, hasPictures: false);
    }

    // A card of nothing but sentences keeps every one of them.
    private static string Words(string html) => Marks().Replace(html, "").Trim();

    private static int Index(string word) => Showcase.All.Index().Single(part => part.Item.Word == word).Index;

    private async Task Look(string[] remains, bool hasPictures)
    {
        var body = string.Concat(Showcase.All.Zip(remains).Select(pair =>
            $"<h4>{pair.First.Word}</h4><div data-word=\"{pair.First.Word}\">{pair.Second}</div>"));
        await using var page = await browser.Open(HtmlPage.Of("remains", body));
        await page.Picture(hasPictures ? "JupyterLab" : "GitHub");
        await page.FindNothing("spills", new { outputs = "[data-word]", isSanitized = true, hasPictures });
        page.HasAskedForNothing();
    }

    [GeneratedRegex("<style.*?</style>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Marks();

    [GeneratedRegex("<img [^>]*src=\"data:image/")]
    private static partial Regex Pictures();
}
