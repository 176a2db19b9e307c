namespace NotebookGrad.Runner.Pages;

/// <summary>What all pages have in common: the head with the style sheet, and a policy that keeps them still.</summary>
internal static class PageFrame
{
    /// <summary>Outputs are the author's own HTML; whatever it is, a page runs no script and calls nobody.</summary>
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: file:; font-src data:; media-src data:";

    private static readonly string Style = ReadStyle();

    public static string Write(string title, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <title>{Escape.Html(title)}</title>
        <style>
        {Style}</style>
        </head>
        <body>
        {body}</body>
        </html>

        """;

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(PageFrame).Assembly.GetManifestResourceStream("page.css")!);
        return reader.ReadToEnd();
    }
}
