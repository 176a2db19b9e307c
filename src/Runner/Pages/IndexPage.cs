using System.Text;

namespace NotebookGrad.Runner.Pages;

/// <summary>The list of all notebooks of a run.</summary>
internal static class IndexPage
{
    public static string Write(IReadOnlyList<IndexEntry> entries)
    {
        var body = new StringBuilder("""
            <main>
            <h1>Notebooks</h1>
            <div class="scroll">
            <table class="index">
            <thead>
            <tr><th>Notebook</th><th class="number">Cells</th><th>Status</th><th class="number">Time</th></tr>
            </thead>
            <tbody>

            """);
        foreach (var entry in entries)
        {
            var title = Escape.Html(entry.Title);
            var link = entry.Address is { } address ? $"<a href=\"{Escape.Html(address)}\">{title}</a>" : title;
            body.Append($"<tr><td>{link}<small>{Escape.Html(entry.Path)}</small></td>");
            body.Append($"<td class=\"number\">{entry.Cells}</td>");
            body.Append($"<td class=\"{(entry.IsGood ? "good" : "bad")}\">{Escape.Html(entry.Status)}</td>");
            body.Append($"<td class=\"number\">{entry.Elapsed.TotalSeconds:0.0} s</td></tr>\n");
        }

        return PageFrame.Write("Notebooks", body.Append("</tbody>\n</table>\n</div>\n</main>\n").ToString());
    }
}
