using System.Text;
using NotebookGrad.Runner.Documents;

namespace NotebookGrad.Runner.Pages;

/// <summary>A notebook as one page of HTML that needs nothing else.</summary>
internal static class NotebookPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="notebook">The notebook, run or not.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="index">The way to the list of notebooks, as a relative address.</param>
    /// <param name="problem">Why not all of it was run, or null.</param>
    public static string Write(Notebook notebook, string title, string index, string? problem)
    {
        var body = new StringBuilder();
        body.Append($"<nav><a href=\"{Escape.Html(index)}\">All notebooks</a></nav>\n<main>\n");
        if (problem is not null)
        {
            body.Append($"<p class=\"banner\" role=\"status\">{Escape.Html(problem)}</p>\n");
        }

        foreach (var cell in notebook.Cells)
        {
            Add(body, cell);
        }

        return PageFrame.Write(title, body.Append("</main>\n").ToString());
    }

    /// <summary>The notebook's first heading, or null.</summary>
    public static string? Title(Notebook notebook) => notebook.Cells
        .Where(cell => cell.Kind == CellKind.Markdown)
        .Select(cell => MarkdownText.FirstHeading(cell.Source))
        .FirstOrDefault(title => title is not null);

    private static void Add(StringBuilder body, Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Markdown:
                body.Append($"<section class=\"markdown\">\n{MarkdownText.ToPage(cell.Source)}</section>\n");
                break;
            case CellKind.Raw:
                body.Append($"<section class=\"raw\"><pre>{Escape.Html(cell.Source)}</pre></section>\n");
                break;
            default:
                AddCode(body, cell);
                break;
        }
    }

    private static void AddCode(StringBuilder body, Cell cell)
    {
        var anchor = cell.ExecutionCount is { } number ? $" id=\"cell-{number}\"" : "";
        var count = cell.ExecutionCount?.ToString() ?? " ";
        var label = cell.IsForeign ? $"{Escape.Html(cell.Language)}, not run" : $"[{count}]";
        var code = cell.IsForeign ? Escape.Html(cell.Source) : Coloured(cell);
        body.Append($"<section class=\"code\"{anchor}>\n<div class=\"count\">{label}</div>\n");
        body.Append($"<pre class=\"source\"><code>{code}</code></pre>\n");
        foreach (var output in cell.Outputs.Items)
        {
            body.Append($"<div class=\"output\">{OutputHtml.Write(output)}</div>\n");
        }

        body.Append("</section>\n");
    }

    private static string Coloured(Cell cell) => cell.Language == Languages.CSharp
        ? CSharpColours.ToHtml(cell.Source)
        : Escape.Html(cell.Source);
}
