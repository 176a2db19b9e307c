using System.Text;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Writes a view's HTML: a card with a header and sections. Everything that matters is in style attributes, light;
/// the style sheet only adds the dark theme, so that the card can be read where style sheets are taken away.
/// </summary>
internal sealed class HtmlCard
{
    // Without identifiers there is nothing that two outputs in one page could share.
    private static readonly string Sheet =
        "<style>.nbgrad-view *{box-sizing:border-box}@media(prefers-color-scheme:dark){"
        + $".nbgrad-view,.nbgrad-view .nbgrad-e{{background:{Colours.Dark.Ground}!important;"
        + $"color:{Colours.Dark.Ink}!important;border-color:{Colours.Dark.Line}!important}}"
        + $".nbgrad-view .nbgrad-s{{background:{Colours.Dark.Soft}!important;"
        + $"border-color:{Colours.Dark.Line}!important}}"
        + $".nbgrad-view .nbgrad-m{{color:{Colours.Dark.Mute}!important}}"
        + $".nbgrad-view .nbgrad-f{{color:{Colours.Dark.Forward}!important}}"
        + $".nbgrad-view .nbgrad-g{{color:{Colours.Dark.Gradient}!important}}}}</style>";

    private readonly StringBuilder html = new();
    private bool isEmpty = true;

    /// <summary>Opens the card and writes its header.</summary>
    public HtmlCard(string label, string title, string summary, int? widest = null)
    {
        var limit = widest is { } pixels ? $"max-width:{pixels}px;" : "";
        html.Append($"<div class=\"nbgrad-view\" role=\"group\" aria-label=\"{Markup.Escape(label)}\" style=\"")
            .Append($"position:relative;{limit}margin:4px 0;border:1px solid #d5dae1;border-radius:10px;")
            .Append("overflow:hidden;")
            .Append($"{OwnColours}font:14px/1.45 {SvgStyle.SansFamily};text-align:left\">")
            .Append(Sheet)
            .Append("<div class=\"nbgrad-s\" style=\"padding:8px 14px;border-bottom:1px solid #d5dae1;")
            .Append($"background:{Colours.Light.Soft}\"><b style=\"font-weight:600;margin-right:12px\"><bdi>")
            .Append($"{Markup.Escape(title)}</bdi></b> ");
        Run(new TextRun(Role.Mute, KeepTogether(summary, " · ")), Mono + "font-size:12.5px;");
        html.Append("</div>");
    }

    /// <summary>The style of letters of one width.</summary>
    public static string Mono { get; } = $"font-family:{SvgStyle.MonoFamily};";

    /// <summary>
    /// The style of what a host would colour by itself, such as a table: said again, because a sheet of the
    /// host's for its own dark theme would otherwise meet this card's light ground.
    /// </summary>
    public static string OwnColours { get; } = $"background:{Colours.Light.Ground};color:{Colours.Light.Ink};";

    /// <summary>A style that hides an element from the eye and not from a screen reader.</summary>
    public static string OnlySpoken =>
        "position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%)";

    /// <summary>A text that is broken into lines only where its parts are joined.</summary>
    public static string KeepTogether(string text, string joint) =>
        string.Join(joint, text.Split(joint).Select(part => part.Replace(' ', '\u00A0')));

    /// <summary>The picture as an image, which survives where inline SVG is taken away.</summary>
    public HtmlCard Picture(Scene scene, string alternative)
    {
        isEmpty = false;
        var width = (int)Math.Ceiling(scene.Width);
        var least = Math.Min(width, Math.Max(width * 7 / 10, 330));
        html.Append("<div style=\"overflow-x:auto;padding:4px 6px\"><img alt=\"")
            .Append(Markup.Escape(alternative))
            .Append($"\" width=\"{width}\" height=\"{(int)Math.Ceiling(scene.Height)}\" style=\"display:block;")
            .Append($"width:{width}px;max-width:100%;min-width:{least}px;height:auto;margin:0\" src=\"")
            .Append(DataUri.OfSvg(SvgWriter.Write(scene)))
            .Append("\"></div>");
        return this;
    }

    /// <summary>Opens a section; a line parts it from the one before, as the header's does from the first.</summary>
    public HtmlCard OpenSection(string style = "")
    {
        var line = isEmpty ? "" : "border-top:1px solid #d5dae1;";
        isEmpty = false;
        return Raw($"<div class=\"nbgrad-e\" style=\"{line}padding:8px 14px;font-size:12.5px;{style}\">");
    }

    /// <summary>Closes what was opened.</summary>
    public HtmlCard Close(string tag = "div") => Raw($"</{tag}>");

    /// <summary>Writes runs of text.</summary>
    public HtmlCard Line(IEnumerable<TextRun> runs)
    {
        foreach (var run in runs)
        {
            Run(run);
        }

        return this;
    }

    /// <summary>Writes a text in the colour of its role.</summary>
    public HtmlCard Run(TextRun run, string style = "")
    {
        var (letter, colour) = run.Role switch
        {
            Role.Mute => ("m", Colours.Light.Mute),
            Role.Forward => ("f", Colours.Light.Forward),
            Role.Gradient => ("g", Colours.Light.Gradient),
            _ => ("", ""),
        };
        var tag = run.IsBold ? "b" : "span";
        var text = Markup.Escape(run.Text);
        if (letter.Length == 0 && style.Length == 0)
        {
            html.Append(run.IsBold ? $"<b>{text}</b>" : text);
            return this;
        }

        var attribute = letter.Length == 0 ? "" : $" class=\"nbgrad-{letter}\"";
        var ink = letter.Length == 0 ? "" : $"color:{colour};";
        html.Append($"<{tag}{attribute} style=\"{ink}{style}\">{text}</{tag}>");
        return this;
    }

    /// <summary>Writes text that only a screen reader tells.</summary>
    public HtmlCard Spoken(string title, IEnumerable<string> lines)
    {
        html.Append($"<div style=\"{OnlySpoken}\">{Markup.Escape(title)}<ol>");
        foreach (var line in lines)
        {
            html.Append($"<li>{Markup.Escape(line)}</li>");
        }

        html.Append("</ol></div>");
        return this;
    }

    /// <summary>Writes markup as it is.</summary>
    public HtmlCard Raw(string markup)
    {
        html.Append(markup);
        return this;
    }

    /// <summary>The whole card.</summary>
    public override string ToString() => html + "</div>";
}
