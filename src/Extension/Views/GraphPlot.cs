using System.Globalization;
using System.Text;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// A graph's picture with what lies over it: spots that tell of a node where one points at it, and folds that open in
/// place, with a picture of their own, as long as there is room for it in the page.
/// </summary>
internal sealed class GraphPlot(string token, int mostBytes)
{
    // What a picture takes at least, for each node and at all: a fold that will not fit need not be laid out.
    private const int LeastBytesOfNode = 400;
    private const int LeastBytes = 3000;

    // What is told of a node must find room above a small picture.
    private const int LeastWidth = 360;

    private int plots;

    /// <summary>The markup of a graph and, as far as there is room, of what is folded in it.</summary>
    /// <param name="reading">The graph.</param>
    /// <param name="drawing">How it is drawn.</param>
    /// <param name="alternative">The picture in words.</param>
    /// <param name="lights">What steps light up in it.</param>
    public string Of(GraphReading reading, GraphDrawing drawing, string alternative, StepLights lights) =>
        Of(reading, drawing, alternative, lights, mostBytes);

    private string Of(GraphReading reading, GraphDrawing drawing, string alternative, StepLights lights, int room)
    {
        var plot = $"{token}p{plots++}";
        var width = (int)Math.Ceiling(drawing.Scene.Width);
        var (most, least) = (Math.Max(width, LeastWidth), HtmlImage.LeastWidth(width));
        var html = new StringBuilder($"<div class=\"nbgrad-plot\" style=\"max-width:{most}px\">")
            .Append("<div style=\"overflow-x:auto\">")
            .Append($"<div class=\"nbgrad-grid\" style=\"max-width:{width}px;min-width:{least}px\">")
            .Append(HtmlImage.Of(drawing.Scene, alternative))
            .Append(lights.Over(reading, drawing));
        var places = reading.Nodes.Select((node, index) => Place(node, drawing.Nodes[index], width, lights)).ToArray();
        foreach (var (index, node) in reading.Nodes.Index().Where(node => node.Item.Fold is null))
        {
            html.Append($"<u tabindex=\"0\" role=\"img\"{places[index]}></u>");
        }

        var folds = reading.Nodes.Index().Where(node => node.Item.Fold is not null).ToArray();
        for (var index = 0; index < folds.Length; index++)
        {
            var share = (room - html.Length) / (folds.Length - index);
            html.Append(Opening(folds[index].Item.Fold!, places[folds[index].Index], plot, share));
        }

        return html.Append("</div></div></div>").ToString();
    }

    private string Opening(GraphFold fold, string place, string plot, int room)
    {
        var title = FoldWords.Title(fold);
        var first = fold.Repeats > 1 ? $", the first of {NumberText.Count(fold.Repeats)}" : "";
        var head = $"<details class=\"nbgrad-fold\" name=\"{plot}\"><summary>{Markup.Escape(title)}"
            + $"<u{place}></u></summary>"
            + $"<div><b>{Markup.Escape(title)}</b> <small>";
        return head
            + (Inside(fold.Inside, $"{title}{first}", room - head.Length) is { } inside
                ? $"{(first.Length > 2 ? first[2..] : "")}</small>{inside}"
                : $"{Markup.Escape(Alone(fold))}</small>")
            + "</div></details>";
    }

    private string? Inside(GraphReading inside, string alternative, int room)
    {
        if (room < LeastBytes + (LeastBytesOfNode * inside.Nodes.Count))
        {
            return null;
        }

        var html = Of(inside, GraphPicture.Of(inside), alternative, new StepLights([]), room);
        return html.Length <= room ? html : null;
    }

    private static string Alone(GraphFold fold) =>
        $"too much for this page: {NumberText.Count(fold.Inside.Nodes.Count, "box")} that ToText() tells";

    private static string Place(ReadNode node, LayoutArea area, double width, StepLights lights)
    {
        string Part(double length) => Number(100 * length / width);
        var classes = lights.Of(node) is { Length: > 0 } lit ? $" class=\"{lit}\"" : "";
        var notes = Markup.Escape(string.Join('\n', NodeNotes.Of(node)));
        return $"{classes} style=\"--x:{Part(area.X)};--y:{Part(area.Y)};--w:{Part(area.Width)};"
            + $"--r:{Number(area.Width / Math.Max(1, area.Height))}\" aria-label=\"{notes}\"";
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
