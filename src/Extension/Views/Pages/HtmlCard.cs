using System.Text;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Writes a view's HTML: a card with a header and sections. What makes it readable is in style attributes, light; the
/// style sheet adds themes and what moves, so that the card can be read where style sheets are taken away.
/// </summary>
internal sealed class HtmlCard
{
    private readonly StringBuilder html = new();
    private bool isEmpty = true;

    /// <summary>Opens the card and writes its header.</summary>
    /// <param name="label">What a screen reader calls the card.</param>
    /// <param name="title">What the header begins with.</param>
    /// <param name="summary">What it goes on with.</param>
    /// <param name="widest">The most pixels that the card takes; null for as many as there are.</param>
    /// <param name="rules">The view's own rules for its style sheet.</param>
    public HtmlCard(string label, string title, string summary, int? widest = null, string rules = "")
    {
        var limit = widest is { } pixels ? $"max-width:{pixels}px;" : "";
        html.Append($"<div class=\"nbgrad-view\" role=\"group\" aria-label=\"{Markup.Escape(label)}\" style=\"")
            .Append($"position:relative;{limit}margin:4px 0;border:1px solid #d5dae1;border-radius:10px;")
            .Append($"{OwnColours}font:14px/1.45 {SvgStyle.SansFamily};text-align:left\">")
            .Append($"<style>{ThemeSheet.Css(rules)}</style>")
            .Append("<div class=\"nbgrad-s\" style=\"padding:8px 14px;border-bottom:1px solid #d5dae1;")
            .Append("border-radius:9px 9px 0 0;")
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

    /// <summary>A text that is broken into lines only where its parts are joined, behind the joint.</summary>
    public static string KeepTogether(string text, string joint) =>
        string.Join($"\u00A0{joint[1..]}", text.Split(joint).Select(part => part.Replace(' ', '\u00A0')));

    /// <summary>The picture as an image.</summary>
    public HtmlCard Picture(Scene scene, string alternative) =>
        Plot($"<div style=\"overflow-x:auto\">{HtmlImage.Of(scene, alternative)}</div>");

    /// <summary>Pictures as images, as many a row as the page has room for; each is told by its title.</summary>
    public HtmlCard Pictures(IEnumerable<Scene> scenes)
    {
        var images = scenes.Select(scene =>
            $"<div style=\"display:inline-block;vertical-align:top\">{HtmlImage.Of(scene, scene.Title)}</div>");
        return Plot($"<div style=\"overflow-x:auto\">{string.Concat(images)}</div>");
    }

    /// <summary>A picture with what belongs to it.</summary>
    public HtmlCard Plot(string markup)
    {
        isEmpty = false;
        return Raw($"<div style=\"padding:4px 6px\">{markup}</div>");
    }

    /// <summary>Opens a section; a line parts it from the one before, as the header's does from the first.</summary>
    public HtmlCard OpenSection(string style = "")
    {
        var line = isEmpty ? "" : "border-top:1px solid #d5dae1;";
        isEmpty = false;
        return Raw($"<div class=\"nbgrad-e\" style=\"{line}padding:8px 14px;font-size:12.5px;{style}\">");
    }

    /// <summary>A section of lines.</summary>
    public HtmlCard Section(IEnumerable<TextRun> lines, string style = "")
    {
        OpenSection();
        foreach (var line in lines)
        {
            Raw("<div>").Run(line, style).Close();
        }

        return Close();
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
