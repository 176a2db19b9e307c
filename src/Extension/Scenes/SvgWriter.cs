using System.Globalization;
using System.Text;

namespace NotebookGrad.Scenes;

/// <summary>
/// Writes a scene as one SVG that needs nothing else: its own style, both themes, its own ground, system fonts, no
/// identifiers that could meet another picture's.
/// </summary>
internal static class SvgWriter
{
    // The sizes that the style sheet gives to letters.
    private const double SansSize = 14;
    private const double MonoSize = 12.5;

    /// <summary>The whole SVG document.</summary>
    public static string Write(Scene scene)
    {
        var svg = new StringBuilder();
        var (width, height) = (Number(Math.Ceiling(scene.Width)), Number(Math.Ceiling(scene.Height)));
        svg.Append("<svg xmlns='http://www.w3.org/2000/svg' role='img' ")
            .Append($"width='{width}' height='{height}' viewBox='0 0 {width} {height}'>")
            .Append($"<title>{Markup.Escape(scene.Title)}</title><style>{SvgStyle.Css}</style>")
            .Append($"<rect class='bg' width='{width}' height='{height}'/>");
        Write(svg, scene.Marks);
        return svg.Append("</svg>").ToString();
    }

    private static void Write(StringBuilder svg, IReadOnlyList<Mark> marks)
    {
        for (var index = 0; index < marks.Count; index++)
        {
            if (marks[index] is not PathMark first)
            {
                Write(svg, marks[index]);
                continue;
            }

            var path = new SvgPath();
            path.Add(first);
            while (index + 1 < marks.Count && marks[index + 1] is PathMark next && LooksLike(next, first))
            {
                path.Add(next);
                index++;
            }

            Write(svg, first, path);
        }
    }

    private static bool LooksLike(PathMark path, PathMark other) =>
        (path.Role, path.Dashed) == (other.Role, other.Dashed) && Number(path.Width) == Number(other.Width);

    private static void Write(StringBuilder svg, Mark mark)
    {
        switch (mark)
        {
            case BoxMark box:
                Write(svg, box);
                break;
            case TextMark text:
                Write(svg, text);
                break;
            case CellsMark cells:
                Write(svg, cells);
                break;
            case BarsMark bars:
                Write(svg, bars);
                break;
            case GroupMark group:
                Open(svg, group);
                Write(svg, group.Marks);
                svg.Append(IsPlain(group) ? "" : "</g>");
                break;
        }
    }

    // Only the root gives what is inside other colours.
    private static bool IsPlain(GroupMark group) => group.Tooltip is null && group.Role != Role.Root;

    private static void Open(StringBuilder svg, GroupMark group)
    {
        if (!IsPlain(group))
        {
            svg.Append(group.Role == Role.Root ? $"<g class='{SvgStyle.Class(group.Role)}'>" : "<g>");
        }

        if (group.Tooltip is not null)
        {
            svg.Append($"<title>{Markup.Escape(group.Tooltip)}</title>");
        }
    }

    private static void Write(StringBuilder svg, BoxMark box)
    {
        svg.Append($"<rect class='{SvgStyle.Class(box.Role)}' x='{Number(box.X)}' y='{Number(box.Y)}' ")
            .Append($"width='{Number(box.Width)}' height='{Number(box.Height)}'");
        if (box.Radius > 0)
        {
            svg.Append($" rx='{Number(box.Radius)}'");
        }

        svg.Append(Opacity(box.Strength)).Append("/>");
    }

    private static void Write(StringBuilder svg, CellsMark cells)
    {
        // A dot as wide as its line is a square or a disc in the fewest bytes; commas need no escape in an address.
        var (side, half) = (Number(cells.Side), cells.Side / 2);
        var (width, cap, data) = cells.Shape switch
        {
            CellShape.Square => (side, "square", "h0"),
            CellShape.Disc => (side, "round", "h0"),
            CellShape.Cross => ("1.5", "butt", $"l{side},{side}m-{side},0l{side},-{side}"),
            _ => ("1.5", "butt", $"v{side}l{side},-{side}v{side}z"),
        };
        var inset = cells.Shape is CellShape.Square or CellShape.Disc ? half : 0;
        svg.Append($"<path class='{SvgStyle.Class(cells.Role)}'{Opacity(cells.Strength)} ")
            .Append($"stroke-width='{width}' stroke-linecap='{cap}' d='");
        foreach (var (x, y) in cells.Places)
        {
            svg.Append($"M{Number(x + inset)},{Number(y + inset)}{data}");
        }

        svg.Append("'/>");
    }

    private static void Write(StringBuilder svg, BarsMark bars)
    {
        svg.Append($"<path class='{SvgStyle.Class(bars.Role)}' stroke-width='{Number(bars.Width)}' d='");
        foreach (var (x, y) in bars.Tops)
        {
            svg.Append($"M{Number(x)},{Number(bars.Floor)}V{Number(y)}");
        }

        svg.Append("'/>");
    }

    private static string Opacity(double strength) =>
        strength < 1 ? $" opacity='{strength.ToString("0.##", CultureInfo.InvariantCulture)}'" : "";

    private static void Write(StringBuilder svg, TextMark text)
    {
        var isMono = text.Face is Face.Mono or Face.MonoBold;
        string[] classes =
        [
            .. text.Role == Role.Plain ? Array.Empty<string>() : [SvgStyle.Class(text.Role)],
            .. isMono ? ["mo"] : Array.Empty<string>(),
            .. text.Face is Face.SansBold or Face.MonoBold ? ["b"] : Array.Empty<string>(),
            .. text.Align == TextAlign.Start ? Array.Empty<string>() : [text.Align == TextAlign.End ? "en" : "mi"],
        ];
        var look = classes.Length == 0 ? "" : $" class='{string.Join(' ', classes)}'";
        var size = text.Size == (isMono ? MonoSize : SansSize) ? "" : $" style='font-size:{Number(text.Size)}px'";
        svg.Append($"<text{look} x='{Number(text.X)}' y='{Number(text.Y)}'{size}>{Markup.Escape(text.Text)}</text>");
    }

    private static void Write(StringBuilder svg, PathMark look, SvgPath path)
    {
        var role = SvgStyle.Class(look.Role);
        svg.Append($"<path class='{role}' stroke-width='{Number(look.Width)}' d='{path.Lines}'")
            .Append(look.Dashed ? " stroke-dasharray='4 3'/>" : "/>")
            .Append(path.Heads.Length > 0 ? $"<path class='{role}h' d='{path.Heads}'/>" : "");
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
