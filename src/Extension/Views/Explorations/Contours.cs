using NotebookGrad.Layouts;

namespace NotebookGrad.Views;

/// <summary>
/// Where numbers on a grid reach a level, by marching squares (Lorensen and Cline's marching cubes, 1987, in the
/// plane): numbers between neighbours are interpolated; what is not finite, and what lies outside, is below every
/// level.
/// </summary>
internal static class Contours
{
    // The corners of a cell, in the order of its sides: side i leads from corner i to the next.
    private static readonly (int Column, int Row)[] Corners = [(0, 0), (1, 0), (1, 1), (0, 1)];

    /// <summary>
    /// The lines around all that is at the level or above: closed, those around holes turned the other way.
    /// </summary>
    /// <param name="field">The number at a column and a row.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="level">The level.</param>
    public static IReadOnlyList<IReadOnlyList<ContourPoint>> Rings(
        Func<int, int, double> field, int columns, int rows, double level)
    {
        var next = new Dictionary<Crossing, Crossing>();
        for (var row = -1; row < rows; row++)
        {
            for (var column = -1; column < columns; column++)
            {
                AddCell(next, Value, column, row, level);
            }
        }

        var rings = new List<IReadOnlyList<ContourPoint>>();
        foreach (var start in next.Keys.ToArray())
        {
            var ring = new List<ContourPoint>();
            for (var at = start; next.Remove(at, out var following); at = following)
            {
                ring.Add(Place(at, Value, level));
            }

            if (ring.Count > 0)
            {
                rings.Add(ring);
            }
        }

        return rings;

        double Value(int column, int row) =>
            column >= 0 && column < columns && row >= 0 && row < rows && double.IsFinite(field(column, row))
                ? field(column, row)
                : double.NaN;
    }

    /// <summary>The same at every n-th number only, with places as shares of the whole grid.</summary>
    public static IReadOnlyList<IReadOnlyList<ContourPoint>> Shares(
        Func<int, int, double> field, int columns, int rows, int stride, double level)
    {
        if (columns == 0 || rows == 0)
        {
            return [];
        }

        var rings = Rings(
            (column, row) => field(column * stride, row * stride),
            ((columns - 1) / stride) + 1,
            ((rows - 1) / stride) + 1,
            level);
        return [.. rings.Select(ring => ring.Select(point => point with
        {
            Place = new Point(Share(point.Place.X, columns), Share(point.Place.Y, rows)),
        }).ToArray())];

        double Share(double place, int count) => stride * place / Math.Max(1, count - 1);
    }

    /// <summary>The parts of rings at which the level itself is met, without the edges of what is known.</summary>
    public static IEnumerable<IReadOnlyList<Point>> Lines(IEnumerable<IReadOnlyList<ContourPoint>> rings)
    {
        foreach (var ring in rings)
        {
            // From an edge once around, so that no line is cut where the ring happens to begin.
            var start = ring.ToList().FindIndex(point => point.IsEdge);
            var line = new List<Point>();
            for (var i = 0; i <= ring.Count; i++)
            {
                var point = ring[(Math.Max(0, start) + i) % ring.Count];
                if (!point.IsEdge)
                {
                    line.Add(point.Place);
                }

                if (line.Count > 1 && (point.IsEdge || i == ring.Count))
                {
                    yield return line;
                }

                line = point.IsEdge ? [] : line;
            }
        }
    }

    /// <summary>
    /// Adds the pieces of lines inside a cell; what is above lies to their right, as one looks along.
    /// </summary>
    private static void AddCell(
        Dictionary<Crossing, Crossing> next, Func<int, int, double> value, int column, int row, double level)
    {
        var corners = Array.ConvertAll(Corners, corner => value(column + corner.Column, row + corner.Row));
        var above = Array.ConvertAll(corners, corner => corner >= level);

        // Where both diagonals differ, the middle decides which corners belong together.
        var isSaddle = above[0] == above[2] && above[1] == above[3] && above[0] != above[1];
        var joins = isSaddle && corners.Average() >= level;
        for (var side = 0; side < Corners.Length; side++)
        {
            if (above[side] && !above[(side + 1) % 4])
            {
                var end = side;
                do
                {
                    end = (end + (joins ? 1 : 3)) % 4;
                }
                while (above[end] || !above[(end + 1) % 4]);

                next[On(column, row, side)] = On(column, row, end);
            }
        }
    }

    /// <summary>The crossing on a side of a cell, which it shares with the neighbour.</summary>
    private static Crossing On(int column, int row, int side) => side switch
    {
        0 => new(column, row, IsAcross: true),
        1 => new(column + 1, row, IsAcross: false),
        2 => new(column, row + 1, IsAcross: true),
        _ => new(column, row, IsAcross: false),
    };

    private static ContourPoint Place(Crossing at, Func<int, int, double> value, double level)
    {
        var (column, row) = at.IsAcross ? (at.Column + 1, at.Row) : (at.Column, at.Row + 1);
        var (near, far) = (value(at.Column, at.Row), value(column, row));

        // What lies beyond is not known: the line ends at the last that is.
        var isEdge = double.IsNaN(near) || double.IsNaN(far);
        var part = double.IsNaN(near) ? 1 : double.IsNaN(far) ? 0 : Share(near, far, level);
        return new ContourPoint(
            new Point(at.Column + (part * (column - at.Column)), at.Row + (part * (row - at.Row))), isEdge);
    }

    // In halves, whose differences are finite; what is too near to tell apart is met in the middle.
    private static double Share(double near, double far, double level)
    {
        var share = ((near / 2) - (level / 2)) / ((near / 2) - (far / 2));
        return double.IsNaN(share) ? 0.5 : Math.Clamp(share, 0, 1);
    }

    /// <summary>A place between a point of the grid and its neighbour to the right, or below.</summary>
    private readonly record struct Crossing(int Column, int Row, bool IsAcross);
}
