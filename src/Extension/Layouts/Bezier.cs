namespace NotebookGrad.Layouts;

/// <summary>
/// Cubic Bézier curves as lists of points: a start, then two control points and an end for each curve.
/// </summary>
internal static class Bezier
{
    /// <summary>Curves that run level through each point.</summary>
    public static IReadOnlyList<Point> Level(IReadOnlyList<Point> points)
    {
        var curves = new List<Point> { points[0] };
        for (var index = 1; index < points.Count; index++)
        {
            var (from, to) = (points[index - 1], points[index]);
            var middle = (from.X + to.X) / 2;
            curves.AddRange([new Point(middle, from.Y), new Point(middle, to.Y), to]);
        }

        return curves;
    }
}
