using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A page of its own around a view.</summary>
internal static class HtmlPage
{
    /// <summary>The whole document.</summary>
    /// <param name="title">What a window is called that shows it.</param>
    /// <param name="fragment">What it shows.</param>
    /// <param name="rules">Rules for what in it is not a view.</param>
    public static string Of(string title, string fragment, string rules = "") =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{Markup.Escape(title)}}</title>
        <style>
        body { margin: 16px; background: {{Colours.Light.Ground}}; color: {{Colours.Light.Ink}} }
        @media (prefers-color-scheme: dark) {
          body { background: {{Colours.Dark.Ground}}; color: {{Colours.Dark.Ink}} }
        }
        {{rules}}</style>
        </head>
        <body>
        {{fragment}}
        </body>
        </html>

        """;
}
