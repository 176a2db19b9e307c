using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Browser;

[Collection(BrowserTests.Name)]
public class KeyboardTests(SharedBrowser browser)
{
    // What the sheet puts at the upper right of the steps, in pixels from their right side.
    private const int Next = 30;
    private const int Previous = 110;

    [BrowserFact]
    public async Task Tab_reaches_every_node_and_tells_what_it_is()
    {
        await using var page = await Open("square");
        var labels = await page.Page.Locator(".nbgrad-view u").EvaluateAllAsync<string[]>(
            "spots => spots.map(spot => spot.ariaLabel)");
        Assert.Equal(6, labels.Length);
        foreach (var label in labels)
        {
            var (_, name, told, _) = await Tab(page);
            Assert.Equal(label, name);
            Assert.Contains(label.Split('\n')[0].Split('"')[0], told);
        }
    }

    [BrowserFact]
    public async Task Arrows_step_and_light_up_one_way_after_another()
    {
        await using var page = await Open("square");
        await TabTo(page, "radio");
        var seen = new List<string[]> { await page.Find<string[]>("lit") };
        var steps = await page.Page.Locator(".nbgrad-view input").CountAsync() - 1;
        for (var step = 0; step < steps; step++)
        {
            await page.Page.Keyboard.PressAsync("ArrowDown");
            seen.Add(await page.Find<string[]>("lit"));
        }

        Assert.Equal("", seen[0][0]);
        Assert.Equal(seen.Count, seen.Select(one => one[1]).Distinct().Count());
        Assert.Equal(4, seen.Select(one => one[0]).Where(lit => lit.Length > 0).Distinct().Count());

        await page.Page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal(seen[^2][..2], (await page.Find<string[]>("lit"))[..2]);
    }

    [BrowserFact]
    public async Task A_click_on_next_and_previous_steps_without_scripts()
    {
        await using var page = await browser.Open(
            ShowcasePage.Of(Showcase.Of("square")), new PageSetting { RunsScripts = false });
        var before = await page.Find<string[]>("lit");
        await Click(page, Next);
        var first = await page.Find<string[]>("lit");
        await Click(page, Next);
        var second = await page.Find<string[]>("lit");
        Assert.Equal(3, new[] { before[1], first[1], second[1] }.Distinct().Count());
        Assert.NotEqual("", second[0]);
        await Click(page, Previous);
        Assert.Equal(first[..2], (await page.Find<string[]>("lit"))[..2]);
    }

    [BrowserFact]
    public async Task Enter_opens_a_fold_in_its_place()
    {
        await using var page = await Open("folded");
        await TabTo(page, "summary");
        var closed = await page.Page.Locator(".nbgrad-view").BoundingBoxAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        var fold = page.Page.Locator("details[open]").First;
        var image = fold.Locator("img").First;
        Assert.True(await image.IsVisibleAsync());
        var (spot, panel) = (await fold.Locator("u").First.BoundingBoxAsync(), await image.BoundingBoxAsync());
        Assert.True(panel!.Y >= spot!.Y + spot.Height - 1, "the fold opens below its box");
        var open = await page.Page.Locator(".nbgrad-view").BoundingBoxAsync();
        Assert.True(open!.Y + open.Height >= panel.Y + panel.Height, "nothing of the fold is cut off");
        await page.Picture("fold");

        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(closed!.Height, (await page.Page.Locator(".nbgrad-view").BoundingBoxAsync())!.Height);
    }

    [BrowserFact]
    public async Task Two_outputs_of_one_graph_step_each_by_itself()
    {
        await using var page = await browser.Open(ShowcasePage.Of(Showcase.Of("square", "square")));
        var identities = await page.Page.Locator("[id]").EvaluateAllAsync<string[]>("all => all.map(one => one.id)");
        Assert.Equal(identities.Length, identities.Distinct().Count());
        var radios = page.Page.Locator(".nbgrad-view input");
        var half = await radios.CountAsync() / 2;
        await radios.Nth(1).CheckAsync(new() { Force = true });
        await radios.Nth(half + 2).CheckAsync(new() { Force = true });
        Assert.True(await radios.Nth(1).IsCheckedAsync());
        Assert.True(await radios.Nth(half + 2).IsCheckedAsync());
    }

    private Task<BrowserPage> Open(string word) => browser.Open(ShowcasePage.Of(Showcase.Of(word)));

    private static async Task Click(BrowserPage page, int fromRight)
    {
        var steps = page.Page.Locator(".nbgrad-steps");
        await steps.ScrollIntoViewIfNeededAsync();
        var box = await steps.BoundingBoxAsync();
        await page.Page.Mouse.ClickAsync(box!.X + box.Width - fromRight, box.Y + 7);
    }

    private static async Task<(string Tag, string Name, string Told, string Type)> Tab(BrowserPage page)
    {
        await page.Page.Keyboard.PressAsync("Tab");
        var found = await page.Find<string[]>("focus");
        return (found[0], found[1], found[2], found[3]);
    }

    private static async Task TabTo(BrowserPage page, string what)
    {
        for (var tabs = 0; tabs < 200; tabs++)
        {
            var (tag, _, _, type) = await Tab(page);
            if (tag == what || type == what)
            {
                return;
            }
        }

        Assert.Fail($"Tab never reaches a {what}");
    }
}
