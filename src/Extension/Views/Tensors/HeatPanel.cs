using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Draws matrices as cells. Colour is centred on zero; below zero is also round and above it square, so that the sign
/// can be told without colour.
/// </summary>
/// <param name="largest">The size that has the full colour.</param>
/// <param name="side">How far apart neighbouring cells are.</param>
internal sealed class HeatPanel(double largest, double side)
{
    // As many shades as an eye tells apart.
    private const int Steps = 6;
    private const double Gap = 1;

    private readonly SortedDictionary<(Role Role, CellShape Shape, int Step), List<Point>> cells = [];

    /// <summary>Takes a slice at a corner and tells its size.</summary>
    public (double Width, double Height) Add(ElementSlice slice, double x, double y)
    {
        foreach (var (row, blocks) in slice.Blocks.Index())
        {
            foreach (var (column, block) in blocks.Index())
            {
                var key = Look(block.Mean);
                (cells.TryGetValue(key, out var places) ? places : cells[key] = [])
                    .Add(new Point(x + (column * side), y + (row * side)));
            }
        }

        var columns = slice.Blocks.Select(row => row.Count).DefaultIfEmpty(0).Max();
        return (Math.Max(0, (columns * side) - Gap), Math.Max(0, (slice.Blocks.Count * side) - Gap));
    }

    /// <summary>What was taken, one mark for all cells that look alike.</summary>
    public IEnumerable<Mark> Draw()
    {
        foreach (var ((role, shape, step), places) in cells)
        {
            // Zero is a dot in the middle of its cell; a cross stays off its neighbours.
            var inset = role == Role.Mute ? (side - Gap - 2) / 2 : role == Role.Warning ? 1 : 0;
            yield return new CellsMark(
                role,
                [.. places.Select(place => new Point(place.X + inset, place.Y + inset))],
                side - Gap - (2 * inset),
                shape,
                (double)step / Steps);
        }
    }

    private (Role Role, CellShape Shape, int Step) Look(double value) => value switch
    {
        double.NaN => (Role.Warning, CellShape.Cross, Steps),
        _ when double.IsInfinity(value) => (Role.Warning, CellShape.Bow, Steps),
        0 => (Role.Mute, CellShape.Square, Steps),
        < 0 => (Role.Negative, CellShape.Disc, Step(value)),
        _ => (Role.Positive, CellShape.Square, Step(value)),
    };

    private int Step(double value) => Math.Clamp((int)Math.Ceiling(Steps * (Math.Abs(value) / largest)), 1, Steps);
}
