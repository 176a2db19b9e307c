using System.Text;
using NotebookGrad.Layouts;

namespace NotebookGrad.Scenes;

/// <summary>
/// Writes a scene in characters: one unit is one character to the right and one line downwards. Paths must run
/// along rows and columns; where they meet they are joined. Boxes have no room and are left out.
/// </summary>
internal static class CharacterWriter
{
    private const int Up = 1;
    private const int Right = 2;
    private const int Down = 4;
    private const int Left = 8;

    // Indexed by the set of directions in which lines leave a cell.
    private const string Joints = " │─└││┌├─┘─┴┐┤┬┼";

    /// <summary>The lines of the picture, without blanks at their ends.</summary>
    public static string Write(Scene scene)
    {
        var cells = new string?[(int)Math.Ceiling(scene.Height), (int)Math.Ceiling(scene.Width)];
        var joints = new int[cells.GetLength(0), cells.GetLength(1)];
        foreach (var path in scene.Marks.OfType<PathMark>())
        {
            Draw(path, joints, cells);
        }

        foreach (var text in scene.Marks.OfType<TextMark>())
        {
            Draw(text, cells);
        }

        var lines = Enumerable.Range(0, cells.GetLength(0)).Select(row =>
        {
            var line = new StringBuilder();
            for (var column = 0; column < cells.GetLength(1); column++)
            {
                line.Append(cells[row, column] ?? Joints[joints[row, column]].ToString());
            }

            return line.ToString().TrimEnd();
        });
        return string.Join('\n', lines);
    }

    private static void Draw(PathMark path, int[,] joints, string?[,] cells)
    {
        for (var index = 1; index < path.Points.Count; index++)
        {
            var (column, row) = Cell(path.Points[index - 1]);
            var (lastColumn, lastRow) = Cell(path.Points[index]);
            var (across, down) = (Math.Sign(lastColumn - column), Math.Sign(lastRow - row));
            while (column != lastColumn || row != lastRow)
            {
                joints[row, column] |= across > 0 ? Right : across < 0 ? Left : down > 0 ? Down : Up;
                (column, row) = (column + across, row + down);
                joints[row, column] |= across > 0 ? Left : across < 0 ? Right : down > 0 ? Up : Down;
            }
        }

        if (path.Arrow)
        {
            var (column, row) = Cell(path.Points[^1]);
            cells[row, column] = "→";
        }
    }

    private static void Draw(TextMark text, string?[,] cells)
    {
        var (column, row) = Cell(new Point(text.X, text.Y));
        foreach (var rune in text.Text.EnumerateRunes())
        {
            var width = TextMetrics.Columns(rune);
            if (width == 0 && column > 0)
            {
                cells[row, column - 1] += rune.ToString();
            }
            else if (column + width <= cells.GetLength(1))
            {
                cells[row, column] = rune.ToString();
                for (var rest = 1; rest < width; rest++)
                {
                    cells[row, column + rest] = "";
                }

                column += width;
            }
        }
    }

    private static (int Column, int Row) Cell(Point point) => ((int)Math.Round(point.X), (int)Math.Round(point.Y));
}
