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
        var (side, half) = (Number(cells.Side), Number(cells.Side / 2));
        svg.Append($"<path class='{SvgStyle.Class(cells.Role)}'{Opacity(cells.Strength)} d='");
        foreach (var (x, y) in cells.Places)
        {
            var arc = $"a{half} {half} 0 1 0 ";
            svg.Append(cells.IsRound
                ? $"M{Number(x)} {Number(y + (cells.Side / 2))}{arc}{side} 0{arc}-{side} 0"
                : $"M{Number(x)} {Number(y)}h{side}v{side}h-{side}z");
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
        var points = path.Points.ToList();
        var tip = points[^1];
        var direction = 0;
        if (path.Arrow)
        {
            // A level piece shorter than the head would be hidden by it, and leave it without a direction.
            while (points.Count > 2 && Math.Abs(tip.X - points[^2].X) < HeadLength)
            {
                points.RemoveAt(points.Count - 2);
            }

            // The line ends inside the head, so that a wide line does not blunt the tip.
            direction = Math.Sign(tip.X - points[^2].X);
            points[^1] = tip with { X = tip.X - (direction * (HeadLength - 2)) };
        }

        var role = SvgStyle.Class(path.Role);
        svg.Append($"<path class='{role}' d='{Data(points, path.Shape)}' stroke-width='{Number(path.Width)}'")
            .Append(path.Dashed ? " stroke-dasharray='4 3'/>" : "/>");
        if (path.Arrow)
        {
            var length = HeadLength * (0.7 + (path.Width * 0.2));
            var breadth = HeadBreadth * (0.7 + (path.Width * 0.2));
            var x = Number(tip.X - (direction * length));
            svg.Append($"<path class='{role}h' d='M{Number(tip.X)} {Number(tip.Y)}L{x} {Number(tip.Y - breadth)}")
                .Append($"V{Number(tip.Y + breadth)}z'/>");
        }
    }

    private static string Data(IReadOnlyList<Point> points, PathShape shape)
    {
        var data = new StringBuilder($"M{Number(points[0].X)} {Number(points[0].Y)}");
        for (var index = 1; index < points.Count; index++)
        {
            var (from, to) = (points[index - 1], points[index]);
            if (shape == PathShape.Straight || Math.Abs(from.Y - to.Y) < 0.05)
            {
                data.Append($"L{Number(to.X)} {Number(to.Y)}");
            }
            else
            {
                var middle = Number((from.X + to.X) / 2);
                data.Append($"C{middle} {Number(from.Y)} {middle} {Number(to.Y)} {Number(to.X)} {Number(to.Y)}");
            }
        }

        return data.ToString();
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
