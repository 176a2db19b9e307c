using NotebookGrad.Layouts;

namespace NotebookGrad.Tests.Layouts;

/// <summary>What lies where, to within rounding.</summary>
internal static class Areas
{
    private const double Rounding = 1e-6;

    /// <summary>Whether two areas have inner points in common.</summary>
    public static bool Overlap(LayoutArea first, LayoutArea second) =>
        first.X < second.X + second.Width - Rounding && second.X < first.X + first.Width - Rounding
        && first.Y < second.Y + second.Height - Rounding && second.Y < first.Y + first.Height - Rounding;

    /// <summary>Whether a point lies inside an area, not on its side.</summary>
    public static bool IsInside(Point point, LayoutArea area) =>
        point.X > area.X + Rounding && point.X < area.X + area.Width - Rounding
        && point.Y > area.Y + Rounding && point.Y < area.Y + area.Height - Rounding;

    /// <summary>Points along Bézier curves.</summary>
    public static IEnumerable<Point> Points(IReadOnlyList<Point> curves, int steps = 24)
    {
        for (var index = 0; index + 3 < curves.Count; index += 3)
        {
            for (var step = 0; step <= steps; step++)
            {
                yield return At([.. curves.Skip(index).Take(4)], (double)step / steps);
            }
        }
    }

    // De Casteljau: between points between points.
    private static Point At(Point[] points, double t)
    {
        while (points.Length > 1)
        {
            points = [.. points.Zip(points.Skip(1), (from, to) => new Point(
                from.X + (t * (to.X - from.X)),
                from.Y + (t * (to.Y - from.Y))))];
        }

        return points[0];
    }
}
