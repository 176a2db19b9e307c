using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>The nodes of a graph as a table: for those who do not see the picture, and to look one up.</summary>
internal static class NodeTable
{
    private const int LongestFold = 48;

    private static readonly (string Heading, Func<ReadNode, string?> Cell)[] Columns =
    [
        ("value", node => node.Node.Value is { } value ? ValueText.Of(value) : null),
        ("gradient", node => node.Node.Gradient is { } gradient ? ValueText.Gradient(node, gradient) : null),
    ];

    /// <summary>
    /// Writes the table, closed at first; columns with nothing in them are left out, and cells with nothing after them.
    /// </summary>
    public static void Write(HtmlCard card, GraphReading reading)
    {
        var type = Usual(reading.Nodes.Select(node => ValueText.Of(node.Node.DType)));
        var file = Usual(reading.Nodes.Select(node => File(NodeNotes.Line(node.Node))).OfType<string>());
        (string Heading, Func<ReadNode, string?> Cell)[] all =
        [
            ("name", node => node.Caption),
            ("what", What),
            ($"shape ({type})", node => Shape(node.Node, type)),
            .. Columns,
            ($"line ({file})", node => Line(node.Node, file)),
            ("saved", node => NodeNotes.Kept(node.Node)),
        ];
        var columns = all
            .Where(column => reading.Nodes.Any(node => !string.IsNullOrEmpty(column.Cell(node))))
            .ToArray();
        card.OpenSection("overflow-x:auto;")
            .Raw($"<details><summary>as a table: {NumberText.Count(reading.Nodes.Count, "node")}, operands first")
            .Raw($"</summary><table style=\"{HtmlCard.OwnColours}\">");
        WriteRow("th scope=\"col\"", columns.Select(column => column.Heading));
        foreach (var node in reading.Nodes)
        {
            var cells = columns.Select(column => column.Cell(node) ?? "").ToArray();
            var told = Array.FindLastIndex(cells, cell => cell.Length > 0) + 1;
            WriteRow("td", cells.Take(told));
        }

        card.Raw("</table></details>").Close();

        void WriteRow(string tag, IEnumerable<string> cells) =>
            Table.WriteRow(card, "", cells.Select(cell => (tag, new TextRun(Role.Plain, cell))));
    }

    private static string? What(ReadNode node) => node switch
    {
        { Fold: { Operations: > 0 } fold } => PlainName.Of($"{FoldWords.Title(fold)}: {node.Formula}", LongestFold),
        { Fold: { } fold } => FoldWords.Title(fold),
        { Node.Kind: GraphNodeKind.Parameter } => "parameter",
        { Node.Kind: GraphNodeKind.Constant } => "constant",
        _ => Operation(PlainName.Of(node.Node.Operation) ?? "operation", node.Formula),
    };

    // softmax(x) says already what is done.
    private static string Operation(string name, string? formula) =>
        formula?.StartsWith(name + "(", StringComparison.Ordinal) == true ? formula : $"{name} {formula}";

    /// <summary>What a heading can say once for most rows.</summary>
    private static string? Usual(IEnumerable<string> texts) =>
        texts.CountBy(text => text).OrderByDescending(count => count.Value).Select(count => count.Key).FirstOrDefault();

    /// <summary>The shape, with the type where that is not the usual one.</summary>
    private static string Shape(GraphNode node, string? usual)
    {
        var shape = node.Shape.Rank == 0 ? "scalar" : ValueText.Of(node.Shape);
        var type = ValueText.Of(node.DType);
        return type == usual ? shape : $"{shape} {type}";
    }

    /// <summary>The number of the line, with the file or cell where that is not the usual one.</summary>
    private static string? Line(GraphNode node, string? usual)
    {
        var line = NodeNotes.Line(node);
        return line is not null && File(line) == usual ? line[(line.LastIndexOf(':') + 1)..] : line;
    }

    private static string? File(string? line) =>
        line?.LastIndexOf(':') is { } colon and > 0 ? line[..colon] : line;
}
