using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NotebookGrad.Runner.Pages;

/// <summary>Markdown as notebooks use it: tables, task lists and formulas.</summary>
internal static partial class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseEmphasisExtras()
        .UseFootnotes()
        .UseAutoLinks()
        .UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub)
        .UseMathematics()
        .Use<PlainMathExtension>()
        .Build();

    public static string ToHtml(string markdown) => Markdown.ToHtml(markdown, Pipeline);

    /// <summary>The same for a page beside the pages of other notebooks: links to those lead to their pages.</summary>
    public static string ToPage(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = link.Url is { } address ? OtherNotebook().Replace(address, "$1.html") : null;
        }

        return document.ToHtml(Pipeline);
    }

    /// <summary>The text of the first heading, or null.</summary>
    public static string? FirstHeading(string markdown) => Markdown.Parse(markdown, Pipeline)
        .Descendants<HeadingBlock>()
        .Select(TextOf)
        .FirstOrDefault(text => text.Length > 0);

    private static string TextOf(HeadingBlock heading) => string.Concat((heading.Inline?.Descendants() ?? [])
        .Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            Markdig.Extensions.Mathematics.MathInline math => math.Content.ToString(),
            LineBreakInline => " ",
            _ => "",
        })).Trim();

    [GeneratedRegex(@"^(?![\w+.-]+:)([^#?]+)\.(?:ipynb|dib)(?=#|$)")]
    private static partial Regex OtherNotebook();
}
