using System.Text;

namespace NotebookGrad.Views;

/// <summary>
/// Writes a classifier's decisions in characters: the sign of the class where it is sure, a dot where it is not, a ×
/// where a point is classified wrongly.
/// </summary>
internal static class BoundaryDiagram
{
    private const int Columns = 56;
    private const int Rows = 20;

    /// <summary>The lines of the diagram.</summary>
    public static string Of(BoundaryReading reading)
    {
        var least = BoundaryReading.Confidences[0];
        var wrong = reading.Points(point => !point.IsRight, int.MaxValue)
            .Select(point => (Cell(reading.X.Place(point.X), Columns), Cell(reading.Y.Place(point.Y), Rows)))
            .ToHashSet();
        var text = new StringBuilder();
        for (var row = Rows - 1; row >= 0; row--)
        {
            for (var column = 0; column < Columns; column++)
            {
                var decision = reading.At((double)column / (Columns - 1), (double)row / (Rows - 1));
                text.Append(wrong.Contains((column, row)) ? '×'
                    : decision.Class < 0 ? '?'
                    : decision.Probability >= least ? KindSigns.Letter(decision.Class) : '·');
            }

            text.Append('\n');
        }

        string[] signs =
        [
            .. reading.Seen.Select(one => $"{KindSigns.Letter(one)} {reading.NameOf(one)}"),
            $"· less than {100 * least:0}% sure", "× wrong",
        ];
        return text + string.Join("  ", signs);
    }

    private static int Cell(double place, int count) => (int)Math.Round(place * (count - 1));
}
