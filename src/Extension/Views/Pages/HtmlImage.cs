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
    public static int LeastWidth(int width) => Math.Min(width, Math.Max(width * 2 / 3, 330));

    /// <summary>
    /// The scene without what is told on pointing, which no image does, and without the groups that are there for that;
    /// a root's colours those inside. What groups that follow each other hold stands by its look, so that a writer can
    /// take it together.
    /// </summary>
    private static Scene Bare(Scene scene) => scene with { Title = "", Marks = Bare(scene.Marks) };

    private static Mark[] Bare(IReadOnlyList<Mark> marks)
    {
        var bare = new List<Mark>();
        for (var start = 0; start < marks.Count;)
        {
            var groups = marks.Skip(start).TakeWhile(mark => mark is GroupMark).Cast<GroupMark>().ToArray();
            bare.AddRange(groups.Length == 0 ? [marks[start]] : groups.SelectMany(Bare).OrderBy(Order));
            start += Math.Max(1, groups.Length);
        }

        return [.. bare];
    }

    private static Mark[] Bare(GroupMark group) => group.Role == Role.Root
        ? [group with { Tooltip = null, Marks = Bare(group.Marks) }]
        : Bare(group.Marks);

    // Boxes lie under texts, and what is coloured by a root above both.
    private static (int Layer, Role Role, Face Face, TextAlign Align) Order(Mark mark) => mark switch
    {
        BoxMark => (0, mark.Role, default, default),
        TextMark text => (2, mark.Role, text.Face, text.Align),
        GroupMark => (3, default, default, default),
        _ => (1, default, default, default),
    };
}
