using System.Globalization;
using System.Text;
using NotebookGrad.Layouts;

namespace NotebookGrad.Scenes;

/// <summary>
/// Writes the data of SVG paths in few characters: distances rather than places, no blanks, and a level curve as the
/// line that it is. A thousand paths of one look are one path.
/// </summary>
internal sealed class SvgPath
{
    private const double HeadLength = 8;
    private const double HeadBreadth = 3.6;

    private readonly StringBuilder lines = new();
    private readonly StringBuilder heads = new();

    /// <summary>The lines.</summary>
    public string Lines => lines.ToString();

    /// <summary>The heads of arrows; empty where there are none.</summary>
    public string Heads => heads.ToString();

    /// <summary>The data of one line.</summary>
    public static string Of(IReadOnlyList<Point> points, PathShape shape)
    {
        var path = new SvgPath();
        path.Line(points, shape);
        return path.Lines;
    }

    /// <summary>Adds a path.</summary>
    public void Add(PathMark path)
    {
        if (!path.Arrow)
        {
            Line(path.Points, path.Shape);
            return;
        }

        // In steps of half a pixel, which no eye tells apart and which take fewer digits.
        var scale = 0.7 + (path.Width * 0.2);
        var (headLength, headBreadth) = (Halves(HeadLength * scale), Halves(HeadBreadth * scale));
        var line = ArrowEnd.Cut(path.Points, path.Shape, headLength - 1);
        Line(line, path.Shape);

        var (tip, back) = (path.Points[^1], line[^1]);
        var (x, y) = (tip.X - back.X, tip.Y - back.Y);
        var length = Math.Sqrt((x * x) + (y * y));
        (x, y) = length > 0 ? (x / length, y / length) : (1, 0);
        var aside = new Point(-y * headBreadth, x * headBreadth);
        var middle = new Point(tip.X - (x * headLength), tip.Y - (y * headLength));
        Place(heads.Append('M'), tip, default, digits: 1);
        Place(heads.Append('l'), new Point(middle.X + aside.X, middle.Y + aside.Y), tip, digits: 1);
        Side(new Point(Math.Round(-2 * aside.X, 1), Math.Round(-2 * aside.Y, 1)));
        heads.Append('z');
    }

    private void Side(Point way)
    {
        if (way.X == 0 || way.Y == 0)
        {
            Straight(heads, way, digits: 1);
        }
        else
        {
            Place(heads, way, default, digits: 1);
        }
    }

    private static double Halves(double length) => Math.Round(2 * length) / 2;

    // Curves are long and smooth: whole pixels do. What is drawn of straight lines may be finer.
    private void Line(IReadOnlyList<Point> points, PathShape shape)
    {
        var (digits, pieces) = shape == PathShape.Curved ? (0, 3) : (1, 1);
        var at = Rounded(points[0], digits);
        Place(lines.Append('M'), at, default, digits);
        var straight = new Point(0, 0);
        for (var index = pieces; index < points.Count; index += pieces)
        {
            Point[] piece = [.. points.Skip(index - pieces + 1).Take(pieces).Select(next => Rounded(next, digits))];
            var way = new Point(piece[^1].X - at.X, piece[^1].Y - at.Y);
            var isStraight = piece.All(point => point.Y == at.Y) || piece.All(point => point.X == at.X);
            if (isStraight && GoesOn(straight, way))
            {
                straight = new Point(straight.X + way.X, straight.Y + way.Y);
            }
            else
            {
                Straight(lines, straight, digits);
                straight = isStraight ? way : default;
            }

            if (!isStraight)
            {
                lines.Append(pieces == 3 ? 'c' : 'l');
                foreach (var point in piece)
                {
                    Place(lines, point, at, digits);
                }
            }

            at = piece[^1];
        }

        Straight(lines, straight, digits);
    }

    private static bool GoesOn(Point straight, Point way) =>
        (straight.X * way.X) + (straight.Y * way.Y) > 0 || straight == default || way == default;

    private static void Straight(StringBuilder data, Point way, int digits)
    {
        if (way != default)
        {
            Number(data.Append(way.X == 0 ? 'v' : 'h'), way.X + way.Y, digits, isFirst: true);
        }
    }

    private static Point Rounded(Point point, int digits) =>
        new(Math.Round(point.X, digits), Math.Round(point.Y, digits));

    private static void Place(StringBuilder data, Point point, Point origin, int digits)
    {
        Number(data, point.X - origin.X, digits, isFirst: char.IsLetter(data[^1]));
        Number(data, point.Y - origin.Y, digits, isFirst: false);
    }

    private static void Number(StringBuilder data, double value, int digits, bool isFirst)
    {
        var text = Math.Round(value, digits).ToString("0.#", CultureInfo.InvariantCulture);
        text = text switch
        {
            "-0" => "0",
            ['0', '.', ..] => text[1..],
            ['-', '0', '.', ..] => $"-{text[2..]}",
            _ => text,
        };
        data.Append(isFirst || text[0] == '-' ? "" : ",").Append(text);
    }
}
