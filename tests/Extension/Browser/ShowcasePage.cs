using NotebookGrad.Scenes;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Browser;

/// <summary>A page of views, as scripts of the tests know it.</summary>
internal static class ShowcasePage
{
    /// <summary>The views below each other; their drawings once more inline, for scripts to look into.</summary>
    public static string Of(IEnumerable<(string Word, View View)> parts, bool withDrawings = false, string head = "")
    {
        var body = string.Concat(parts.Select(part =>
        {
            var isGraph = part.View is GraphView ? " data-graph=\"1\"" : "";
            var drawing = withDrawings && part.View.Picture is { } scene
                ? $"<div class=\"drawn\" style=\"overflow-x:auto;width:100%\">{SvgWriter.Write(scene)}</div>"
                : "";
            return $"<div data-word=\"{part.Word}\"{isGraph}>{part.View.ToHtml()}{drawing}</div>";
        }));
        return HtmlPage.Of("views", head + body);
    }
}
