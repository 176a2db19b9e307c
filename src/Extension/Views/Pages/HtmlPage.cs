using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A page of its own around a view.</summary>
internal static class HtmlPage
{
    /// <summary>The whole document.</summary>
    public static string Of(string title, string fragment) =>
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
        </style>
        </head>
        <body>
        {{fragment}}
        </body>
        </html>

        """;
}
