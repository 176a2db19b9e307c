using System.Globalization;
using System.Text;
using NotebookGrad.Layouts;

namespace NotebookGrad.Scenes;

/// <summary>
/// Writes a scene as one SVG that needs nothing else: its own style, both themes, its own ground, system fonts, no
/// identifiers that could meet another picture's.
/// </summary>
internal static class SvgWriter
{
    private const double HeadLength = 8;
    private const double HeadBreadth = 3.6;

    /// <summary>The whole SVG document.</summary>
    public static string Write(Scene scene)
    {
        var svg = new StringBuilder();
        var (width, height) = (Number(Math.Ceiling(scene.Width)), Number(Math.Ceiling(scene.Height)));
        svg.Append("<svg xmlns='http://www.w3.org/2000/svg' role='img' ")
            .Append($"width='{width}' height='{height}' viewBox='0 0 {width} {height}'>")
            .Append($"<title>{Markup.Escape(scene.Title)}</title><style>{SvgStyle.Css}</style>")
            .Append($"<rect class='bg' width='{width}' height='{height}'/>");
        foreach (var mark in scene.Marks)
        {
            Write(svg, mark);
        }

        return svg.Append("</svg>").ToString();
    }

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
            case PathMark path:
                Write(svg, path);
                break;
            case CellsMark cells:
                Write(svg, cells);
                break;
            case BarsMark bars:
                Write(svg, bars);
                break;
            case GroupMark group:
                svg.Append($"<g class='{SvgStyle.Class(group.Role)}'>");
                if (group.Tooltip is not null)
                {
                    svg.Append($"<title>{Markup.Escape(group.Tooltip)}</title>");
                }

                foreach (var inner in group.Marks)
                {
                    Write(svg, inner);
                }

                svg.Append("</g>");
                break;
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
        var classes = SvgStyle.Class(text.Role)
            + (text.Face is Face.Mono or Face.MonoBold ? " mo" : "")
            + (text.Face is Face.SansBold or Face.MonoBold ? " b" : "")
            + text.Align switch { TextAlign.Middle => " mi", TextAlign.End => " en", _ => "" };
        svg.Append($"<text class='{classes}' x='{Number(text.X)}' y='{Number(text.Y)}' ")
            .Append($"font-size='{Number(text.Size)}'>{Markup.Escape(text.Text)}</text>");
    }

    private static void Write(StringBuilder svg, PathMark path)
    {
        var role = SvgStyle.Class(path.Role);
        svg.Append($"<path class='{role}' d='{Data(path.Arrow ? Blunt(path.Points) : path.Points, path.Shape)}' ")
            .Append($"stroke-width='{Number(path.Width)}'")
            .Append(path.Dashed ? " stroke-dasharray='4 3'/>" : "/>");
        if (path.Arrow)
        {
            var (tip, (x, y)) = (path.Points[^1], Heading(path.Points));
            var scale = 0.7 + (path.Width * 0.2);
            var (back, aside) = (HeadLength * scale, HeadBreadth * scale);
            var (left, right) = (
                new Point(tip.X - (x * back) - (y * aside), tip.Y - (y * back) + (x * aside)),
                new Point(tip.X - (x * back) + (y * aside), tip.Y - (y * back) - (x * aside)));
            svg.Append($"<path class='{role}h' d='M{Place(tip)}L{Place(left)}L{Place(right)}z'/>");
        }
    }

    /// <summary>The line ends inside its head, so that a wide line does not blunt the tip.</summary>
    private static IReadOnlyList<Point> Blunt(IReadOnlyList<Point> points)
    {
        var (x, y) = Heading(points);
        var tip = points[^1];
        return [.. points.SkipLast(1), new Point(tip.X - (x * (HeadLength - 2)), tip.Y - (y * (HeadLength - 2)))];
    }

    /// <summary>The direction, of length 1, in which a path arrives.</summary>
    private static (double X, double Y) Heading(IReadOnlyList<Point> points)
    {
        var tip = points[^1];
        for (var index = points.Count - 2; index >= 0; index--)
        {
            var (x, y) = (tip.X - points[index].X, tip.Y - points[index].Y);
            var length = Math.Sqrt((x * x) + (y * y));
            if (length > 0.5)
            {
                return (x / length, y / length);
            }
        }

        return (1, 0);
    }

    /// <summary>A path as SVG writes it.</summary>
    public static string Data(IReadOnlyList<Point> points, PathShape shape)
    {
        var data = new StringBuilder($"M{Place(points[0])}");
        for (var index = 1; index < points.Count; index++)
        {
            data.Append(shape == PathShape.Straight ? 'L' : index % 3 == 1 ? 'C' : ' ').Append(Place(points[index]));
        }

        return data.ToString();
    }

    private static string Place(Point point) => $"{Number(point.X)} {Number(point.Y)}";

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
