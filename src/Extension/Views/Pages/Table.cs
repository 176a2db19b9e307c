using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Rows of cells, as an HTML table with headings and as columns of characters without.</summary>
/// <param name="headings">What stands above each column.</param>
/// <param name="rows">The cells, as many a row as there are headings.</param>
/// <param name="numbers">Which columns hold numbers, from 0: they end at one place.</param>
internal sealed class Table(IReadOnlyList<string> headings, IReadOnlyList<TextRun[]> rows, params int[] numbers)
{
    private static readonly string OwnRow = $" class=\"nbgrad-e\" style=\"{HtmlCard.OwnColours}\"";

    /// <summary>Writes the table.</summary>
    public HtmlCard WriteTo(HtmlCard card)
    {
        card.Raw("<table class=\"nbgrad-e\" cellpadding=\"3\" style=\"margin:0;font-size:12.5px;")
            .Raw($"{HtmlCard.OwnColours}\"><thead>");
        WriteRow(card, OwnRow, headings.Select((heading, column) =>
            ("th scope=\"col\"" + Style(column), new TextRun(Role.Mute, heading))));
        card.Raw("</thead><tbody>");
        foreach (var row in rows)
        {
            WriteRow(card, OwnRow, row.Select((run, column) => ("td" + Style(column), run)));
        }

        return card.Raw("</tbody></table>");
    }

    /// <summary>Writes a row of a table.</summary>
    /// <param name="card">Where the table stands.</param>
    /// <param name="attributes">The attributes of the row, each behind a blank.</param>
    /// <param name="cells">Each cell's tag with its attributes, and its text.</param>
    public static void WriteRow(HtmlCard card, string attributes, IEnumerable<(string Tag, TextRun Run)> cells)
    {
        card.Raw($"<tr{attributes}>");
        foreach (var (tag, run) in cells)
        {
            card.Raw($"<{tag}>").Run(run).Close(tag[..2]);
        }

        card.Close("tr");
    }

    /// <summary>The rows in characters.</summary>
    public IEnumerable<string> Lines()
    {
        var widths = Enumerable.Range(0, headings.Count)
            .Select(column => rows.Select(row => TextMetrics.Columns(row[column].Text)).DefaultIfEmpty(0).Max())
            .ToArray();
        string Pad(string text, int column)
        {
            var blanks = new string(' ', widths[column] - TextMetrics.Columns(text));
            return numbers.Contains(column) ? blanks + text : text + blanks;
        }

        return rows.Select(row =>
            "  " + string.Join("  ", row.Select((cell, column) => Pad(cell.Text, column))).TrimEnd());
    }

    // Sentences, which stand last, may have several lines; numbers need no room for them. JupyterLab, where our sheet
    // is taken away, would align all cells to the right.
    private string Style(int column) => numbers.Contains(column) ? " align=\"right\""
        : column < headings.Count - 1 ? " style=\"text-align:left\""
        : " style=\"text-align:left;white-space:normal;min-width:120px\"";
}
