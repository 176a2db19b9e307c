using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NotebookGrad.Runner.Pages;

/// <summary>Markdown as notebooks use it: tables, task lists and formulas.</summary>
internal static class MarkdownText
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
}
