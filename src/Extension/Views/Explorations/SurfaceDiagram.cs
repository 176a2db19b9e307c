using System.Text;

namespace NotebookGrad.Views;

/// <summary>
/// Writes a loss in a plane in characters: the deeper, the darker, with the weights as they are as a ●.
/// </summary>
internal static class SurfaceDiagram
{
    private const int Columns = 50;
    private const int Rows = 20;
    private const string Shades = "█▓▒░ ";

    /// <summary>The lines of the diagram.</summary>
    public static string Of(SurfaceReading reading)
    {
        var here = (Cell(reading.X.Place(0), Columns), Cell(reading.Y.Place(0), Rows));
        var path = reading.Path
            .Select(at => (Cell(reading.X.Place(at.X), Columns), Cell(reading.Y.Place(at.Y), Rows))).ToHashSet();
        var text = new StringBuilder();
        for (var row = Rows - 1; row >= 0; row--)
        {
            for (var column = 0; column < Columns; column++)
            {
                var loss = reading.At((double)column / (Columns - 1), (double)row / (Rows - 1));
                text.Append((column, row) == here ? '●' : path.Contains((column, row)) ? '·' : Shade(reading, loss));
            }

            text.Append('\n');
        }

        return text + $"{Shades[0]} low … {Shades[3]} high  ● the weights as they are"
            + (path.Count > 0 ? "  · the way" : "");
    }

    // By the share of the levels that lie above.
    private static char Shade(SurfaceReading reading, double loss)
    {
        if (!double.IsFinite(loss))
        {
            return double.IsNaN(loss) ? '?' : '∞';
        }

        var above = reading.Levels.Count(level => loss <= level);
        return Shades[^(1 + (int)Math.Round((Shades.Length - 1.0) * above / Math.Max(1, reading.Levels.Count)))];
    }

    private static int Cell(double place, int count) => (int)Math.Round(place * (count - 1));
}
