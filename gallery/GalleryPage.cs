using System.Net;
using System.Text;
using NotebookGrad.Exports;
using NotebookGrad.Views;

namespace NotebookGrad.Gallery;

/// <summary>The page on which everything hangs.</summary>
internal static class GalleryPage
{
    private const int MostLines = 24;

    private const string Rules =
        """
        body { max-width: 1040px; margin: 0 auto; padding: 16px; font: 16px/1.5 system-ui, sans-serif }
        h2 { margin: 2em 0 0 } h3 { margin: 2em 0 0 } p { margin: .2em 0 }
        pre.file { padding: 8px 14px; overflow-x: auto; font: 12px/1.5 ui-monospace, monospace;
          border: 1px solid light-dark(#d5dae1, #3a434e); border-radius: 10px }
        pre.code { padding: 8px 14px; overflow-x: auto; font: 12.5px/1.5 ui-monospace, monospace;
          background: light-dark(#f6f8fa, #1d232a) }
        @media (max-width: 500px) { body { padding: 8px } }
        nav a { margin-right: 1em; color: light-dark(#0a64a6, #74baf3) }

        """;

    /// <summary>The whole page; the same bytes each time.</summary>
    public static string Write(IReadOnlyList<Room> rooms)
    {
        var page = new StringBuilder("<h1>Gallery</h1>\n")
            .Append("<p>Every view of NotebookGrad, each below the code that made it. No script runs here.</p>\n");
        page.Append("<nav>");
        for (var room = 0; room < rooms.Count; room++)
        {
            page.Append($"<a href=\"#room{room + 1}\">{WebUtility.HtmlEncode(rooms[room].Title)}</a>");
        }

        page.Append("</nav>\n");
        for (var room = 0; room < rooms.Count; room++)
        {
            page.Append($"<h2 id=\"room{room + 1}\">{WebUtility.HtmlEncode(rooms[room].Title)}</h2>\n");
            foreach (var (number, exhibit) in rooms[room].Exhibits.Index())
            {
                page.Append($"<h3>{WebUtility.HtmlEncode(exhibit.Title)}</h3>\n")
                    .Append($"<p>{WebUtility.HtmlEncode(exhibit.Words)}</p>\n")
                    .Append($"<pre class=\"code\">{WebUtility.HtmlEncode(exhibit.Code)}</pre>\n")
                    .Append(Shown(exhibit, $"room{room + 1}-{number + 1}-"))
                    .Append('\n');
            }
        }

        return HtmlPage.Of("Gallery", page.ToString(), Rules);
    }

    // Drawn by chance, a token would make other bytes each time.
    private static string Shown(Exhibit exhibit, string token) => exhibit.SavedAs is { } file
        ? $"<pre class=\"file\">{WebUtility.HtmlEncode(Beginning(ExportFile.Content(exhibit.Show(), file)))}</pre>"
        : ViewOf.Thing(exhibit.Show()).ToHtml(token);

    private static string Beginning(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var more = lines.Length - MostLines;
        return string.Join('\n', lines.Take(MostLines)) + (more > 0 ? $"\n… {more:N0} more lines" : "");
    }
}
