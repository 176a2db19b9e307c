using NotebookGrad.Layouts;

namespace NotebookGrad.Peers.Drawings;

/// <summary>Turns cubic Bézier curves into lines that stay close to them.</summary>
internal static class Flattening
{
    /// <summary>How far a line may lie from its curve, in points.</summary>
    public const double Tolerance = 0.05;

    /// <summary>Curves as a start, then two control points and an end for each.</summary>
    public static IReadOnlyList<Point> Line(IReadOnlyList<Point> curves)
    {
        var points = new List<Point> { curves[0] };
        for (var index = 1; index + 2 < curves.Count; index += 3)
        {
            Append(points, curves[index - 1], curves[index], curves[index + 1], curves[index + 2]);
        }

        return points;
    }

    // The distance between a cubic curve and its chord is at most 3/4 of the larger second difference (Wang 1984), and
    // falls with the square of the number of pieces.
    private static void Append(List<Point> points, Point start, Point first, Point second, Point end)
    {
        var bend = Math.Max(Bend(start, first, second), Bend(first, second, end));
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Sqrt(0.75 * bend / Tolerance)));
        for (var piece = 1; piece <= pieces; piece++)
        {
            var t = (double)piece / pieces;
            var s = 1 - t;
            var (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t);
            points.Add(new Point(
                (a * start.X) + (b * first.X) + (c * second.X) + (d * end.X),
                (a * start.Y) + (b * first.Y) + (c * second.Y) + (d * end.Y)));
        }
    }

    private static double Bend(Point a, Point b, Point c) =>
        Math.Sqrt(Math.Pow(a.X - (2 * b.X) + c.X, 2) + Math.Pow(a.Y - (2 * b.Y) + c.Y, 2));
}
