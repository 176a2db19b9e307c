using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws a curve in characters: a sign a series, at the mean of the numbers that share a column.</summary>
internal static class CurveDiagram
{
    private const int Columns = 64;
    private const int Rows = 13;

    /// <summary>The signs of the series.</summary>
    public const string Signs = "●○×+◆◇";

    /// <summary>The lines of the plot.</summary>
    public static string Of(CurveReading reading)
    {
        var labels = Labels(reading.Y, Rows).Select(label => (Row: Rows - 1 - label.Cell, label.Text)).ToArray();
        var left = labels.Max(label => TextMetrics.Columns(label.Text)) + 1;
        var marks = new List<Mark>
        {
            new PathMark(Role.Mute, [new Point(left, 0), new Point(left, Rows), new Point(left + Columns, Rows)]),
        };
        foreach (var (row, text) in labels)
        {
            marks.Add(Text(left - 1 - TextMetrics.Columns(text), row, text));
            marks.Add(Text(left, row, "┤"));
        }

        for (var series = 0; series < reading.Names.Count; series++)
        {
            var sign = Signs[series % Signs.Length].ToString();
            marks.AddRange(reading.Runs(series, int.MaxValue)
                .SelectMany(run => run)
                .GroupBy(point => Cell(point.X, Columns), point => point.Y)
                .Select(column => Text(left + 1 + column.Key, Rows - 1 - Cell(column.Average(), Rows), sign)));
        }

        var end = 0;
        foreach (var (cell, text) in Labels(reading.X, Columns))
        {
            var start = Math.Max(0, left + 1 + cell - (TextMetrics.Columns(text) / 2));
            if (start >= end)
            {
                marks.Add(Text(start, Rows + 1, text));
                end = start + TextMetrics.Columns(text) + 2;
            }
        }

        marks.Add(Text(end, Rows + 1, reading.XLabel));
        var width = Math.Max(left + Columns, end + TextMetrics.Columns(reading.XLabel)) + 1;
        return CharacterWriter.Write(new Scene(width, Rows + 2, reading.Title, marks));
    }

    private static TextMark Text(double x, double y, string text) => new(Role.Plain, x, y, text, 1, Face.Mono);

    private static int Cell(double place, int count) => (int)Math.Round(place * (count - 1));

    private static IEnumerable<(int Cell, string Text)> Labels(CurveAxis axis, int count) =>
        axis.Ticks.Select(tick => (Cell(axis.Place(tick), count), NumberText.Of(tick)));
}
