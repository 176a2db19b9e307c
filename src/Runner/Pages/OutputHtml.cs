using System.Text;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Pages;

/// <summary>An output of a cell as HTML: of its MIME types, the one that shows most.</summary>
internal static class OutputHtml
{
    public static string Write(CellOutput output) => output switch
    {
        TextOutput { IsError: true } text => $"<pre class=\"text stderr\">{Escape.Html(text.Text)}</pre>",
        TextOutput text => Text(text.Text),
        ErrorOutput error => Error(error),
        DataOutput data => Data(data.Data),
        _ => throw new NotSupportedException($"{output.GetType().Name} is no part of a page."),
    };

    private static string Data(IReadOnlyDictionary<string, string> data) =>
        data.TryGetValue("text/html", out var html) ? $"<div class=\"html\">{html}</div>"
        : data.TryGetValue("image/svg+xml", out var svg) ? Image("svg+xml", Base64(svg))
        : data.TryGetValue("image/png", out var png) ? Image("png", png)
        : data.TryGetValue("image/jpeg", out var jpeg) ? Image("jpeg", jpeg)
        : data.TryGetValue("image/gif", out var gif) ? Image("gif", gif)
        : data.TryGetValue("text/markdown", out var markdown)
            ? $"<div class=\"markdown\">{MarkdownText.ToHtml(markdown)}</div>"
        : data.TryGetValue("text/plain", out var text) ? Text(text)
        : Text(string.Join('\n', data.Values));

    private static string Text(string text) => $"<pre class=\"text\">{Escape.Html(text)}</pre>";

    private static string Image(string type, string base64) =>
        $"<img alt=\"Output\" src=\"data:image/{type};base64,{Escape.Html(string.Concat(base64.Split()))}\">";

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>The message once: large if the story begins with it, and else where it stands in the story.</summary>
    private static string Error(ErrorOutput error)
    {
        var trace = string.Join('\n', error.Traceback);
        var start = trace.IndexOf(error.Message, StringComparison.Ordinal);
        var isFirst = start >= 0 && !trace.AsSpan(0, start).Contains('\n');
        var message = isFirst ? Escape.Html(error.Message) : "";
        var rest = isFirst ? trace[(start + error.Message.Length)..].TrimStart('\n') : trace;
        var details = rest.Length > 0 ? $"<pre>{Escape.Html(rest)}</pre>" : "";
        return $"""
            <div class="error" role="alert"><p><strong>{Escape.Html(error.Name)}</strong> {message}</p>{details}</div>
            """;
    }
}
