using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A picture as an image, which survives where inline SVG is taken away.</summary>
internal static class HtmlImage
{
    /// <summary>An image that shrinks with the page to what can still be read; then its surroundings scroll.</summary>
    public static string Of(Scene scene, string alternative)
    {
        var width = (int)Math.Ceiling(scene.Width);
        var address = DataUri.OfSvg(SvgWriter.Write(Bare(scene)));
        return $"<img alt=\"{Markup.Escape(alternative)}\" width=\"{width}\" "
            + $"height=\"{(int)Math.Ceiling(scene.Height)}\" style=\"display:block;width:{width}px;max-width:100%;"
            + $"min-width:{LeastWidth(width)}px;height:auto;margin:0\" src=\"{address}\">";
    }

    /// <summary>The width in pixels down to which a picture shrinks.</summary>
    public static int LeastWidth(int width) => Math.Min(width, Math.Max(width * 7 / 10, 330));

    /// <summary>The scene without what is told on pointing, which no image does.</summary>
    private static Scene Bare(Scene scene) => scene with { Marks = Bare(scene.Marks) };

    private static IReadOnlyList<Mark> Bare(IReadOnlyList<Mark> marks) =>
    [
        .. marks.Select(mark => mark is GroupMark group
            ? group with { Tooltip = null, Marks = Bare(group.Marks) }
            : mark),
    ];
}
