using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>The mean sizes of gradients as a map: a row a weight, columns of equally many steps.</summary>
internal sealed class StepMap
{
    /// <summary>How many shades there are.</summary>
    public const int Levels = 8;

    // Less than a power of ten shows differences that do not matter; more than ten press all else together.
    private const double LeastDecades = 1;
    private const double MostDecades = 10;

    private readonly double high;
    private readonly double decades;

    /// <summary>The map of a flow with at most so many columns.</summary>
    public StepMap(FlowReading reading, int mostColumns)
    {
        var moments = reading.Flow.Moments;
        var (first, last) = (moments[0].FirstStep, moments[^1].LastStep);
        var steps = Math.Max(1.0, (double)last - first + 1);
        var columns = (int)Math.Min(mostColumns, steps);
        Rows = [.. reading.Rows.Select(_ => new MapCell[columns])];
        for (int column = 0, begin = 0; column < columns; column++)
        {
            // A moment lasts until the next begins.
            double Start(int index) => (moments[index].FirstStep - (double)first) * columns / steps;
            while (begin + 1 < moments.Count && Start(begin + 1) <= column)
            {
                begin++;
            }

            var end = begin + 1;
            while (end < moments.Count && Start(end) < column + 1)
            {
                end++;
            }

            FlowMoment[] covered = [.. moments.Skip(begin).Take(end - begin)];
            foreach (var (row, weight) in reading.Rows.Index())
            {
                Rows[row][column] = MapCell.Of([.. covered.Select(weight.Layer.Gradient).OfType<Magnitudes>()]);
            }
        }

        double[] sizes = [.. Rows.SelectMany(row => row).Select(cell => Math.Log10(cell.Size)).Where(double.IsFinite)];
        high = sizes.DefaultIfEmpty(0).Max();
        decades = Math.Clamp(high - sizes.DefaultIfEmpty(0).Min(), LeastDecades, MostDecades);
    }

    /// <summary>The cells, row by row.</summary>
    public IReadOnlyList<MapCell[]> Rows { get; }

    /// <summary>The size at which the lightest shade ends, and the one at which the darkest does.</summary>
    public (double Low, double High) Range => (Math.Pow(10, high - decades), Math.Pow(10, high));

    /// <summary>The shade of a size above zero, from 1 to <see cref="Levels"/>.</summary>
    public int Level(double size) =>
        Math.Clamp((int)Math.Ceiling(Levels * (1 - ((high - Math.Log10(size)) / decades))), 1, Levels);
}
