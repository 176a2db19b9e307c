using NotebookGrad.Layouts;

namespace NotebookGrad.Scenes;

/// <summary>Shortens a line where an arrow's head stands, so that a wide line does not blunt the tip.</summary>
internal static class ArrowEnd
{
    private const int Halvings = 12;

    /// <summary>The points of a line that stops a given distance before its tip.</summary>
    public static IReadOnlyList<Point> Cut(IReadOnlyList<Point> points, PathShape shape, double length)
    {
        var pieces = shape == PathShape.Curved ? 3 : 1;
        var tip = points[^1];
        var last = points.Count - 1 - pieces;
        while (last > 0 && Distance(points[last], tip) < length)
        {
            last -= pieces;
        }

        if (last < 0 || Distance(points[last], tip) < length)
        {
            return [points[0]];
        }

        Point[] piece = [.. points.Skip(last).Take(pieces + 1)];
        var (near, far) = (1.0, 0.0);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (near + far) / 2;
            var isFar = Distance(Start(piece, middle)[^1], tip) >= length;
            (near, far) = isFar ? (near, middle) : (middle, far);
        }

        return [.. points.Take(last), .. Start(piece, far)];
    }

    /// <summary>The first part of a curve by de Casteljau's construction.</summary>
    private static Point[] Start(Point[] piece, double part)
    {
        var start = new Point[piece.Length];
        var row = piece;
        for (var index = 0; index < start.Length; index++)
        {
            start[index] = row[0];
            row = [.. row.Zip(row.Skip(1), (one, other) =>
                new Point(one.X + (part * (other.X - one.X)), one.Y + (part * (other.Y - one.Y))))];
        }

        return start;
    }

    private static double Distance(Point one, Point other)
    {
        var (x, y) = (one.X - other.X, one.Y - other.Y);
        return Math.Sqrt((x * x) + (y * y));
    }
}
