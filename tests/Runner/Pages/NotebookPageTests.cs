using NotebookGrad.Runner.Documents;
using NotebookGrad.Runner.Outputs;
using NotebookGrad.Runner.Pages;

namespace NotebookGrad.Runner.Tests.Pages;

public class NotebookPageTests
{
    [Fact]
    public void Text_is_escaped_everywhere()
    {
        const string Evil = "<script>alert(1)</script>";
        var cell = Code("csharp", $"var x = \"{Evil}\"; {Evil}");
        cell.Outputs.Add(new TextOutput(false, Evil));
        cell.Outputs.Add(new TextOutput(true, Evil));
        cell.Outputs.Add(new ErrorOutput(Evil, Evil, [Evil, Evil]));
        cell.Outputs.Add(Data("text/plain", Evil));
        cell.Outputs.Add(Data("application/json", Evil));
        cell.Outputs.Add(Data("image/png", $"\"{Evil}"));
        cell.Outputs.Add(Data("image/svg+xml", Evil));
        var raw = new Cell { Kind = CellKind.Raw, Language = "csharp", Source = Evil };
        var page = NotebookPage.Write(
            new Notebook([cell, Code(Evil, Evil), raw], []), Evil, $"\"{Evil}", Evil);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page);
    }

    [Fact]
    public void A_page_is_complete_and_calls_nobody()
    {
        var markdown = new Cell { Kind = CellKind.Markdown, Language = "markdown", Source = "# Title" };
        var cell = Code("csharp", "1");
        cell.ExecutionCount = 1;
        cell.Outputs.Add(Data("text/html", "<b>bold</b>"));
        cell.Outputs.Add(Data("image/png", "AAAA\n"));
        var notebook = new Notebook([markdown, cell], []);
        var page = NotebookPage.Write(notebook, NotebookPage.Title(notebook)!, "../index.html", null);
        Assert.StartsWith("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">", page);
        Assert.Contains("name=\"viewport\"", page);
        Assert.Contains("default-src 'none'", page);
        Assert.Contains("<title>Title</title>", page);
        Assert.Contains("href=\"../index.html\"", page);
        Assert.Contains("<b>bold</b>", page);
        Assert.Contains("src=\"data:image/png;base64,AAAA\"", page);
        Assert.DoesNotContain("http:", page);
        Assert.DoesNotContain("https:", page);
        Assert.DoesNotContain("<link", page);
    }

    [Fact]
    public void Html_wins_over_pictures_and_pictures_over_text()
    {
        var all = new Dictionary<string, string>
        {
            ["text/plain"] = "plain", ["image/svg+xml"] = "<svg/>", ["text/html"] = "<i>html</i>",
        };
        Assert.Contains("<i>html</i>", OutputHtml.Write(new DataOutput(all)));
        all.Remove("text/html");
        Assert.Contains("data:image/svg+xml;base64,PHN2Zy8+", OutputHtml.Write(new DataOutput(all)));
        all.Remove("image/svg+xml");
        Assert.Contains("plain", OutputHtml.Write(new DataOutput(all)));
    }

    [Fact]
    public void The_list_links_to_pages_and_says_how_it_went()
    {
        var page = IndexPage.Write(
        [
            new IndexEntry("A & B", "a%20b.html", "a b.ipynb", 3, "passed", true, TimeSpan.FromSeconds(1.25)),
            new IndexEntry("bad.dib", null, "bad.dib", 0, "unreadable", false, TimeSpan.Zero),
        ]);
        Assert.Contains("<a href=\"a%20b.html\">A &amp; B</a>", page);
        Assert.Contains("<td class=\"good\">passed</td>", page);
        Assert.Contains("<td class=\"bad\">unreadable</td>", page);
        Assert.Contains("1.3 s", page);
    }

    private static Cell Code(string language, string source) =>
        new() { Kind = CellKind.Code, Language = language, Source = source };

    private static DataOutput Data(string mimeType, string value) =>
        new(new Dictionary<string, string> { [mimeType] = value });
}
