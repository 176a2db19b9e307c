using System.Text;
using System.Xml.Linq;
using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Browser;

[Collection(BrowserTests.Name)]
public class HostileNameTests(SharedBrowser browser)
{
    private const string Watch = "<script>window.ran = 0; window.alert = () => window.ran++;</script>";

    [Fact]
    public void A_drawing_is_well_formed_and_built_as_with_a_harmless_name()
    {
        var expected = NamedViews.Of("harmless").Select(Drawing).ToArray();
        foreach (var name in HostileNames.All)
        {
            Assert.Equal(expected, NamedViews.Of(name).Select(Drawing));
        }
    }

    [BrowserFact]
    public async Task HTML_is_built_as_with_a_harmless_name()
    {
        await using var page = await browser.Open("<!DOCTYPE html>");
        var expected = await page.Find<string[]>("structure", Fragments("harmless"));
        foreach (var names in HostileNames.All.Chunk(40))
        {
            var found = await page.Find<string[]>("structure", names.SelectMany(Fragments).ToArray());
            foreach (var (name, structures) in names.Zip(found.Chunk(expected.Length)))
            {
                Assert.True(expected.SequenceEqual(structures), $"{name}\n{Difference(expected, structures)}");
            }
        }

        page.HasAskedForNothing();
    }

    [BrowserFact]
    public async Task Nothing_in_a_name_runs_or_asks_for_anything()
    {
        // Each name in one view after another, so that every payload is tried alive; the structure is tested in all.
        var views = HostileNames.All.Select((name, index) => NamedViews.Of(name).ElementAt(index % Kinds));
        foreach (var some in views.Chunk(80))
        {
            await using var page = await browser.Open(
                HtmlPage.Of("hostile", Watch + string.Concat(some.Select(view => view.ToHtml()))));
            Assert.Equal(0, await page.Find<int>("provoke"));
            page.HasAskedForNothing();
        }
    }

    private static int Kinds { get; } = NamedViews.Of("harmless").Count();

    private static string[] Fragments(string name) => [.. NamedViews.Of(name).Select(view => view.ToHtml())];

    private static string? Drawing(View view)
    {
        if (view.Picture is not { } scene)
        {
            return null;
        }

        var structure = new StringBuilder();
        foreach (var element in XDocument.Parse(SvgWriter.Write(scene)).Descendants())
        {
            var attributes = element.Attributes().Select(attribute => attribute.Name.LocalName).Order();
            structure.Append($"<{element.Name.LocalName} {string.Join(' ', attributes)}>");
        }

        return structure.ToString();
    }

    private static string? Difference(string[] expected, string[] actual) =>
        expected.Zip(actual).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First}\n{pair.Second}")
            .FirstOrDefault();
}
