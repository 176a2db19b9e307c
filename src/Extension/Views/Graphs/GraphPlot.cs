using System.Globalization;
using System.Text;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// A graph's picture with what lies over it: spots that tell of a node where one points at it, and folds that open in
/// place, with a picture of their own, as long as there is room for it in the page.
/// </summary>
/// <param name="token">What the names in the page begin with.</param>
/// <param name="mostBytes">The bytes that it may take with what is folded in it.</param>
/// <param name="ranges">Whether pointing at a node tells its least and largest elements.</param>
internal sealed class GraphPlot(string token, int mostBytes, bool ranges = true)
{
    // What a picture takes at least, for each box and at all: a fold that will not fit need not be laid out.
    private const int LeastBytesOfNode = 400;
    private const int LeastBytes = 2500;
    private const int FewBoxes = 4;

    // What is told of a node is aligned with its right side from here on.
    private const int WideFrom = 500;

    private int plots;

    /// <summary>The markup of a graph and, as far as there is room, of what is folded in it.</summary>
    /// <param name="graph">The graph, as it is drawn.</param>
    /// <param name="lights">What steps light up in it.</param>
    public string Of(DrawnGraph graph, StepLights lights) => Of(graph, lights, mostBytes);

    private string Of(DrawnGraph graph, StepLights lights, int room)
    {
        var plot = $"{token}p{plots++}";
        var (reading, drawing) = (graph.Reading, graph.Drawing);
        var width = (int)Math.Ceiling(drawing.Scene.Width);
        var usual = UsualHeight(drawing.Nodes);
        var html = new StringBuilder("<div class=\"nbgrad-plot\"><div style=\"overflow-x:auto\">")
            .Append($"<div class=\"nbgrad-grid\" style=\"--n:{width}px;--h:{Part(usual, width)};")
            .Append($"min-width:{HtmlImage.LeastWidth(width)}px\">")
            .Append(graph.Image)
            .Append(lights.Over(reading, drawing));
        var places = reading.Nodes
            .Select((node, index) => Place(node, drawing.Nodes[index], usual, width, lights))
            .ToArray();
        foreach (var (index, node) in reading.Nodes.Index().Where(node => node.Item.Fold is null))
        {
            html.Append($"<u tabindex=\"0\" role=\"img\"{places[index]}></u>");
        }

        var folds = reading.Nodes.Index().Where(node => node.Item.Fold is not null).ToArray();
        var left = room - Bytes(html.ToString());
        for (var index = 0; index < folds.Length; index++)
        {
            var share = left / (folds.Length - index);
            var opening = Opening(graph, folds[index].Item, places[folds[index].Index], plot, share);
            left -= Bytes(opening);
            html.Append(opening);
        }

        return html.Append("</div></div></div>").ToString();
    }

    private string Opening(DrawnGraph graph, ReadNode node, string place, string plot, int room)
    {
        var fold = node.Fold!;
        var title = Markup.Escape(FoldWords.Title(fold));
        var head = $"<details class=\"nbgrad-fold\" name=\"{plot}\"><summary>{title}<u{place}></u></summary>"
            + $"<div role=\"group\" aria-label=\"{title}\"><small>";
        var inside = Inside(graph, fold, room - Bytes(head));
        var note = Markup.Escape(inside is null ? FoldWords.Remedy(node) : FoldWords.Shown(fold) ?? "");
        return $"{head}{note}</small>{inside}</div></details>";
    }

    private string? Inside(DrawnGraph graph, GraphFold fold, int room)
    {
        // A fold has at least as many boxes as a picture shows, or as many as it has members.
        if (room < LeastBytes + (LeastBytesOfNode * Math.Min(fold.Members.Count, FewBoxes)))
        {
            return null;
        }

        var html = Of(graph.Inside(fold), new StepLights([]), room);
        return Bytes(html) <= room ? html : null;
    }

    private string Place(ReadNode node, LayoutArea area, double usual, double width, StepLights lights)
    {
        var isRight = width > WideFrom && area.X + (area.Width / 2) > width / 2;
        var classes = $"{lights.Of(node)}{(isRight ? " ngr" : "")}".Trim();
        var notes = Markup.Escape(string.Join('\n', NodeNotes.Of(node, ranges)));
        var height = area.Height == usual ? "" : $";--h:{Part(area.Height, width)}";
        return (classes.Length > 0 ? $" class=\"{classes}\"" : "")
            + $" style=\"--x:{Part(area.X, width)};--y:{Part(area.Y, width)};--w:{Part(area.Width, width)}{height}\""
            + $" aria-label=\"{notes}\"";
    }

    /// <summary>The height that most boxes have: it is said once for all of them.</summary>
    private static double UsualHeight(IReadOnlyList<LayoutArea> areas) =>
        areas.CountBy(area => area.Height).OrderByDescending(count => count.Value).FirstOrDefault().Key;

    /// <summary>A length in hundredths of the picture's width.</summary>
    private static string Part(double length, double width) =>
        (100 * length / width).ToString("0.#", CultureInfo.InvariantCulture);

    private static int Bytes(string markup) => Encoding.UTF8.GetByteCount(markup);
}
