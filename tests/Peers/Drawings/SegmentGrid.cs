using NotebookGrad.Layouts;

namespace NotebookGrad.Peers.Drawings;

/// <summary>Segments of a drawing by the square cells that they pass, so that only neighbours are compared.</summary>
internal sealed class SegmentGrid
{
    // About so many cells a segment: fewer make full cells, more make long lists of cells.
    private const double CellsPerSegment = 2;

    private readonly double left;
    private readonly double top;
    private readonly double side;
    private readonly int columns;
    private readonly int rows;

    public SegmentGrid(Segment[] segments)
    {
        (left, top) = (double.PositiveInfinity, double.PositiveInfinity);
        var (right, bottom) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (var (_, from, to) in segments)
        {
            left = Math.Min(left, Math.Min(from.X, to.X));
            right = Math.Max(right, Math.Max(from.X, to.X));
            top = Math.Min(top, Math.Min(from.Y, to.Y));
            bottom = Math.Max(bottom, Math.Max(from.Y, to.Y));
        }

        var (width, height) = (Math.Max(right - left, 1), Math.Max(bottom - top, 1));
        side = Math.Sqrt(width * height / (CellsPerSegment * Math.Max(segments.Length, 1)));
        side = Math.Max(side, Math.Max(width, height) / 4000);
        columns = segments.Length == 0 ? 0 : (int)(width / side) + 1;
        rows = segments.Length == 0 ? 0 : (int)(height / side) + 1;
        Cells = new List<int>?[columns * rows];
        for (var index = 0; index < segments.Length; index++)
        {
            Enter(index, segments[index]);
        }
    }

    /// <summary>The numbers of the segments in each cell; null where there are none.</summary>
    public List<int>?[] Cells { get; }

    /// <summary>The cell of a point.</summary>
    public int CellOf(Point point) => (Row(point.Y) * columns) + Column(point.X);

    /// <summary>The cells that an area meets.</summary>
    public IEnumerable<int> CellsOf(LayoutArea area)
    {
        if (columns == 0)
        {
            yield break;
        }

        for (var row = Row(area.Y); row <= Row(area.Y + area.Height); row++)
        {
            for (var column = Column(area.X); column <= Column(area.X + area.Width); column++)
            {
                yield return (row * columns) + column;
            }
        }
    }

    private int Column(double x) => Math.Clamp((int)((x - left) / side), 0, columns - 1);

    private int Row(double y) => Math.Clamp((int)((y - top) / side), 0, rows - 1);

    private void Enter(int index, Segment segment)
    {
        var (a, b) = segment.From.X <= segment.To.X ? (segment.From, segment.To) : (segment.To, segment.From);
        for (var column = Column(a.X); column <= Column(b.X); column++)
        {
            // What rounding might put into the neighbouring cell is entered there, too.
            var (first, second) = (HeightAt(left + (column * side)), HeightAt(left + ((column + 1) * side)));
            var slack = side * 1e-6;
            var last = Row(Math.Max(first, second) + slack);
            for (var row = Row(Math.Min(first, second) - slack); row <= last; row++)
            {
                (Cells[(row * columns) + column] ??= []).Add(index);
            }
        }

        double HeightAt(double x) => b.X - a.X < 1e-9
            ? (x <= a.X ? a.Y : b.Y)
            : a.Y + (Math.Clamp((x - a.X) / (b.X - a.X), 0, 1) * (b.Y - a.Y));
    }
}
