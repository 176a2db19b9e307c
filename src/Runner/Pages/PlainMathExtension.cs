using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NotebookGrad.Runner.Pages;

/// <summary>Leaves formulas as the text they were written in: a page without scripts can't typeset them.</summary>
internal sealed class PlainMathExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
        {
            html.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new InlineRenderer());
            html.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new BlockRenderer());
        }
    }

    private sealed class InlineRenderer : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline formula) =>
            renderer.Write("<span class=\"math\">").WriteEscape(formula.Content).Write("</span>");
    }

    private sealed class BlockRenderer : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock formula)
        {
            renderer.EnsureLine();
            renderer.Write("<div class=\"math\">");
            renderer.WriteLeafRawLines(formula, writeEndOfLines: true, escape: true);
            renderer.WriteLine("</div>");
        }
    }
}
