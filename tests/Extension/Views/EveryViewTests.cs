using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public partial class EveryViewTests
{
    private static readonly string[] Ours =
    [
        "div", "style", "b", "bdi", "span", "img", "ol", "li", "pre", "details", "summary",
        "table", "thead", "tbody", "tr", "th", "td", "u", "em", "i", "small", "label", "input", "svg", "path",
    ];

    [Fact]
    public void No_view_throws_and_each_has_text() => Each((view, word) =>
        Assert.False(string.IsNullOrWhiteSpace(view.ToText()), word));

    [Fact]
    public void HTML_is_one_well_formed_element_of_known_tags() => Each((view, word) =>
    {
        var root = XDocument.Parse(AsXml(view.ToHtml())).Root!;
        Assert.Equal("nbgrad-view", root.Attribute("class")?.Value);
        Assert.All(root.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, Ours));
        var attributes = root.DescendantsAndSelf().Attributes().ToArray();
        var identifiers = attributes.Where(attribute => attribute.Name == "id").Select(attribute => attribute.Value);
        Assert.Distinct(identifiers);
        Assert.DoesNotContain(
            attributes, attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    });

    [Fact]
    public void Nothing_comes_from_outside() => Each((view, word) =>
    {
        foreach (var markup in Pictures(view.ToHtml()).Append(AsXml(view.ToHtml())))
        {
            Assert.DoesNotContain("<script", markup, StringComparison.OrdinalIgnoreCase);
            var elements = XDocument.Parse(markup).Root!.DescendantsAndSelf().ToArray();
            var sheets = elements.Where(element => element.Name.LocalName == "style").Select(element => element.Value);
            var places = elements.Attributes()
                .Where(attribute => !attribute.IsNamespaceDeclaration)
                .Where(attribute => attribute.Name.LocalName is not ("alt" or "aria-label"))
                .Select(attribute => attribute.Value)
                .Where(value => !value.StartsWith("data:image/", StringComparison.Ordinal));
            Assert.All(sheets.Concat(places), text => Assert.DoesNotMatch(Outside(), text));
        }
    });

    [Fact]
    public void Styles_are_such_as_an_untrusted_notebook_keeps() => Each((view, word) =>
    {
        // JupyterLab's sanitizer drops a property whose value has quotes, variables or keywords such as inherit.
        var styles = XDocument.Parse(AsXml(view.ToHtml())).Descendants().Attributes("style");
        Assert.All(styles, style => Assert.DoesNotMatch("['\"]|var\\(|inherit|calc|rgb", style.Value));
    });

    [Fact]
    public void Pictures_are_well_formed_and_have_words_for_them() => Each((view, word) =>
    {
        var html = XDocument.Parse(AsXml(view.ToHtml()));
        foreach (var image in html.Descendants("img"))
        {
            Assert.False(string.IsNullOrWhiteSpace(image.Attribute("alt")?.Value), word);
        }

        foreach (var picture in Pictures(view.ToHtml()))
        {
            var svg = XDocument.Parse(picture).Root!;
            Assert.Equal("svg", svg.Name.LocalName);
            Assert.All(svg.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "x" or "y" or "d"),
                attribute => Assert.DoesNotMatch("NaN|∞|Infinity", attribute.Value));
        }
    });

    [Fact]
    public void Boxes_lie_inside_their_picture() => Each((view, word) =>
    {
        if (view.Picture is not { } scene)
        {
            return;
        }

        foreach (var box in Marks(scene.Marks).OfType<BoxMark>())
        {
            Assert.InRange(box.X, 0, scene.Width);
            Assert.InRange(box.X + box.Width, 0, scene.Width);
            Assert.InRange(box.Y, 0, scene.Height);
            Assert.InRange(box.Y + box.Height, 0, scene.Height);
        }
    });

    [Fact]
    public void No_line_of_text_turns_the_terminal_around() => Each((view, word) =>
        Assert.DoesNotMatch("[\u0000-\u0009\u000B-\u001F\u202A-\u202E\u2066-\u2069]", view.ToText()));

    private static void Each(Action<View, string> check)
    {
        foreach (var (word, view) in NastyViews.All)
        {
            try
            {
                check(view, word);
            }
            catch (Exception error)
            {
                Assert.Fail($"{word}, {view.GetType().Name}: {error}");
            }
        }
    }

    private static IEnumerable<Mark> Marks(IEnumerable<Mark> marks) =>
        marks.SelectMany(mark => mark is GroupMark group ? Marks(group.Marks) : [mark]);

    private static string AsXml(string html) => ImageEnd()
        .Replace(html, match => match.Value[..^1] + "/>")
        .Replace("<style>", "<style><![CDATA[")
        .Replace("</style>", "]]></style>");

    private static IEnumerable<string> Pictures(string html) => Source().Matches(html).Select(match =>
        match.Groups[1].Value == ";base64"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[2].Value))
            : Uri.UnescapeDataString(match.Groups[2].Value));

    [GeneratedRegex("<img (?:[^>\"]|\"[^\"]*\")*>")]
    private static partial Regex ImageEnd();

    [GeneratedRegex("src=\"data:image/svg\\+xml(;base64)?,([^\"]*)\"")]
    private static partial Regex Source();

    [GeneratedRegex("https?:|url\\(|@import|//")]
    private static partial Regex Outside();
}
