namespace NotebookGrad.Layouts;

/// <summary>
/// Cubic Bézier curves as lists of points: a start, then two control points and an end for each curve.
/// </summary>
internal static class Bezier
{
    // Nobody sees so small a climb.
    private const double Straight = 1;

    /// <summary>Curves that run level through each point; where they climb nowhere they are one.</summary>
    public static IReadOnlyList<Point> Level(IReadOnlyList<Point> points)
    {
        var curves = new List<Point> { points[0] };
        for (var index = 1; index < points.Count; index++)
        {
            var (from, to) = (curves[^1], points[index]);
            if (IsLevel(from, to) && index + 1 < points.Count && IsLevel(from, points[index + 1]))
            {
                continue;
            }

            var middle = (from.X + to.X) / 2;
            curves.AddRange([new Point(middle, from.Y), new Point(middle, to.Y), to]);
        }

        return curves;
    }

    private static bool IsLevel(Point from, Point to) => Math.Abs(to.Y - from.Y) < Straight;
}
